"""Bounded confidence: people move towards what is said if it is near enough to what they think (C1b)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, param
from sim.ground.rules import rule
from sim.ground.types import AnyArray
from sim.state.views import first_of_reader, log_odds_of, view_of
from sim.state.world import World

CARD = Card(
    label=Text("Bounded confidence", "Confiance bornée"),
    idea="a post too far from one's own view moves nothing; unlike log-odds, repetition alone cannot convince",
    sources=("C1b", "A57", "A58", "Deffuant et al. 2000"),
)


@dataclass(frozen=True)
class Params:
    """Width of the bound and size of the step, both on the scale -1..1 of views."""

    bound: float = param(0.6, "-1..1", 0.0, 2.0, source="A57")
    step: float = param(0.3, "share", 0.0, 1.0, source="A58")


def update(world: World) -> None:
    """Write the change of each impression; a reader's impressions of a tick follow one another."""
    news, params = world.impressions, world.ideas.belief_params
    _steps((params.bound, params.step), (news.column("reader"), news.column("claim")), world.accounts.belief,
           tuple(news.column(name) for name in ("position", "trust", "resistance", "certainty")),
           (news.column("stance"), news.column("change")))  # fmt: skip


@rule()
def moved(view: float, position: float, bound: float, step: float) -> float:
    """The view after meeting a position: v + mu (p - v) if it lies within the bound, else v (C1b)."""
    return view + step * (position - view) if abs(position - view) < bound else view


@rule()
def _steps(numbers: tuple[float, float], who: tuple[AnyArray, AnyArray], belief: AnyArray,
           said: tuple[AnyArray, ...], out: tuple[AnyArray, AnyArray]) -> None:  # fmt: skip
    reader, claim = who
    position, trust, resistance, certainty = said
    stance, change = out
    for e in range(change.size):
        now = np.float64(belief[reader[e], claim[e]])
        for earlier in range(first_of_reader(reader, e), e):  # what this reader met before in this tick
            if claim[earlier] == claim[e]:
                now += change[earlier]
        weight = min(1.0, 2.0 * np.float64(trust[e]) * certainty[e]) * (1.0 - np.float64(resistance[e]))
        after = moved(view_of(now), np.float64(position[e]), numbers[0], numbers[1] * weight)
        change[e] = log_odds_of(after) - now if stance[e] != 0 else 0.0

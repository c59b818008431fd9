"""Friedkin-Johnsen: people average the views they see, and keep part of what they thought at first (C1c)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, param
from sim.ground.rules import rule
from sim.ground.types import AnyArray
from sim.state.views import first_of_reader, is_last, log_odds_of, view_of
from sim.state.world import World

CARD = Card(
    label=Text("Friedkin-Johnsen (DeGroot)", "Friedkin-Johnsen (DeGroot)"),
    idea="a mind is a weighted mean of what it sees and of its first view; unlike bounded confidence nobody is too far",
    sources=("C1c", "A58", "Friedkin & Johnsen 1990", "DeGroot 1974"),
)


@dataclass(frozen=True)
class Params:
    """`stubborn` off gives DeGroot (L = 1 for everybody)."""

    own_weight: float = param(9.0, "views", 0.0, 1000.0, source="assumed", doc="weight of the present view in W")
    stubborn: bool = param(True, "-", source="C1c", doc="pull towards the first view with 1 - L")


def update(world: World) -> None:
    """Write the changes; all impressions of a reader on a claim in this tick form one mean."""
    news, accounts, params = world.impressions, world.accounts, world.ideas.belief_params
    _steps((params.own_weight, float(params.stubborn)), (news.column("reader"), news.column("claim")),
           (accounts.belief, accounts.prior, accounts.susceptibility),
           tuple(news.column(name) for name in ("position", "trust", "resistance", "certainty")),
           (news.column("stance"), news.column("change")))  # fmt: skip


@rule()
def settled(mean: float, first: float, susceptibility: float) -> float:
    """o(t+1) = L (W o)(t) + (1 - L) o(0) for one account (C1c)."""
    return susceptibility * mean + (1.0 - susceptibility) * first


@rule()
def _steps(numbers: tuple[float, float], who: tuple[AnyArray, AnyArray], minds: tuple[AnyArray, AnyArray, AnyArray],
           said: tuple[AnyArray, ...], out: tuple[AnyArray, AnyArray]) -> None:  # fmt: skip
    reader, claim = who
    belief, prior, susceptibility = minds
    position, trust, resistance, certainty = said
    stance, change = out
    for e in range(change.size):
        change[e] = 0.0
        if not is_last(reader, claim, e):  # the last impression of a reader on a claim carries the step
            continue
        i, k = reader[e], claim[e]
        weight = numbers[0]
        total = weight * view_of(belief[i, k])
        for other in range(first_of_reader(reader, e), e + 1):
            if claim[other] == k and stance[other] != 0:
                w = 2.0 * np.float64(trust[other]) * certainty[other] * (1.0 - np.float64(resistance[other]))
                weight += w
                total += w * position[other]
        if weight > numbers[0]:
            pull = np.float64(susceptibility[i]) if numbers[1] != 0.0 else 1.0
            change[e] = log_odds_of(settled(total / weight, view_of(prior[i, k]), pull)) - np.float64(belief[i, k])

"""Newsrooms: the press follows what people talk about, and prints what is loud enough, checked or not."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Text, Trial, param
from sim.state import newsrooms, plans
from sim.state.codes import Source, Stance
from sim.state.press import Newsroom, Story
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Newsrooms at work", "Les rédactions au travail"),
    idea="the press takes up whatever is talked about, uncalled; a pitch or a note is somebody's plan",
    sources=("A44", "F07", "assumed"),
)


@dataclass(frozen=True)
class Params:
    """How loud a claim must be, and how newsrooms work."""

    threshold: float = param(0.05, "share", 0, 1, source="assumed", doc="of people who must have met the claim")
    lag: float = param(3.0, "h", 0, 336, source="assumed", doc="from taking it up until it is printed")
    checks: float = param(0.5, "prob", 0, 1, source="assumed", doc="P(an outlet checks, and drops what is false)")


TRIAL = Trial(
    moves={"": "+press_pickup", "threshold": "-press_pickup", "checks": "-press_pickup"},
    tries={"threshold": (0.8, 1.0), "lag": (12.0, 30.0)},
)


def during(world: World, entry: Entry) -> None:
    """Let every outlet look at the entry's claim, or at all of them."""
    params = entry.params
    newsroom = Newsroom(params.threshold, params.lag, params.checks)
    for claim in plans.claims_of(world, entry).tolist():
        newsrooms.offer(world, entry, Story(claim, Stance.SUPPORT, Source.PEER), newsroom)

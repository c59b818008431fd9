"""Rate limit: nobody may send more than so many posts, reshares and replies in an hour."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import limits, plans
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Rate limit for all", "Plafond de publications par compte"),
    idea="caps everybody, so that bots and busy honest users lose first; limiting bots needs to know who is one",
    sources=("C18", "A87"),
    disarm=("C00101",),
    rights="potentially_problematic",
    cost=Cost(0.0, 20.0),
    authority="platform",
)


@dataclass(frozen=True)
class Params:
    """How much anybody may send, and from when on."""

    cap: int = param(3, "1/h", 0, 10_000, source="C18, value assumed", doc="posts of each account; 0: no cap")
    delay: float = param(4.0, "h", 0, 1000, source="A86", doc="from the decision to the first effect")


TRIAL = Trial(
    moves={"": "-total_exposure", "cap": "+total_exposure", "delay": "+total_exposure"},
    tries={"cap": (1, 2)},
    needs={"delay": {"cap": 1}},
    world={"scenario.timeline.flooding.params": {"rate": 200.0}},
)


def cost(entry: Entry) -> Cost:
    """The work of agreeing on it with the platform, if there is to be a cap."""
    return plans.scaled(CARD, 1.0 if entry.params.cap else 0.0)


def during(world: World, entry: Entry) -> None:
    """From the delay on the cap holds; who of the innocent meets it is a voice lowered."""
    if entry.params.cap and plans.due(world, entry, entry.params.delay):
        limits.limit(world, entry, np.full(world.n, entry.params.cap, np.int32), hours=1.0)


def end(world: World, entry: Entry) -> None:
    """No cap any more."""
    limits.lift(world, entry)

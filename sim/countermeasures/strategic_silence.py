"""Strategic silence: the own side agrees not to answer the claim, so as not to feed its rank in the feed."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import plans
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Strategic silence", "Silence stratégique"),
    idea="withholds answers and their engagement; every other measure adds something to the conversation",
    sources=("C3",),
    disarm=("C00124",),
    rights="unproblematic",
    cost=Cost(0.0, 2.0),
    authority="ministry; embassy; citizens",
)
NEEDS = ("hours",)


@dataclass(frozen=True)
class Params:
    """How many keep to it."""

    share: float = param(0.5, "share", 0, 1, source="assumed", doc="share of the own side that keeps to it")


TRIAL = Trial(moves={"": "-replies", "share": "-replies"})


def cost(entry: Entry) -> Cost:
    """The work of agreeing on it, if anybody is to keep silent."""
    return plans.scaled(CARD, 1.0 if entry.params.share else 0.0)


def begin(world: World, entry: Entry) -> None:
    """Move the lever."""
    world.claims.silence[plans.claims_of(world, entry)] = entry.params.share


def end(world: World, entry: Entry) -> None:
    """Let everybody answer again."""
    world.claims.silence[plans.claims_of(world, entry)] = 0.0

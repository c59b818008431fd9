"""Fill the void: what is known is published where people search, before or after others have."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import acts, plans
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Fill the information void", "Combler le vide informationnel"),
    idea="is found by those who search, whomever they follow; a statement reaches followers",
    sources=("Golebiewski & boyd 2019, Data Voids (Data & Society)", "assumed"),
    disarm=("C00178", "C00195"),
    rights="potentially_problematic",
    cost=Cost(500.0, 8.0),
    authority="ministry; press",
)
NEEDS = ("by", "claim")


@dataclass(frozen=True)
class Params:
    """How much stands there, how good it is, and how late."""

    items: int = param(3, "posts", 0, 1000, source="assumed", doc="posts of each actor")
    quality: float = param(0.8, "0..1", 0, 1, source="C3", doc="quality, by which searches rank")
    delay: float = param(2.0, "h", 0, 1000, source="assumed", doc="until it is written")


ASKING = {"do": "data_void", "by": "bots", "hours": 46.0, "params": {"searchers": 0.3, "posts": 6}}
TRIAL = Trial(
    moves={"": "+correction_reach"},
    tries={"quality": (0.1,), "delay": (12.0, 36.0)},
    entries={"trial": {"by": "checkers"}, "asking": ASKING},
    world={"scenario.timeline.checking": None, "scenario.timeline.answering": None},  # nobody else denies it
)


def cost(entry: Entry) -> Cost:
    """Three items are one work."""
    return plans.scaled(CARD, entry.params.items / 3)


def during(world: World, entry: Entry) -> None:
    """Publish: against what is false, for what is true."""
    if plans.due(world, entry, entry.params.delay):
        authors = np.repeat(plans.able(world, entry.actors), entry.params.items)
        verdict = plans.verdict(world, entry.claim)
        acts.post_claim(world, authors, entry.claim, verdict, quality=entry.params.quality)

"""Debunk: fact-checkers or the press publish what is true of the claim, once it can be shown."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.ground.types import I32
from sim.state import acts, plans, verdicts
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Debunk", "Démenti vérifié"),
    idea="an independent verdict once proof exists; a statement comes from the side accused",
    sources=("A66", "A67", "A69", "V26"),
    disarm=("C00119", "C00014"),
    rights="potentially_problematic",
    cost=Cost(300.0, 8.0),
    authority="fact-checker; press",
)
NEEDS = ("claim",)


@dataclass(frozen=True)
class Params:
    """How many posts each checker writes, how often more, and how attractive they are."""

    posts: int = param(1, "posts", 0, 1000, source="assumed", doc="posts of each at the verdict")
    rate: float = param(0.0, "1/day", 0, 1000, source="assumed", doc="further posts of each while it lasts")
    appeal: float = param(0.0, "log-odds", -4, 4, source="C2", doc="item appeal of the posts")


TRIAL = Trial(
    moves={"": "+correction_reach", "posts": "+correction_reach", "rate": "+correction_reach"},
    entries={"trial": {"by": "checkers"}},
)


def cost(entry: Entry) -> Cost:
    """One check, however many posts tell of it."""
    return plans.scaled(CARD, 1.0 if entry.params.posts or entry.params.rate else 0.0)


def during(world: World, entry: Entry) -> None:
    """Publish the verdict in the first tick in which the truth can be shown, and go on at the rate."""
    wait = max(0.0, float(world.claims.verified_hour[entry.claim]) - world.clock.hour_of(entry.begun))
    if not plans.in_force(world, entry, wait):
        return
    if plans.due(world, entry, wait) and (entry.params.posts or entry.params.rate):
        verdicts.find(world, entry.claim, is_true=bool(world.claims.true[entry.claim]), who=entry.name)
        _publish(world, entry, np.repeat(plans.able(world, entry.actors), entry.params.posts))
    _publish(world, entry, plans.acting(world, entry, entry.actors, entry.params.rate))


def _publish(world: World, entry: Entry, checkers: I32) -> None:
    verdict = plans.verdict(world, entry.claim)
    acts.post_claim(world, checkers, entry.claim, verdict, appeal=entry.params.appeal)

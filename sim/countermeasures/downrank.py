"""Downrank: the feed shows posts that support the claim lower down, so that fewer people see them."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import plans, sanctions
from sim.state.duties import give_reasons
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Downrank", "Déclassement dans le fil"),
    idea="lowers reach without telling readers; a label warns them, a takedown removes accounts",
    sources=("A83", "C3", "V23"),
    disarm=("C00117",),
    rights="potentially_problematic",
    cost=Cost(0.0, 20.0),
    authority="platform",
)


@dataclass(frozen=True)
class Params:
    """How far down, how late, how exact; the entry's hours count from the decision, delay included."""

    factor: float = param(0.2, "x", 0.001, 1, source="A83", doc="delta on the rank of supporting posts")
    false_alarm: float = param(0.001, "prob", 0, 1, source="assumed", doc="P(another post is lowered too)")
    delay: float = param(4.0, "h", 0, 1000, source="A86", doc="from the decision to the first effect")


TRIAL = Trial(
    moves={"": "-total_exposure", "factor": "+total_exposure", "false_alarm": "+voices_lowered",
           "delay": "+total_exposure"},
)  # fmt: skip


def cost(entry: Entry) -> Cost:
    """The work of agreeing on it with the platform, if it is to lower anything."""
    return plans.scaled(CARD, 1.0 if entry.params.factor < 1 else 0.0)


def during(world: World, entry: Entry) -> None:
    """After the delay, lower what is there and set the lever for what comes; make mistakes all along."""
    params = entry.params
    if params.factor == 1 or not plans.in_force(world, entry, params.delay):
        return
    first = plans.due(world, entry, params.delay)
    found = plans.originals(world, 0 if first else world.clock.tick - 1)
    meant = plans.supporting(world, entry, found)
    hit = np.concatenate([found[meant], plans.drawn(world, entry, found[~meant], params.false_alarm)])
    sanctions.to_lower(world, entry.name, world.posts.rows(hit), hit)
    world.posts.lower(world.posts.rows(hit), math.log(params.factor))
    plans.lower_voices(world, hit)
    give_reasons(world, len(hit))
    if first:
        world.claims.downrank[plans.claims_of(world, entry)] = params.factor


def end(world: World, entry: Entry) -> None:
    """Give the claim's posts their reach back."""
    if entry.params.factor == 1:
        return
    world.claims.downrank[plans.claims_of(world, entry)] = 1.0
    found = plans.originals(world, 0)
    found = found[plans.supporting(world, entry, found)]
    sanctions.to_restore(world, entry.name, "downrank", found)
    world.posts.lower(world.posts.rows(found), 0.0)

"""Broadcast: television, radio, text messages or cell broadcast tell people off their feeds, outage or not."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import acts, plans
from sim.state.codes import Source
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Broadcast off the platform", "Diffusion hors plateforme"),
    idea="reaches those who follow nobody, and fast; a statement reaches followers and whom they tell",
    sources=("C14", "A109", "A111", "F06", "F16"),
    disarm=("C00178",),
    rights="potentially_problematic",
    cost=Cost(5_000.0, 12.0),
    authority="ministry; broadcasters; telecom operators",
)
READS_AUDIENCE = True
NEEDS = ("claim",)


@dataclass(frozen=True)
class Params:
    """Who has the channel, and how fast it reaches them."""

    owners: float = param(
        0.6, "share", 0, 1, source="assumed", doc="share of the audience with the channel (TV, radio, phone)"
    )
    speed: float = param(
        0.5, "1/h", 0, 100, source="C14, value assumed", doc="0.2 television, 0.5 radio, 1 text message, 6 cell"
    )
    certainty: float = param(1.0, "0..1", 0, 1, source="assumed", doc="how firmly it is said")


TRIAL = Trial(
    moves={"": "-mean_belief", "owners": "-mean_belief", "speed": "-mean_belief", "certainty": "-mean_belief"},
    tries={"speed": (0.02, 0.1)},
)  # fmt: skip


def cost(entry: Entry) -> Cost:
    """Time on air or messages, if anybody can be reached."""
    return plans.scaled(CARD, 1.0 if entry.params.owners and entry.params.speed else 0.0)


def during(world: World, entry: Entry) -> None:
    """Tell what is true of the claim to those who are reached in this tick, each once."""
    params, claim = entry.params, entry.claim
    if params.owners == 0.0 or params.speed == 0.0:
        return
    owners = acts.members_drawn(world, entry.audience, params.owners, plans.stream(entry, "owns"))
    told = world.memory.setdefault(plans.stream(entry, "told"), np.zeros(world.n, np.bool_))
    waiting = owners[~told[owners]]
    chance = 1.0 - math.exp(-params.speed * world.clock.hours_per_tick)
    reached = waiting[world.draws.uniform(plans.stream(entry, "is reached"), world.clock.tick, waiting) < chance]
    told[reached] = True
    world.hearsay.tell(reached, claim, plans.verdict(world, claim), Source.OWN_STATE, params.certainty)
    if len(reached) and entry.begun == world.clock.tick:
        plans.own_side_speaks(world, entry)

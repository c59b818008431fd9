"""Discourage: people are told, off their feeds, that taking part is of no use, or how to do it wrongly."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.state import plans
from sim.state.accounts import rows_of
from sim.state.codes import Source, Stance
from sim.state.deeds import deeds_of
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Discourage from taking part", "Dissuader de participer"),
    idea="aims at what people do, not only at what they believe; a call to action pushes the other way",
    sources=("C10", "F09"),
    disarm=("T0139.001",),
)
READS_AUDIENCE = True


@dataclass(frozen=True)
class Params:
    """Which act, how many are reached, and how far it moves them."""

    act: str = param("", "-", source="pack", doc="act of the scenario; empty: all of them")
    reach: float = param(0.2, "1/day", 0, 100, source="assumed", doc="share of the audience told each day")
    effect: float = param(0.5, "log-odds", 0, 10, source="assumed", doc="taken from the inclination of each, fades")


TRIAL = Trial(
    moves={"": "-intent.march", "reach": "-intent.march", "effect": "-intent.march"},
    tries={"act": ("stay",)},
)


def during(world: World, entry: Entry) -> None:
    """Tell those who are reached in this tick; if the entry has a claim, they hear it too."""
    params = entry.params
    chance = params.reach * world.clock.hours_per_tick / 24.0
    told = rows_of(world.members(entry.audience) & world.accounts.people())
    told = told[world.draws.uniform(plans.stream(entry, "told"), world.clock.tick, told) < chance]
    for deed in deeds_of(world.names, params.act):
        world.accounts.swayed[told, deed] -= np.float32(params.effect)
    if entry.claim >= 0:
        world.hearsay.tell(told, entry.claim, Stance.SUPPORT, Source.PEER)

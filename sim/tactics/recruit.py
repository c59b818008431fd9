"""Recruit: members of a movement seek out people who have shown interest, which counts for more than any post."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.state import plans
from sim.state.accounts import rows_of
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Recruitment", "Recrutement"),
    idea="speaks to single people who have met the movement's items; publish speaks to everybody",
    sources=("C10", "A106", "A108"),
    disarm=("T0136.007",),
)
READS_AUDIENCE = True
NEEDS = ("by", "hours")


@dataclass(frozen=True)
class Params:
    """How many are approached, and what an approach counts for."""

    rate: float = param(5.0, "1/day", 0, 1000, source="assumed", doc="people whom each recruiter approaches")
    weight: float = param(10.0, "items", 0, 1000, source="assumed", doc="extremist items that an approach counts for")


TRIAL = Trial(
    moves={"": "+ladder_share.sympathiser", "rate": "+ladder_share.sympathiser", "weight": "+ladder_share.sympathiser"},
    entries={"trial": {"by": "trolls", "hours": 1440.0, "params": {"rate": 25.0, "weight": 1000.0}}},
    tries={"rate": (1.0, 5.0), "weight": (0.0, 30.0)},
    world={"time.days": 60.0, "time.minutes": 360.0},  # steps up the ladder take months (A108)
)  # fmt: skip


def during(world: World, entry: Entry) -> None:
    """Let recruiters approach people who have been exposed, in the order in which luck has it."""
    params, accounts = entry.params, world.accounts
    approaches = len(plans.acting(world, entry, entry.actors, params.rate))
    open_to_it = rows_of(world.members(entry.audience) & accounts.people() & (accounts.column("stage") > 0))
    if not approaches or not len(open_to_it):
        return
    luck = world.draws.uniform(plans.stream(entry, "approached"), world.clock.tick, open_to_it)
    met = open_to_it[np.argsort(luck, kind="stable")[:approaches]]
    accounts.extreme_seen[met] += np.float32(params.weight)

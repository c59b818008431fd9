"""Intent: how likely people are to do each act of the scenario, on average over those who can."""

from __future__ import annotations

import numpy as np

from sim.ground.cards import Card, Text
from sim.ground.statistics import mean_of
from sim.ground.types import B8, F64
from sim.state.deeds import able_to, inclinations
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Intent", "Intention"),
    "probability that a person would do the act if asked to decide now, mean over the people who can do it",
    sources=("C10", "F09"),
    unit="probability",
)
WHEN = "series"
SEGMENTED = True
BY = "acts"


def _inclined(world: World, deed: int) -> tuple[B8, F64]:
    follows = (world.network.out_start, world.network.out_node) if world.deeds.peers[deed] else NO_FOLLOWS
    able = able_to(world.accounts, world.names, world.deeds, deed)
    return able, inclinations(world.accounts, world.deeds, deed, follows)


NO_FOLLOWS = (np.zeros(0, np.int64), np.zeros(0, np.int32))


def measure(world: World, members: Members) -> dict[str, float]:
    """Mean inclination of the people, by act; NaN where nobody can do it."""
    told = {}
    for deed, name in enumerate(world.names.deeds):
        able, inclined = members.once(_inclined, deed)
        told[name] = mean_of(inclined, able & members.people)
    return told

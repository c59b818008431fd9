"""Hours without service: how long people could reach no platform at all."""

from __future__ import annotations

import numpy as np

from sim.ground.cards import Card, Text
from sim.ground.rules import rule
from sim.ground.types import F32, F64, I32
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Hours without service", "Heures sans service"),
    "hours since the start in which no platform on which a person is got through, mean over all people",
    sources=("F16", "model.md"),
    unit="h",
    better="lower",
)
WHEN = "series"
SEGMENTED = True


@rule()
def _dark_hours(dark: F32, cell: I32, cells: int) -> F64:
    hours = np.zeros((cells, 1))
    for i in range(dark.size):
        hours[cell[i], 0] += dark[i]
    return hours


def measure(world: World, members: Members) -> float:
    """Mean dark hours of the people; NaN without people."""
    return float(members.mean(_dark_hours, "dark")[0])

"""Affective distance: how much warmer people feel towards their own camp than towards the other."""

from __future__ import annotations

import numpy as np

from sim.ground.cards import Card, Text
from sim.ground.rules import rule
from sim.ground.types import F32, F64, I32
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Affective distance between camps", "Distance affective entre les camps"),
    "how much warmer people feel to their own camp than to the other, on a thermometer of 100 degrees; the mean",
    sources=("A84", "Iyengar et al. 2019, Annu Rev Polit Sci, 10.1146/annurev-polisci-051117-073034"),
    unit="degrees",
    better="lower",
)
WHEN = "series"
SEGMENTED = True


@rule()
def _felt(distance: F32, cell: I32, cells: int) -> F64:
    totals = np.zeros((cells, 1))
    for i in range(distance.size):
        totals[cell[i], 0] += np.float64(distance[i])
    return totals


def measure(_world: World, members: Members) -> float:
    """Mean over the people; NaN without any."""
    return float(members.mean(_felt, "affective_distance")[0])

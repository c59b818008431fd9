"""Belief shift: how far belief in the claim has moved since the start, in log-odds."""

from __future__ import annotations

import numpy as np

from sim.ground.cards import Card, Text
from sim.ground.rules import rule
from sim.ground.types import F32, F64, I32
from sim.state.public import by_claim
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Belief shift", "Déplacement de la croyance"),
    "belief now minus belief before anything was heard, in log-odds, mean over people",
    sources=("C1",),
    unit="log-odds",
)
WHEN = "series"
SEGMENTED = True
BY = "claims"


@rule()
def _moved(now: F32, before: F32, cell: I32, cells: int) -> F64:
    sums = np.zeros((cells, now.shape[1]))
    for i in range(now.shape[0]):
        its = cell[i]
        for claim in range(now.shape[1]):
            sums[its, claim] += np.float64(now[i, claim]) - np.float64(before[i, claim])
    return sums


def measure(world: World, members: Members) -> dict[str, float]:
    """Mean shift of the people, by claim; NaN without people."""
    return by_claim(world, members.mean(_moved, "belief", "prior"))

"""Exposure diversity: whether people's feeds show them both opinion groups, or one only."""

from __future__ import annotations

import math

import numpy as np

from sim.ground.cards import Card, Text
from sim.ground.rules import rule
from sim.ground.types import F64, I32, U32
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Exposure diversity", "Diversité de l’exposition"),
    "mean over people of 4 p (1 - p), p the share of the posts they saw (burn-in included) that are by the "
    "other opinion group: 1 half and half, 0 one group only",
    sources=("Simpson 1949, Nature, 10.1038/163688a0 (index of diversity, scaled to 1)", "A85"),
    unit="0..1",
    better="higher",
)
WHEN = "series"
SEGMENTED = True


@rule()
def _diversity(same: U32, other: U32, cell: I32, cells: int) -> F64:
    sums = np.zeros((cells, 2))  # of diversity, and of the people who saw anything
    for i in range(same.size):
        seen = np.float64(same[i]) + np.float64(other[i])
        share = other[i] / max(1.0, seen)
        sums[cell[i], 0] += 4.0 * share * (1.0 - share) if seen > 0.0 else 0.0
        sums[cell[i], 1] += 1.0 if seen > 0.0 else 0.0
    return sums


def measure(world: World, members: Members) -> float:
    """Mean diversity over the people who saw anything; NaN if nobody did."""
    diversity, people = members.total(_diversity, "seen_same", "seen_other")
    return float(diversity / people) if people > 0 else math.nan

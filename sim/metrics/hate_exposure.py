"""Hate exposure: how many hostile posts were aimed at people, and how many they saw aimed at others."""

from __future__ import annotations

import numpy as np

from sim.ground.cards import Card, Text
from sim.ground.rules import rule
from sim.ground.types import F64, I32, U32
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Exposure to hate", "Exposition à la haine"),
    "hostile posts so far, aimed at a person or seen by a person who is not the target; means over people",
    sources=("C9", "F13"),
    unit="posts per person",
    better="lower",
)
WHEN = "series"
SEGMENTED = True


@rule()
def _posts(aimed: U32, seen: U32, cell: I32, cells: int) -> F64:
    sums = np.zeros((cells, 2))
    for i in range(aimed.size):
        sums[cell[i], 0] += np.float64(aimed[i])
        sums[cell[i], 1] += np.float64(seen[i])
    return sums


def measure(_world: World, members: Members) -> dict[str, float]:
    """Mean numbers so far; NaN without people."""
    aimed, seen = members.mean(_posts, "abuse", "abuse_seen").tolist()
    return {"aimed": aimed, "seen": seen}

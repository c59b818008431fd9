"""Trust: how far people trust each group of sources, from their experience with it."""

from __future__ import annotations

import numpy as np

from sim.ground.cards import Card, Text
from sim.ground.rules import rule
from sim.ground.statistics import BLOCK, add_up
from sim.ground.types import F32, F64, I32
from sim.state.codes import Source
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Trust by source", "Confiance par source"),
    "trust in the source group, a / (a + c) of good and bad experience, mean over people",
    sources=("C7",),
    unit="0..1",
)
WHEN = "series"
SEGMENTED = True
BY = "sources"


@rule()
def _trust(good: F32, bad: F32, cell: I32, cells: int) -> F64:
    totals = np.zeros((cells, good.shape[1]))
    for begin in range(0, good.shape[0], BLOCK):
        some, other = good[begin : begin + BLOCK], bad[begin : begin + BLOCK]
        share = _share(some.reshape(-1), other.reshape(-1))
        add_up(share.reshape(some.shape), cell[begin : begin + BLOCK], totals)
    return totals


@rule()
def _share(good: F32, bad: F32) -> F64:
    share = np.empty(good.size)
    for place in range(good.size):
        share[place] = np.float64(good[place]) / (np.float64(good[place]) + np.float64(bad[place]))
    return share


def measure(world: World, members: Members) -> dict[str, float]:
    """Mean trust of the people, by source; NaN without people."""
    means = members.mean(_trust, "trust_for", "trust_against").tolist()
    return {source.name.lower(): mean for source, mean in zip(Source, means, strict=True)}

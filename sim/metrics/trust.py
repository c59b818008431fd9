"""Trust: how far people trust each group of sources, from their experience with it."""

from __future__ import annotations

import numpy as np

from sim.ground.cards import Card, Text
from sim.ground.rules import rule
from sim.ground.statistics import per_row
from sim.ground.types import B8, F32, F64
from sim.state.codes import Source
from sim.state.public import public
from sim.state.world import World

CARD = Card(
    Text("Trust by source", "Confiance par source"),
    "trust in the source group, a / (a + c) of good and bad experience, mean over people",
    sources=("C7",),
    unit="0..1",
)
WHEN = "series"
SEGMENTED = True


@rule()
def _sums(good: F32, bad: F32, chosen: B8) -> F64:
    totals = np.zeros(good.shape[1])
    for i in range(good.shape[0]):
        if chosen[i]:
            for source in range(good.shape[1]):
                a, c = np.float64(good[i, source]), np.float64(bad[i, source])
                totals[source] += a / (a + c)
    return totals


def measure(world: World, members: B8) -> dict[str, float]:
    """Mean trust of the people, by source; NaN without people."""
    accounts, people = world.accounts, public(world, members)
    totals = _sums(accounts.column("trust_for"), accounts.column("trust_against"), people)
    means = per_row(totals, people).tolist()
    return {source.name.lower(): mean for source, mean in zip(Source, means, strict=True)}

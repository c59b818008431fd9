"""Truth disbelieved: how many of those who were told what is true do not believe it, the liar’s dividend."""

from __future__ import annotations

import numpy as np

from sim.ground.cards import Card, Text
from sim.ground.rules import rule
from sim.ground.statistics import counts_above_0, ratios
from sim.ground.types import F32, F64, I32, U16
from sim.state.public import by_claim, true_claims
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Disbelief in true claims", "Incrédulité face au vrai"),
    "share of the people who saw the true claim supported that believe it with less than one half",
    sources=("C12", "A102"),
    unit="share of people reached",
    better="lower",
)
WHEN = "series"
SEGMENTED = True
BY = "true_claims"


@rule()
def _unmoved(heard: U16, belief: F32, cell: I32, cells: int) -> F64:
    people = np.zeros((cells, heard.shape[1]))
    for i in range(heard.shape[0]):
        for claim in range(heard.shape[1]):
            people[cell[i], claim] += 1.0 if (heard[i, claim] > 0) & (belief[i, claim] < 0.0) else 0.0
    return people


def measure(world: World, members: Members) -> dict[str, float]:
    """Share by true claim; NaN if nobody was reached."""
    unmoved, reached = members.total(_unmoved, "heard", "belief"), members.total(counts_above_0, "heard")
    return by_claim(world, ratios(unmoved, reached), true_claims(world))

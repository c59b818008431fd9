"""Reach of correction: among the people whom a false claim reached, how many also saw it denied."""

from __future__ import annotations

import numpy as np

from sim.ground.cards import Card, Text
from sim.ground.rules import rule
from sim.ground.statistics import counts_above_0, ratios
from sim.ground.types import F64, I32, U16
from sim.state.public import by_claim, false_claims
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Reach of correction", "Portée du démenti"),
    "share of the people who saw the false claim supported that also saw it denied, before or after",
    sources=("D3",),
    unit="share of people reached",
    better="higher",
)
WHEN = "series"
SEGMENTED = True
BY = "false_claims"


@rule()
def _heard_both(heard: U16, denied: U16, cell: I32, cells: int) -> F64:
    people = np.zeros((cells, heard.shape[1]))
    for i in range(heard.shape[0]):
        its = cell[i]
        for claim in range(heard.shape[1]):
            people[its, claim] += 1.0 if (heard[i, claim] > 0) & (denied[i, claim] > 0) else 0.0
    return people


def measure(world: World, members: Members) -> dict[str, float]:
    """Share corrected, by false claim; NaN if nobody was reached."""
    corrected, reached = members.total(_heard_both, "heard", "denied"), members.total(counts_above_0, "heard")
    return by_claim(world, ratios(corrected, reached), false_claims(world))

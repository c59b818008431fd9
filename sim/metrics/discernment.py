"""Discernment: how much more people believe what is true than what is false."""

from __future__ import annotations

import math

from sim.ground.cards import Card, Text
from sim.ground.statistics import logistic_sums
from sim.state.public import false_claims, true_claims
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Discernment", "Discernement"),
    "mean belief in the true claims minus mean belief in the false ones, as probabilities, over people",
    sources=("A77", "Pennycook & Rand 2021, Trends Cogn Sci, 10.1016/j.tics.2021.02.007"),
    unit="probability",
    better="higher",
)
WHEN = "series"
SEGMENTED = True


def measure(world: World, members: Members) -> float:
    """Discernment of the people; NaN without people, or unless there are claims of both sorts."""
    true, false = true_claims(world), false_claims(world)
    if not len(true) or not len(false):
        return math.nan
    belief = members.mean(logistic_sums, "belief")
    return math.fsum(belief[true]) / len(true) - math.fsum(belief[false]) / len(false)

"""Discernment: how much more people believe what is true than what is false."""

from __future__ import annotations

import math

from sim.ground.cards import Card, Text
from sim.ground.statistics import logistic_sums, per_row
from sim.ground.types import B8
from sim.state.public import false_claims, public, true_claims
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


def measure(world: World, members: B8) -> float:
    """Discernment of the people; NaN without people, or unless there are claims of both sorts."""
    true, false, people = true_claims(world), false_claims(world), public(world, members)
    if not len(true) or not len(false):
        return math.nan
    belief = per_row(logistic_sums(world.accounts.column("belief"), people), people)
    return math.fsum(belief[true]) / len(true) - math.fsum(belief[false]) / len(false)

"""Half-life of false belief: how long it took, after the worst hour, until half of what it had grown was gone."""

from __future__ import annotations

import math

import numpy as np

from sim.ground.cards import Card, Text
from sim.ground.types import F64
from sim.state.course import courses
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Half-life of false belief", "Demi-vie de la croyance erronée"),
    "hours from the peak of false belief until half of its growth since the first measurement was gone",
    sources=("C1",),
    unit="h",
    better="lower",
)
WHEN = "end"
SEGMENTED = False  # the series has the segments
SUMS_UP = "false_belief_share"
BY = "false_claims"


def measure(world: World, _members: Members) -> dict[str, float]:
    """Hours by false claim, and by claim@segment; NaN where belief did not grow, or half of it was never gone."""
    hours = np.array([row["hour"] for row in world.measured])
    return {name: _half_life(shares, hours) for name, shares in courses(world, SUMS_UP).items()}


def _half_life(shares: F64, hours: F64) -> float:
    peak = int(np.argmax(shares))
    gone = np.flatnonzero(shares[peak:] <= 0.5 * (shares[0] + shares[peak]))
    return float(hours[peak + gone[0]] - hours[peak]) if len(gone) and shares[peak] > shares[0] else math.nan

"""Polarisation: how far apart the two opinion groups stand in their belief in the claim."""

from __future__ import annotations

import numpy as np

from sim.ground.cards import Card, Text
from sim.ground.statistics import logistic_sums
from sim.state.codes import OPINION_GROUPS
from sim.state.public import by_claim
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Polarisation between groups", "Polarisation entre groupes"),
    "distance between the mean beliefs, as probabilities, of the two opinion groups",
    sources=("Bramson et al. 2017, Philos Sci, 10.1086/688938 (group divergence)",),
    unit="probability",
    better="lower",
)
WHEN = "series"
SEGMENTED = True
BY = "claims"


def measure(world: World, members: Members) -> dict[str, float]:
    """Distance between the groups, by claim; NaN if one of them has no people."""
    one, two = (members.side(group).mean(logistic_sums, "belief") for group in range(OPINION_GROUPS))
    return by_claim(world, np.abs(one - two))

"""Polarisation: how far apart the two opinion groups stand in their belief in the claim."""

from __future__ import annotations

import numpy as np

from sim.ground.cards import Card, Text
from sim.ground.statistics import logistic_sums, per_row
from sim.ground.types import B8
from sim.state.public import by_claim, public
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


def measure(world: World, members: B8) -> dict[str, float]:
    """Distance between the groups, by claim; NaN if one of them has no people."""
    accounts, people = world.accounts, public(world, members)
    camps = [people & (accounts.column("group") == group) for group in (0, 1)]
    one, two = (per_row(logistic_sums(accounts.column("belief"), camp), camp) for camp in camps)
    return by_claim(world, np.abs(one - two))

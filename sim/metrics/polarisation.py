"""Polarisation: how far apart the two opinion groups stand in their belief in the claim."""

from __future__ import annotations

import numpy as np

from sim.ground.cards import Card, Text
from sim.ground.rules import rule
from sim.ground.statistics import logistic, ratios
from sim.ground.types import B8, F32, F64, I8, I64
from sim.state.codes import OPINION_GROUPS
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


@rule()
def _sums(belief: F32, group: I8, people: B8) -> tuple[F64, I64]:
    totals, members = np.zeros((OPINION_GROUPS, belief.shape[1])), np.zeros(OPINION_GROUPS, np.int64)
    for i in range(belief.shape[0]):
        if people[i]:
            members[group[i]] += 1
            for claim in range(belief.shape[1]):
                totals[group[i], claim] += logistic(belief[i, claim])
    return totals, members


def measure(world: World, members: B8) -> dict[str, float]:
    """Distance between the groups, by claim; NaN if one of them has no people."""
    accounts = world.accounts
    totals, sizes = _sums(accounts.column("belief"), accounts.column("group"), public(world, members))
    one, two = (ratios(total, np.full(len(total), size)) for total, size in zip(totals, sizes, strict=True))
    return by_claim(world, np.abs(one - two))

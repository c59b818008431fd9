"""Rumour first: how many of those who met a true claim had met a false one before."""

from __future__ import annotations

import numpy as np

from sim.ground.cards import Card, Text
from sim.ground.statistics import mean_of
from sim.state.public import by_claim, false_claims, true_claims
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Rumour came first", "La rumeur d’abord"),
    "among people who met the true claim, the share who had met a false claim in an earlier tick",
    sources=("C14", "F06"),
    unit="share of people reached",
    better="lower",
)
WHEN = "end"
SEGMENTED = True
BY = "true_claims"


def measure(world: World, members: Members) -> dict[str, float]:
    """Share by true claim; NaN where nobody met it."""
    first, people = world.accounts.column("first_heard"), members.people
    false, shares = false_claims(world), np.full(world.claims.n, np.nan)
    for claim in true_claims(world).tolist():
        met = people & (first[:, claim] >= 0)
        earlier = ((first[:, false] >= 0) & (first[:, false] < first[:, [claim]])).any(axis=1)
        shares[claim] = mean_of(earlier, met)
    return by_claim(world, shares, true_claims(world))

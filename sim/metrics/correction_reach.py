"""Reach of correction: among the people whom a false claim reached, how many also saw it denied."""

from __future__ import annotations

import numpy as np

from sim.ground.cards import Card, Text
from sim.ground.statistics import ratios
from sim.ground.types import B8
from sim.state.public import by_claim, false_claims, public
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


def measure(world: World, members: B8) -> dict[str, float]:
    """Share corrected, by false claim; NaN if nobody was reached."""
    people, accounts, claims = public(world, members), world.accounts, false_claims(world)
    reached, corrected = np.zeros(world.claims.n, np.int64), np.zeros(world.claims.n, np.int64)
    for claim in claims:
        heard = people & (accounts.column("heard")[:, claim] > 0)
        reached[claim] = np.count_nonzero(heard)
        corrected[claim] = np.count_nonzero(heard & (accounts.column("denied")[:, claim] > 0))
    return by_claim(world, ratios(corrected, reached), claims)

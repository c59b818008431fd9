"""Organic to paid: how often a claim was seen for nothing, for each impression that was bought."""

from __future__ import annotations

import numpy as np

from sim.ground.cards import Card, Text
from sim.ground.statistics import ratios
from sim.state.codes import Stance
from sim.state.public import by_claim
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Organic to paid reach", "Portée naturelle par rapport à la portée payée"),
    "exposures to posts supporting the claim that nobody paid for, per impression bought for it",
    sources=("F03", "F17"),
    unit="exposures per impression",
)
WHEN = "series"
SEGMENTED = False
BY = "claims"


def measure(world: World, _members: Members) -> dict[str, float]:
    """Ratio by claim that was advertised; nothing where there is no advertising."""
    table = world.ads
    if not table.n:
        return {}
    bought = np.bincount(table.column("claim"), weights=table.column("shown"), minlength=world.claims.n)
    seen = world.tallies.seen()[:-1, Stance.SUPPORT + 1]
    return by_claim(world, ratios(seen - bought, bought), np.unique(table.column("claim")).tolist())

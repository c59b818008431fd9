"""Reach: how many distinct people saw a post that supports the claim."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.ground.statistics import counts_above_0
from sim.state.public import by_claim
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Reach", "Portée"),
    "distinct people who saw at least one post supporting the claim",
    sources=("D3",),
    unit="people",
)
WHEN = "series"
SEGMENTED = True
BY = "claims"


def measure(world: World, members: Members) -> dict[str, float]:
    """People who heard each claim."""
    return by_claim(world, members.total(counts_above_0, "heard"))

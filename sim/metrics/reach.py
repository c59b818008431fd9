"""Reach: how many distinct people saw a post that supports the claim."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.ground.statistics import counts_above
from sim.ground.types import B8
from sim.state.public import by_claim, public
from sim.state.world import World

CARD = Card(
    Text("Reach", "Portée"),
    "distinct people who saw at least one post supporting the claim",
    sources=("D3",),
    unit="people",
)
WHEN = "series"
SEGMENTED = True


def measure(world: World, members: B8) -> dict[str, float]:
    """People who heard each claim."""
    return by_claim(world, counts_above(world.accounts.column("heard"), 0, public(world, members)))

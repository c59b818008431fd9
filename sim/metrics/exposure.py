"""Exposure: how often a person saw the claim supported, on average over everybody."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.ground.statistics import per_row, sums
from sim.ground.types import B8
from sim.state.public import by_claim, public
from sim.state.world import World

CARD = Card(
    Text("Exposure per person", "Exposition par personne"),
    "times that a person saw a post supporting the claim, mean over all people, reached or not",
    sources=("D3",),
    unit="exposures per person",
)
WHEN = "series"
SEGMENTED = True


def measure(world: World, members: B8) -> dict[str, float]:
    """Mean exposures of the people to each claim; NaN without people."""
    people = public(world, members)
    return by_claim(world, per_row(sums(world.accounts.column("heard"), people), people))

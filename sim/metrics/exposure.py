"""Exposure: how often a person saw the claim supported, on average over everybody."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.ground.statistics import sums
from sim.state.public import by_claim
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Exposure per person", "Exposition par personne"),
    "times that a person saw a post supporting the claim, mean over all people, reached or not",
    sources=("D3",),
    unit="exposures per person",
)
WHEN = "series"
SEGMENTED = True
BY = "claims"


def measure(world: World, members: Members) -> dict[str, float]:
    """Mean exposures of the people to each claim; NaN without people."""
    return by_claim(world, members.mean(sums, "heard"))

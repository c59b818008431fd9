"""Cascade breadth: how many posts the fullest level of a cascade holds."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.state.survey import Members
from sim.state.trees import figure_by_claim
from sim.state.world import World

CARD = Card(
    Text("Cascade breadth", "Largeur des cascades"),
    "largest number of posts at one distance from the original, over the cascades supporting the claim",
    sources=("D3",),
    unit="posts",
)
WHEN = "end"
SEGMENTED = False
READS_RESHARES = True
BY = "claims"


def measure(_world: World, members: Members) -> dict[str, float]:
    """Breadth of the broadest cascade, by claim; NaN if nobody posted on it."""
    return figure_by_claim(members, lambda trees: float(trees.breadth.max()))

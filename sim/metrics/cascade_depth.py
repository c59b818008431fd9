"""Cascade depth: over how many hops the claim was passed on at the furthest."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.state.survey import Members
from sim.state.trees import figure_by_claim
from sim.state.world import World

CARD = Card(
    Text("Cascade depth", "Profondeur des cascades"),
    "hops from a post supporting the claim down its longest path of reshares, in the deepest cascade",
    sources=("D3", "V4"),
    unit="hops",
)
WHEN = "end"
SEGMENTED = False
READS_RESHARES = True
BY = "claims"


def measure(_world: World, members: Members) -> dict[str, float]:
    """Depth of the deepest cascade, by claim; NaN if nobody posted on it."""
    return figure_by_claim(members, lambda trees: float(trees.depth.max()))

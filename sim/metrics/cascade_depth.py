"""Cascade depth: over how many hops the claim was passed on at the furthest."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.ground.types import B8
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


def measure(world: World, _members: B8) -> dict[str, float]:
    """Depth of the deepest cascade, by claim; NaN if nobody posted on it."""
    return figure_by_claim(world, lambda trees: float(trees.depth.max()))

"""Largest cascade: the size of the claim's most reshared post."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.state.survey import Members
from sim.state.trees import figure_by_claim
from sim.state.world import World

CARD = Card(
    Text("Largest cascade", "Plus grande cascade"),
    "size of the largest cascade (one post and its reshares) supporting the claim",
    sources=("D3", "V2"),
    unit="posts",
)
WHEN = "end"
SEGMENTED = False
READS_RESHARES = True
BY = "claims"


def measure(_world: World, members: Members) -> dict[str, float]:
    """Size of the largest cascade, by claim; NaN if nobody posted on it."""
    return figure_by_claim(members, lambda trees: float(trees.size.max()))

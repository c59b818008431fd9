"""Cascade size: how many posts one post on the claim grows into, on average, the unshared ones included."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.state.survey import Members
from sim.state.trees import figure_by_claim
from sim.state.world import World

CARD = Card(
    Text("Mean cascade size", "Taille moyenne des cascades"),
    "mean number of posts (an original and its reshares) in the cascades supporting the claim",
    sources=("D3", "V1"),
    unit="posts",
)
WHEN = "end"
SEGMENTED = False
READS_RESHARES = True
BY = "claims"


def measure(_world: World, members: Members) -> dict[str, float]:
    """Mean size, by claim; NaN if nobody posted on it."""
    return figure_by_claim(members, lambda trees: int(trees.size.sum()) / len(trees.size))

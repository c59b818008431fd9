"""Operation spending: what the operations have paid for what they did."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Spending of operations", "Dépenses des opérations"),
    "money that an operation has spent on posts, reshares, replies, advertisements and hired voices",
    sources=("A50", "the card of each tactic"),
    unit="€",
)
WHEN = "series"
SEGMENTED = False
BY = "operations"


def measure(world: World, _members: Members) -> dict[str, float]:
    """Euros so far, by operation."""
    spent = world.operations.column("spent")
    return {name: float(spent[row]) for row, name in enumerate(world.names.operations)}

"""Income from advertisers: what operations have earned with the views of their posts."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Operations' income from advertisers", "Recettes publicitaires des opérations"),
    "money that advertisers have paid an operation for views of what it posted",
    sources=("F23", "T0137.001"),
    unit="€",
    better="lower",
)
WHEN = "series"
SEGMENTED = False
BY = "operations"


def measure(world: World, _members: Members) -> dict[str, float]:
    """Euros so far, by operation."""
    earned = world.operations.column("earned")
    return {name: float(earned[row]) for row, name in enumerate(world.names.operations)}

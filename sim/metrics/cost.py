"""Cost: what the responding side has spent on its measures."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Cost", "Coût"),
    "money that the responding side has spent on its measures, staff time not included",
    sources=("the card of each countermeasure",),
    unit="€",
    better="lower",
)
WHEN = "series"
SEGMENTED = False


def measure(world: World, _members: Members) -> float:
    """Euros so far."""
    return float(world.ledger.money)

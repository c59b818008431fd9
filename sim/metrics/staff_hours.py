"""Staff hours: how much work the measures took."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Staff hours", "Heures de travail"),
    "hours of work that the responding side has put into its measures",
    sources=("the card of each countermeasure",),
    unit="h",
    better="lower",
)
WHEN = "series"
SEGMENTED = False


def measure(world: World, _members: Members) -> float:
    """Hours so far."""
    return float(world.ledger.staff_hours)

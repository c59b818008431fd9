"""Records touched: how many personal records somebody published, leaked or collected."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Personal records touched", "Données personnelles touchées"),
    "personal records of artificial accounts that came out in leaks or were published to harm",
    sources=("F17",),
    unit="records",
    better="lower",
)
WHEN = "series"
SEGMENTED = False


def measure(world: World, _members: Members) -> float:
    """Records so far."""
    return float(world.ledger.records_touched)

"""Appeals: how many complaints about decisions were heard."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Appeals", "Recours formés"),
    "complaints heard about labels, lowered posts, removals and suspensions, with cause or in vain",
    sources=("C4",),
    unit="complaints",
)
WHEN = "series"
SEGMENTED = False


def measure(world: World, _members: Members) -> float:
    """Appeals so far."""
    return float(world.ledger.appeals)

"""Appeals upheld: how many wrong decisions were taken back when those whom they hit appealed."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Appeals upheld", "Recours accueillis"),
    "wrong removals, suspensions, labels and lowered posts that an appeal reversed",
    sources=("C4",),
    unit="decisions",
)
WHEN = "series"
SEGMENTED = False


def measure(world: World, _members: Members) -> float:
    """Appeals upheld so far."""
    return float(world.ledger.appeals_upheld)

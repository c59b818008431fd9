"""Wrongful removals: what was taken down although it broke no rule."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Wrongful removals", "Retraits injustifiés"),
    "posts and accounts removed that broke no rule",
    sources=("C4",),
    unit="removals",
    better="lower",
)
WHEN = "series"
SEGMENTED = False


def measure(world: World, _members: Members) -> float:
    """Wrongful removals so far."""
    return float(world.ledger.wrongful_removals)

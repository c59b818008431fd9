"""Takeovers: how many accounts strangers got hold of."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Accounts taken over", "Comptes détournés"),
    "accounts that strangers got hold of so far",
    sources=("C17",),
    unit="accounts",
    better="lower",
)
WHEN = "series"
SEGMENTED = False


def measure(world: World, _members: Members) -> float:
    """Takeovers so far."""
    return float(world.takeovers.n)

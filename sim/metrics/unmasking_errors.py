"""Unmasking errors: how many genuine accounts were publicly called false, or an operation’s."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Wrongly exposed accounts", "Comptes mis en cause à tort"),
    "genuine accounts that were publicly called false or an operation’s",
    sources=("C4", "assumed"),
    unit="accounts",
    better="lower",
)
WHEN = "series"
SEGMENTED = False


def measure(world: World, _members: Members) -> float:
    """Accounts so far."""
    return float(world.ledger.wrongly_unmasked)

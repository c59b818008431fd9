"""Voices lowered: how many people were made less heard though they said nothing false."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Voices lowered", "Voix affaiblies"),
    "accounts whose true or ordinary posts were down-ranked or labelled",
    sources=("C4",),
    unit="accounts",
    better="lower",
)
WHEN = "series"
SEGMENTED = False


def measure(world: World, _members: Members) -> float:
    """Accounts so far."""
    return float(world.ledger.voices_lowered)

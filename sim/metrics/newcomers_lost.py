"""Newcomers lost: how many people did not join because signing up was made harder."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Newcomers lost", "Nouveaux venus perdus"),
    "expected number of people who gave up signing up since a measure made it harder",
    sources=("C00034", "assumed"),
    unit="people",
    better="lower",
)
WHEN = "series"
SEGMENTED = False


def measure(world: World, _members: Members) -> float:
    """People so far."""
    return float(world.ledger.newcomers_lost)

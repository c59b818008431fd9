"""Statements of reasons: how many of those whose posts or accounts were acted on were told why."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Statements of reasons", "Exposés des motifs"),
    "decisions of moderators, removals, suspensions and lowered posts that came with their reasons",
    sources=("A89", "A91"),
    unit="decisions",
)
WHEN = "series"
SEGMENTED = False


def measure(world: World, _members: Members) -> float:
    """Statements so far."""
    return float(world.ledger.statements)

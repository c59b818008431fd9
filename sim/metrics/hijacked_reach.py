"""Reach while hijacked: how often posts were seen that strangers wrote from accounts taken over."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Reach while hijacked", "Portée des comptes détournés"),
    "times that posts written from accounts taken over were seen before these were won back",
    sources=("C17", "A103"),
    unit="exposures",
    better="lower",
)
WHEN = "series"
SEGMENTED = False


def measure(world: World, _members: Members) -> float:
    """Exposures so far."""
    return float(world.takeovers.column("views").sum())

"""Hate exposure: how many hostile posts were aimed at people, and how many they saw aimed at others."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.ground.statistics import mean_of
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Exposure to hate", "Exposition à la haine"),
    "hostile posts so far, aimed at a person or seen by a person who is not the target; means over people",
    sources=("C9", "F13"),
    unit="posts per person",
    better="lower",
)
WHEN = "series"
SEGMENTED = True


def measure(world: World, members: Members) -> dict[str, float]:
    """Mean numbers so far; NaN without people."""
    accounts, people = world.accounts, members.people
    told = {"aimed": "abuse", "seen": "abuse_seen"}
    return {name: mean_of(accounts.column(column), people) for name, column in told.items()}

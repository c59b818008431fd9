"""Hours trending: how long a hashtag has stood in the trending list."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Hours in the trending list", "Heures dans la liste des tendances"),
    "hours in which a hashtag stood in one of the trending slots",
    sources=("C15", "A28"),
    unit="h",
)
WHEN = "series"
SEGMENTED = False
BY = "tags"


def measure(world: World, _members: Members) -> dict[str, float]:
    """Hours so far by tag; nothing where nobody uses tags."""
    return {name: float(world.hashtags.hours[tag]) for tag, name in enumerate(world.hashtags.names)}

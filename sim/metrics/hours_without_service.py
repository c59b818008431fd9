"""Hours without service: how long people could reach no platform at all."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.ground.statistics import sum_of_column
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Hours without service", "Heures sans service"),
    "hours since the start in which no platform on which a person is got through, mean over all people",
    sources=("F16", "model.md"),
    unit="h",
    better="lower",
)
WHEN = "series"
SEGMENTED = True


def measure(world: World, members: Members) -> float:
    """Mean dark hours of the people; NaN without people."""
    return float(members.mean(sum_of_column, "dark")[0])

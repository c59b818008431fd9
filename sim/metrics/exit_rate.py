"""Exit: the share of people who have left for good."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.ground.statistics import counts_of_codes
from sim.state.codes import Status
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Exit", "Départs"),
    "share of people who left the platform for good under a load of hostility",
    sources=("C9", "A105"),
    unit="share of people",
    better="lower",
)
WHEN = "series"
SEGMENTED = True


def measure(_world: World, members: Members) -> float:
    """Share of the people; NaN without any."""
    return float(members.mean(counts_of_codes, "status")[Status.LEFT])

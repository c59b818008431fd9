"""False belief over the run: the mean share of believers from hour 0 to the end, so that early harm counts."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.state.course import courses
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("False belief over the run", "Croyance erronée sur la durée"),
    "mean over time of the share of people who hold the false claim to be more likely true than not",
    sources=("C1",),
    unit="share of people",
    better="lower",
)
WHEN = "end"
SEGMENTED = False  # the series has the segments
SUMS_UP = "false_belief_share"
BY = "false_claims"


def measure(world: World, members: Members) -> dict[str, float]:
    """Mean of the series by false claim, and by claim@segment; nothing before the first measurement."""
    return {name: float(values.mean()) for name, values in courses(world, SUMS_UP).items()}

"""Peak of false belief: the highest share of believers at any hour of the run."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.state.course import courses
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Peak of false belief", "Pic de croyance erronée"),
    "highest share of people at any one time who hold the false claim to be more likely true than not",
    sources=("C1",),
    unit="share of people",
    better="lower",
)
WHEN = "end"
SEGMENTED = False  # the series has the segments
SUMS_UP = "false_belief_share"
BY = "false_claims"


def measure(world: World, members: Members) -> dict[str, float]:
    """Highest value of the series by false claim, and by claim@segment; nothing before the first measurement."""
    return {name: float(values.max()) for name, values in courses(world, SUMS_UP).items()}

"""Mean belief: how likely people hold the claim to be true, on average."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.ground.statistics import logistic_sums
from sim.state.public import by_claim
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Mean belief", "Croyance moyenne"),
    "belief in the claim as a probability, mean over people",
    sources=("C1",),
    unit="probability",
)
WHEN = "series"
SEGMENTED = True
BY = "claims"


def measure(world: World, members: Members) -> dict[str, float]:
    """Mean belief of the people in each claim; NaN without people."""
    return by_claim(world, members.mean(logistic_sums, "belief"))

"""Total exposure: how many times people saw the claim supported, all of them together."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.ground.statistics import sums
from sim.state.public import by_claim
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Total exposure", "Exposition totale"),
    "times that people saw a post supporting the claim; the same person counts each time",
    sources=("D3",),
    unit="exposures",
)
WHEN = "series"
SEGMENTED = True
BY = "claims"


def measure(world: World, members: Members) -> dict[str, float]:
    """Exposures of the people to each claim."""
    return by_claim(world, members.total(sums, "heard"))

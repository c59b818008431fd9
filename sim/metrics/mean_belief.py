"""Mean belief: how likely people hold the claim to be true, on average."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.ground.statistics import logistic_sums, per_row
from sim.ground.types import B8
from sim.state.public import by_claim, public
from sim.state.world import World

CARD = Card(
    Text("Mean belief", "Croyance moyenne"),
    "belief in the claim as a probability, mean over people",
    sources=("C1",),
    unit="probability",
)
WHEN = "series"
SEGMENTED = True


def measure(world: World, members: B8) -> dict[str, float]:
    """Mean belief of the people in each claim; NaN without people."""
    people = public(world, members)
    return by_claim(world, per_row(logistic_sums(world.accounts.column("belief"), people), people))

"""Total exposure: how many times people saw the claim supported, all of them together."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.ground.statistics import sums
from sim.ground.types import B8
from sim.state.public import by_claim, public
from sim.state.world import World

CARD = Card(
    Text("Total exposure", "Exposition totale"),
    "times that people saw a post supporting the claim; the same person counts each time",
    sources=("D3",),
    unit="exposures",
)
WHEN = "series"
SEGMENTED = True


def measure(world: World, members: B8) -> dict[str, float]:
    """Exposures of the people to each claim."""
    return by_claim(world, sums(world.accounts.column("heard"), public(world, members)))

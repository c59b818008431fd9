"""Favourability: how well people think of each country that the scenario names."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.ground.statistics import sums
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Favourability", "Image favorable"),
    "favourability of a country in the eyes of the public, from 0 to 1, mean over people",
    sources=("C16", "A115", "A117"),
    unit="0..1",
)
WHEN = "series"
SEGMENTED = True
BY = "images"


def measure(world: World, members: Members) -> dict[str, float]:
    """Mean favourability, by country named; NaN without people."""
    means = members.mean(sums, "image").tolist()
    return dict(zip(world.names.images, means, strict=True))

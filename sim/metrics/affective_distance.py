"""Affective distance: how much warmer people feel towards their own camp than towards the other."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.ground.statistics import sum_of_column
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Affective distance between camps", "Distance affective entre les camps"),
    "how much warmer people feel to their own camp than to the other, on a thermometer of 100 degrees; the mean",
    sources=("A84", "Iyengar et al. 2019, Annu Rev Polit Sci, 10.1146/annurev-polisci-051117-073034"),
    unit="degrees",
    better="lower",
)
WHEN = "series"
SEGMENTED = True


def measure(_world: World, members: Members) -> float:
    """Mean over the people; NaN without any."""
    return float(members.mean(sum_of_column, "affective_distance")[0])

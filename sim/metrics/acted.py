"""Acted: the share of people who have done each act of the scenario."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.ground.statistics import mean_of
from sim.state.deeds import able_to
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Acted", "Passage à l’acte"),
    "share of the people who can do the act that have done it (voted, left, given, withdrawn their savings)",
    sources=("C10", "F16"),
    unit="share of people",
)
WHEN = "series"
SEGMENTED = True
BY = "acts"


def measure(world: World, members: Members) -> dict[str, float]:
    """Share who acted, by act; NaN where nobody can do it."""
    acted, told = world.accounts.column("acted"), {}
    for deed, name in enumerate(world.names.deeds):
        able = able_to(world.accounts, world.names, world.deeds, deed)
        told[name] = mean_of(acted[:, deed], able & members.people)
    return told

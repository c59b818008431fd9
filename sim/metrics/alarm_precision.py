"""Alarm precision: how many of the alarms were right."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.state.survey import Members
from sim.state.warned import accused, detectors, mean, planted, right, sightings
from sim.state.watching import ACCOUNTS
from sim.state.world import World

CARD = Card(
    Text("Precision of alarms", "Précision des alertes"),
    "share of the alarms raised while an operation was at work on the claim or segment; or of accounts named, planted",
    sources=("C13", "A114"),
    unit="share",
    better="higher",
)
WHEN = "end"
SEGMENTED = False
BY = "detectors"


def measure(world: World, _members: Members) -> dict[str, float]:
    """A share by detector; NaN where it raised no alarm."""
    return {name: _precision(world, number, about) for number, name, about in detectors(world)}


def _precision(world: World, number: int, about: str) -> float:
    if about == ACCOUNTS:
        return mean(planted(world)[accused(world, number)])
    looks = sightings(world, number)
    return mean(right(world, about, looks)[looks.column("alarm") == 1])

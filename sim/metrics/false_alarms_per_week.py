"""False alarms per week: how often a detector warned of nothing."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.state.survey import Members
from sim.state.warned import detectors, right, sightings, watched_hours
from sim.state.world import World

CARD = Card(
    Text("False alarms per week", "Fausses alertes par semaine"),
    "alarms raised while no operation was at work on the claim or segment (for accounts: at all), per week of watching",
    sources=("C13", "A110"),
    unit="1/week",
    better="lower",
)
WHEN = "end"
SEGMENTED = False
BY = "detectors"
WEEK = 168.0  # hours


def measure(world: World, _members: Members) -> dict[str, float]:
    """Alarms a week by detector; NaN before the start."""
    return {name: _rate(world, number, about) for number, name, about in detectors(world)}


def _rate(world: World, number: int, about: str) -> float:
    looks, hours = sightings(world, number), watched_hours(world)
    wrong = (looks.column("alarm") == 1) & ~right(world, about, looks)
    return float(wrong.sum()) * WEEK / hours if hours > 0.0 else float("nan")

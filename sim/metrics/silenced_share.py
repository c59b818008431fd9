"""Silenced: the share of people who have stopped taking part under a load of hostility."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.ground.statistics import counts_of_codes
from sim.state.codes import Status
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Silenced", "Réduits au silence"),
    "share of people who open no session because of the hostile posts aimed at them",
    sources=("C9", "A105", "V41"),
    unit="share of people",
    better="lower",
)
WHEN = "series"
SEGMENTED = True


def measure(_world: World, members: Members) -> float:
    """Share of the people; NaN without any."""
    return float(members.mean(counts_of_codes, "status")[Status.SILENCED])

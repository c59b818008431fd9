"""Alarm recall: how much of what was to be found was found."""

from __future__ import annotations

import numpy as np

from sim.ground.cards import Card, Text
from sim.state.accounts import rows_of
from sim.state.survey import Members
from sim.state.warned import accused, detectors, mean, planted, right, sightings, worth_warning
from sim.state.watching import ACCOUNTS
from sim.state.world import World

CARD = Card(
    Text("Recall of alarms", "Rappel des alertes"),
    "share of the claims or segments with an operation at work that an alarm warned of; or of planted accounts, named",
    sources=("C13", "A110"),
    unit="share",
    better="higher",
)
WHEN = "end"
SEGMENTED = False
BY = "detectors"


def measure(world: World, _members: Members) -> dict[str, float]:
    """A share by detector; NaN where there was nothing to find."""
    return {name: _recall(world, number, about) for number, name, about in detectors(world)}


def _recall(world: World, number: int, about: str) -> float:
    if about == ACCOUNTS:
        return mean(np.isin(rows_of(planted(world)), accused(world, number)))
    looks = sightings(world, number)
    found = looks.column("about")[(looks.column("alarm") == 1) & right(world, about, looks)]
    return mean(np.isin(worth_warning(world, about), found))

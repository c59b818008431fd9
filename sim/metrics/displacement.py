"""Displacement: the share of a false claim's exposures that outsiders cannot see, on closed platforms."""

from __future__ import annotations

import numpy as np

from sim.ground.cards import Card, Text
from sim.ground.statistics import ratios
from sim.state.codes import Stance
from sim.state.public import by_claim, false_claims
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Displacement to closed platforms", "Report vers des plateformes fermées"),
    "share of all exposures to posts supporting the false claim that happened on closed layers",
    sources=("A87", "F14", "F20"),
    unit="share of exposures",
    better="lower",
)
WHEN = "series"
SEGMENTED = False
BY = "false_claims"


def measure(world: World, members: Members) -> dict[str, float]:
    """Share seen on closed layers, by false claim; NaN before anybody saw it, nothing where there are no layers."""
    if not world.layers:
        return {}
    seen = np.array([layer.seen[:-1, Stance.SUPPORT + 1] for layer in world.layers], np.float64)
    closed = np.array([layer.closed for layer in world.layers])
    return by_claim(world, ratios(seen[closed].sum(axis=0), seen.sum(axis=0)), false_claims(world))

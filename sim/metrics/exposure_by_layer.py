"""Exposure by layer: how often a person saw false claims supported on each of several platforms."""

from __future__ import annotations

import numpy as np

from sim.ground.cards import Card, Text
from sim.state.codes import Stance
from sim.state.public import false_claims
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Exposure by platform", "Exposition par plateforme"),
    "times that any account saw a post supporting a false claim on each layer, for each of the people",
    sources=("D3", "scenarios.md"),
    unit="exposures per person",
    better="lower",
)
WHEN = "series"
SEGMENTED = False
BY = "layers"


def measure(world: World, members: Members) -> dict[str, float]:
    """Exposures to falsehood per person, by layer; nothing where there is one platform only."""
    claims = false_claims(world)
    if not len(claims):
        return {}
    seen = {layer.name: float(layer.seen[claims, Stance.SUPPORT + 1].sum()) for layer in world.layers}
    return {name: total / members.number if members.number else np.nan for name, total in seen.items()}

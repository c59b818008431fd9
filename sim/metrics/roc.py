"""ROC: how well the scores of a detector tell cases with an operation from those without."""

from __future__ import annotations

import numpy as np

from sim.ground.cards import Card, Text
from sim.ground.types import B8, F64
from sim.state.survey import Members
from sim.state.warned import detectors, planted, right, sightings, suspicion
from sim.state.watching import ACCOUNTS
from sim.state.world import World

CARD = Card(
    Text("Area under the ROC curve", "Aire sous la courbe ROC"),
    "P(a look with an operation at work scores higher than one without; or a planted account than another)",
    sources=("C13", "A114"),
    unit="0..1",
    better="higher",
)
WHEN = "end"
SEGMENTED = False
BY = "detectors"


def measure(world: World, _members: Members) -> dict[str, float]:
    """An area by detector; 0.5 is luck; NaN where all cases are the same."""
    return {name: _area(world, number, about) for number, name, about in detectors(world)}


def _area(world: World, number: int, about: str) -> float:
    if about == ACCOUNTS:
        return area_under_roc(suspicion(world, number), planted(world))
    looks = sightings(world, number)
    return area_under_roc(looks.column("score").astype(np.float64), right(world, about, looks))


def area_under_roc(score: F64, positive: B8) -> float:
    """P(a positive case scores higher than a negative one), ties counting half."""
    yes, no = score[positive], np.sort(score[~positive])
    if not len(yes) or not len(no):
        return float("nan")
    below = np.searchsorted(no, yes, "left") + np.searchsorted(no, yes, "right")
    return int(below.sum()) / (2 * len(yes) * len(no))

"""Z-score: an alarm when an hour's posts on a claim exceed their usual number by three deviations."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.ground.types import F64
from sim.state.world import World

CARD = Card(
    label=Text("Z-score of hourly posts", "Score z des messages horaires"),
    idea="sees one loud hour; CUSUM adds up many slightly louder ones",
    sources=("C13", "A110"),
)
USUAL, SPREAD, TOTAL = (f"detectors/z_score/{name}" for name in ("usual", "spread", "total"))


@dataclass(frozen=True)
class Params:
    """What counts as unusual."""

    threshold: float = param(3.0, "sd", 0.1, 100, source="C13", doc="alarm at this many standard deviations")
    least: int = param(5, "posts", 1, 1_000_000, source="assumed", doc="fewer posts are never an alarm")
    memory: float = param(24.0, "looks", 1, 1e9, source="assumed", doc="time constant of the usual")


TRIAL = Trial(moves={"threshold": "-alerts", "least": "-alerts"})


def watch(world: World, params: Params) -> bool:
    """Whether any claim was posted about unusually often since the last look."""
    zeros = np.zeros(world.claims.n)
    usual, spread = world.memory.get(USUAL, zeros), world.memory.get(SPREAD, zeros)
    total = (world.tallies.originals + world.tallies.reshares)[:-1].sum(axis=1).astype(np.float64)
    count = total - world.memory.get(TOTAL, zeros)
    alarm = (z(count, usual, spread) >= params.threshold) & (count >= params.least)
    world.memory[USUAL], world.memory[SPREAD] = learnt(count, usual, spread, 1.0 / params.memory)
    world.memory[TOTAL] = total
    return bool(alarm.any())


def z(count: F64, usual: F64, spread: F64) -> F64:
    """(y - mean) / sd; counts vary at least as much as a Poisson number of the usual size does."""
    return np.asarray((count - usual) / np.sqrt(np.maximum(np.maximum(spread, usual), 1.0)))


def learnt(count: F64, usual: F64, spread: F64, weight: float) -> tuple[F64, F64]:
    """Exponentially weighted mean and variance after one more count."""
    surprise = count - usual
    return usual + weight * surprise, (1.0 - weight) * (spread + weight * surprise * surprise)

"""CUSUM: an alarm when small excesses of posts on a claim add up, hour after hour."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.ground.types import F64
from sim.state.sightings import Look
from sim.state.watching import CLAIMS, new_posts
from sim.state.world import World

CARD = Card(
    label=Text("CUSUM of hourly posts", "Somme cumulée (CUSUM) des publications horaires"),
    idea="sees a slow rise that no single hour shows; the z-score sees one loud hour",
    sources=("C13",),
)
ABOUT = CLAIMS
USUAL, SUM = (f"detectors/cusum/{name}" for name in ("usual", "sum"))


@dataclass(frozen=True)
class Params:
    """How much excess is allowed, and how much in all is an alarm."""

    slack: float = param(0.5, "sd", 0, 10, source="C13", doc="excess that is not counted")
    limit: float = param(5.0, "sd", 0.1, 1000, source="C13", doc="alarm above this sum; then it starts anew")
    least: int = param(5, "posts", 1, 1_000_000, source="assumed", doc="fewer posts are never an alarm")
    memory: float = param(168.0, "looks", 1, 1e9, source="assumed", doc="time constant of the usual")
    staff: float = param(0.5, "h", 0, 1000, source="assumed", doc="staff hours that one alarm takes")


TRIAL = Trial(
    moves={"slack": "-alerts", "limit": "-alerts", "least": "-alerts"},
    tries={"slack": (0.1, 4.0), "least": (1, 40)},
    needs={"slack": {"limit": 2.0}, "least": {"limit": 0.5, "slack": 0.0}},  # so low that a single post may be enough
)


def watch(world: World, params: Params) -> Look:
    """The excess of posts on each claim so far, and whether it has added up to the limit."""
    zeros = np.zeros(world.claims.n)
    usual = world.memory.get(USUAL, zeros)
    count = new_posts(world, "cusum")
    grown = added(world.memory.get(SUM, zeros), count, usual, params.slack)
    alarm = (grown > params.limit) & (count >= params.least)
    world.memory[SUM] = np.where(alarm, 0.0, grown)
    world.memory[USUAL] = usual + (count - usual) / params.memory
    return Look(grown, alarm)


def added(before: F64, count: F64, usual: F64, slack: float) -> F64:
    """S = max(0, S + (y - mu) / sd - slack), where sd is that of a Poisson number of the usual size (C13)."""
    return np.asarray(np.maximum(0.0, before + (count - usual) / np.sqrt(np.maximum(usual, 1.0)) - slack))

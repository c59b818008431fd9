"""Z-score: an alarm when an hour's posts on a claim exceed their usual number by three deviations."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.ground.rises import learnt, z
from sim.state.sightings import Look
from sim.state.watching import CLAIMS, new_posts
from sim.state.world import World

CARD = Card(
    label=Text("Z-score of hourly posts", "Score z des publications horaires"),
    idea="sees one loud hour; CUSUM adds up many slightly louder ones",
    sources=("C13", "A110"),
)
ABOUT = CLAIMS
USUAL, SPREAD = (f"detectors/z_score/{name}" for name in ("usual", "spread"))


@dataclass(frozen=True)
class Params:
    """What counts as unusual."""

    threshold: float = param(3.0, "sd", 0.1, 100, source="C13", doc="alarm at this many standard deviations")
    least: int = param(5, "posts", 1, 1_000_000, source="assumed", doc="fewer posts are never an alarm")
    memory: float = param(24.0, "looks", 1, 1e9, source="assumed", doc="time constant of the usual")
    staff: float = param(0.5, "h", 0, 1000, source="assumed", doc="staff hours that one alarm takes")


TRIAL = Trial(moves={"threshold": "-alerts", "least": "-alerts"})


def watch(world: World, params: Params) -> Look:
    """How unusually often each claim was posted about since the last look."""
    zeros = np.zeros(world.claims.n)
    usual, spread = world.memory.get(USUAL, zeros), world.memory.get(SPREAD, zeros)
    count = new_posts(world, "z_score")
    score = z(count, usual, spread)
    world.memory[USUAL], world.memory[SPREAD] = learnt(count, usual, spread, 1.0 / params.memory)
    return Look(score, (score >= params.threshold) & (count >= params.least))

"""Hate rise: an alarm when hostile posts against a part of the public become unusually many."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.ground.rises import learnt, z
from sim.state.sightings import Look
from sim.state.watching import SEGMENTS, public_posts, subjects
from sim.state.world import World

CARD = Card(
    label=Text("Rise of hate speech", "Montée des discours de haine"),
    idea="counts hostile posts by whom they are aimed at; the others count posts by what they claim",
    sources=("C13", "C9"),
)
ABOUT = SEGMENTS
USUAL, SPREAD = (f"detectors/hate_rise/{name}" for name in ("usual", "spread"))


@dataclass(frozen=True)
class Params:
    """What is recognised, and what counts as unusual."""

    recall: float = param(0.8, "share", 0, 1, source="assumed", doc="share of hostile posts that are recognised")
    threshold: float = param(3.0, "sd", 0.1, 100, source="C13", doc="alarm at this many standard deviations")
    least: int = param(5, "posts", 1, 1_000_000, source="assumed", doc="fewer hostile posts are never an alarm")
    memory: float = param(24.0, "looks", 1, 1e9, source="assumed", doc="time constant of the usual")
    staff: float = param(1.0, "h", 0, 1000, source="assumed", doc="staff hours that one alarm takes")


# Trolls who go for people, since those on the stand go for an embassy, which is in few parts of the public.
TRIAL = Trial(
    moves={"recall": "+alerts", "threshold": "-alerts", "least": "-alerts"},
    tries={"recall": (0.05, 0.4), "least": (2, 40), "memory": (2.0, 100.0), "threshold": (1.0, 6.0)},
    world={"scenario.timeline.hounding": {
        "do": "identity_harassment", "at": 12.0, "hours": 12.0, "by": "trolls", "audience": "diaspora"}},
)  # fmt: skip


def watch(world: World, params: Params) -> Look:
    """How unusually many hostile posts of the last hour were aimed at each part of the public."""
    posts, parts = world.posts, subjects(world, ABOUT)
    rows = public_posts(world, max(1.0, world.clock.hours_per_tick))
    rows = rows[posts.target[rows] >= 0]
    rows = rows[world.draws.uniform("hate_rise", 0, posts.author[rows], posts.tick[rows]) < params.recall]
    count = np.array([world.members(part)[posts.target[rows]].sum() for part in parts], np.float64)
    zeros = np.zeros(len(parts))
    usual, spread = world.memory.get(USUAL, zeros), world.memory.get(SPREAD, zeros)
    score = z(count, usual, spread)
    world.memory[USUAL], world.memory[SPREAD] = learnt(count, usual, spread, 1.0 / params.memory)
    return Look(score, (score >= params.threshold) & (count >= params.least))

"""STA/LTA: an alarm when the recent rate of posts on a claim is several times its long-term rate."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.state.sightings import Look
from sim.state.watching import CLAIMS, new_posts
from sim.state.world import World

CARD = Card(
    label=Text("Short over long average (STA/LTA)", "Moyenne courte sur moyenne longue (STA/LTA)"),
    idea="sees a burst by its ratio to the long-term rate; the z-score measures it in deviations",
    sources=("A110", "C13"),
)
ABOUT = CLAIMS
SHORT, LONG = (f"detectors/sta_lta/{name}" for name in ("short", "long"))


@dataclass(frozen=True)
class Params:
    """Two windows, and how far they must part; hours in the place of the minutes of A110."""

    ratio: float = param(5.0, "x", 1, 1000, source="C13", doc="alarm at so many times the long-term rate")
    short: float = param(1.0, "looks", 1, 1e6, source="C13", doc="time constant of the short average")
    long: float = param(60.0, "looks", 1, 1e9, source="C13", doc="time constant of the long average")
    least: int = param(5, "posts", 1, 1_000_000, source="assumed", doc="fewer posts are never an alarm")
    staff: float = param(0.5, "h", 0, 1000, source="assumed", doc="staff hours that one alarm takes")


TRIAL = Trial(
    moves={"ratio": "-alerts", "least": "-alerts"},
    tries={"short": (2.0, 6.0), "ratio": (2.0, 12.0), "least": (2, 40)},
    needs={"least": {"ratio": 2.0}},
)


def watch(world: World, params: Params) -> Look:
    """The ratio of both averages for each claim; fewer than one post an hour count as one."""
    zeros, count = np.zeros(world.claims.n), new_posts(world, "sta_lta")
    short, long = world.memory.get(SHORT, zeros), world.memory.get(LONG, zeros)
    short, long = short + (count - short) / params.short, long + (count - long) / params.long
    world.memory[SHORT], world.memory[LONG] = short, long
    ratio = short / np.maximum(long, 1.0)
    return Look(ratio, (ratio >= params.ratio) & (count >= params.least))

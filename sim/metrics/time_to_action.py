"""Time to action: how long posts that break the rules stood before moderators acted on them."""

from __future__ import annotations

import math

import numpy as np

from sim.ground.cards import Card, Text
from sim.state.codes import Decision
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Time to action", "Délai d’intervention"),
    "mean hours from a post on a claim to a moderator's label, lowering or removal of it, where that was right; "
    "posts that still wait are not counted",
    sources=("A88", "A90", "C4"),
    unit="h",
    better="lower",
)
WHEN = "end"
SEGMENTED = False


def measure(world: World, _members: Members) -> float:
    """Mean hours on the main platform; NaN if nothing was acted on."""
    cases, told = world.cases, world.originals
    acted = (cases.column("decision") > Decision.KEPT) & (cases.column("violating") == 1) & (cases.column("claim") >= 0)
    if not acted.any():
        return math.nan
    place = np.searchsorted(told.column("post"), cases.column("post")[acted])
    posted = (told.column("tick")[place] - world.clock.burn_in_ticks) * world.clock.hours_per_tick
    return float(np.mean(cases.column("decided")[acted] - posted))

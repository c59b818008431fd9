"""Time to first statement: how long the own side left a false claim unanswered."""

from __future__ import annotations

import math

import numpy as np

from sim.ground.cards import Card, Text
from sim.state.codes import Stance
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Time to first statement", "Délai de la première déclaration"),
    "hours from the first post supporting a false claim to the own side's first word; below 0 it was first",
    sources=("D3",),
    unit="h",
    better="lower",
)
WHEN = "end"
SEGMENTED = False


def measure(world: World, _members: Members) -> float:
    """Hours to the first statement; NaN if there was none, or nothing to answer."""
    made = world.originals
    supporting = np.flatnonzero(made.column("stance") == Stance.SUPPORT)
    false = supporting[world.claims.true[made.column("claim")[supporting]] == 0]
    stated = world.ledger.first_statement_hour
    if not len(false) or stated < 0:
        return math.nan
    return stated - world.clock.hour_of(int(made.tick[false[0]]))

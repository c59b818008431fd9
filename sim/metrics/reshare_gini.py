"""Concentration of attention (Gini): how unequally reshares fall on posts."""

from __future__ import annotations

import numpy as np

from sim.ground.cards import Card, Text
from sim.ground.statistics import gini
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Inequality of reshares (Gini)", "Inégalité des relais (Gini)"),
    "Gini coefficient of reshares over all posts of the run, ordinary ones and burn-in included: 0 all alike",
    sources=("V3",),
    unit="0..1",
)
WHEN = "end"
SEGMENTED = False
READS_RESHARES = True


def measure(world: World, _members: Members) -> float:
    """The coefficient; NaN if nothing was reshared."""
    reshares = np.unique(world.reshares.column("root"), return_counts=True)[1]
    originals = world.posts.last - world.reshares.n  # every post that is no reshare
    return gini(reshares, originals - len(reshares))

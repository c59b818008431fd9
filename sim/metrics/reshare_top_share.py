"""Concentration of attention (top 1 %): what part of all reshares the most reshared 1 % of posts got."""

from __future__ import annotations

import numpy as np

from sim.ground.cards import Card, Text
from sim.ground.statistics import top_share
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Reshares won by the top 1 % of posts", "Part des relais du 1 % des publications en tête"),
    "share of all reshares that the most reshared 1 % of all posts got (ordinary ones and burn-in included)",
    sources=("V3",),
    unit="share of reshares",
)
WHEN = "end"
SEGMENTED = False
READS_RESHARES = True
TOP = 0.01  # V3


def measure(world: World, _members: Members) -> float:
    """Share of the top 1 %; NaN if nothing was reshared."""
    reshares = np.unique(world.reshares.column("root"), return_counts=True)[1]
    originals = world.posts.last - world.reshares.n  # every post that is no reshare
    return top_share(reshares, TOP, originals - len(reshares))

"""Recall of removals: how much of what should be gone is gone."""

from __future__ import annotations

import math

import numpy as np

from sim.ground.cards import Card, Text
from sim.state.codes import Stance
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Recall of removals", "Exhaustivité des retraits"),
    "of the posts supporting false claims that are young enough for a feed, the share taken down",
    sources=("C4", "A42"),
    unit="share",
)
WHEN = "end"
SEGMENTED = False


def measure(world: World, _members: Members) -> float:
    """The share at the end; NaN if there is no such post."""
    posts, ids = world.posts, world.posts.alive()
    rows = posts.rows(ids)
    false = np.append(world.claims.column("true") == 0, False)[posts.claim[rows]]
    meant = false & (posts.root[rows] == ids) & (posts.stance[rows] == Stance.SUPPORT)
    gone = posts.removed[rows][meant]
    return float(np.count_nonzero(gone)) / len(gone) if len(gone) else math.nan

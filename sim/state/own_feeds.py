"""Own feeds: who ranks what they read by another rule than the platform's."""

from __future__ import annotations

import numpy as np

from sim.ground.types import I8, AnyArray
from sim.state.world import World

CHOSEN = "own feeds"  # in World.memory: (account), 0 = the platform's rule, n = the n-th of World.ideas.feeds


def choose(world: World, rows: AnyArray, feed: str) -> None:
    """Let accounts rank by a feed rule that an entry of the timeline offers; an empty name is the platform's."""
    chosen = world.memory.setdefault(CHOSEN, np.zeros(world.n, np.int8))
    chosen[rows] = 1 + list(world.ideas.feeds).index(feed) if feed else 0
    if not chosen.any():
        del world.memory[CHOSEN]


def chosen(world: World) -> I8 | None:
    """(account), which of the feeds on offer it has chosen; None where nobody has chosen any."""
    return world.memory.get(CHOSEN)

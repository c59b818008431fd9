"""Factors: what entries in force multiply something by, each until it takes its own back."""

from __future__ import annotations

import numpy as np

from sim.state.timeline import Entry
from sim.state.world import World

# in World.memory, followed by the entry's name:
SIGN_UP = "sign-up/"  # the share of those who register anew under a false name that gets through
RANKER_KNOWN = "ranker known/"  # x, how much less often those who fake engagement are seen through


def impose(world: World, what: str, entry: Entry, factor: float) -> None:
    """From now on this entry multiplies something by a factor."""
    world.memory[what + entry.name] = np.array([factor])


def lift(world: World, what: str, entry: Entry) -> None:
    """Let this entry multiply it no more."""
    world.memory.pop(what + entry.name, None)


def product(world: World, what: str) -> float:
    """What all factors in force come to, in the order of their entries' names; 1 where there are none."""
    whole = 1.0
    for name, factor in sorted(world.memory.items()):
        if name.startswith(what):
            whole *= float(factor[0])
    return whole

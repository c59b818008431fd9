"""Verification: the share of false names that the marks of verified accounts leave believable."""

from __future__ import annotations

import numpy as np

from sim.state.timeline import Entry
from sim.state.world import World

PREFIX = "verification/"  # in World.memory, one number for each entry in force


def left_unverified(world: World) -> float:
    """What all such measures leave of the likeness of false names."""
    left = 1.0
    for name, share in sorted(world.memory.items()):
        if name.startswith(PREFIX):
            left *= 1.0 - float(share[0])
    return left


def verify_accounts(world: World, entry: Entry, share: float) -> None:
    """From now on a share of the readers taken in look at the mark, and are not."""
    world.memory[PREFIX + entry.name] = np.array([share])


def stop_verifying(world: World, entry: Entry) -> None:
    """The measure of this entry is over."""
    world.memory.pop(PREFIX + entry.name, None)

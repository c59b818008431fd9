"""Sign-up: what share of those who register anew under a false name gets through, while a measure makes it harder."""

from __future__ import annotations

import numpy as np

from sim.state.timeline import Entry
from sim.state.world import World

PREFIX = "sign-up/"  # in World.memory: for each entry in force the share that it stops


def make_harder(world: World, entry: Entry, stopped: float) -> None:
    """From now on this share of new accounts under false names fails."""
    world.memory[PREFIX + entry.name] = np.array([stopped])


def make_easy(world: World, entry: Entry) -> None:
    """The measure of this entry is over."""
    world.memory.pop(PREFIX + entry.name, None)


def passing(world: World) -> float:
    """The share that gets through; 1 where nothing makes it harder."""
    left = 1.0
    for name, share in sorted(world.memory.items()):
        if name.startswith(PREFIX):
            left *= 1.0 - float(share[0])
    return left

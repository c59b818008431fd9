"""Feelings: how much warmer people feel towards their own camp than towards the other, and what brings camps nearer."""

from __future__ import annotations

import numpy as np

from sim.ground.types import AnyArray
from sim.state.world import World

STIRRED = "feelings/stirred"  # in World.memory once anybody feels otherwise than at the start


def stir(world: World) -> None:
    """Note that feelings have moved: from now on they fade."""
    world.memory[STIRRED] = np.ones(1, np.int8)


def bring_nearer(world: World, rows: AnyArray, degrees: float) -> None:
    """Let these accounts feel so many degrees warmer towards the other camp."""
    if degrees == 0.0 or not len(rows):
        return
    stir(world)
    felt = world.accounts.affective_distance
    felt[rows] = np.maximum(np.float32(0.0), felt[rows] - np.float32(degrees))

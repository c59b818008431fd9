"""Hubs: how wary much-followed accounts are of offers and provocations, once somebody has trained them."""

from __future__ import annotations

import numpy as np

from sim.ground.types import F32, AnyArray
from sim.state.world import World

WARY = "wary hubs"  # in World.memory from the first training on: (account), share of baits that it sees through


def wariness(world: World, rows: AnyArray) -> F32:
    """(row), the share of baits and offers that each account sees through."""
    known = world.memory.get(WARY)
    return np.zeros(len(rows), np.float32) if known is None else np.asarray(known[rows])


def warn(world: World, rows: AnyArray, share: float) -> None:
    """Let accounts see through a share of what they fell for until now."""
    known = world.memory.setdefault(WARY, np.zeros(world.n, np.float32))
    known[rows] = 1.0 - (1.0 - known[rows]) * np.float32(1.0 - share)


def taken_in(world: World, rows: AnyArray, stream: str) -> AnyArray:
    """Those of the rows who do not see through it; all of them where nobody was ever trained."""
    if WARY not in world.memory:
        return rows
    return rows[world.draws.uniform(stream, world.clock.tick, rows) >= wariness(world, rows)]

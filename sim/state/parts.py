"""Parts: levers on claims that several entries may hold at once; each gives back its own part, and nothing remains."""

from __future__ import annotations

import numpy as np

from sim.ground.types import AnyArray
from sim.state.timeline import Entry
from sim.state.world import World


def hold(world: World, entry: Entry, column: str, claims: AnyArray, share: AnyArray | float) -> None:
    """Let an entry move a lever of some claims by a share of what the others leave: 1 - (1 - a)(1 - b)."""
    for claim, part in zip(claims.tolist(), np.broadcast_to(share, claims.shape).tolist(), strict=True):
        before = _before(world, column, claim)
        entry.memory |= {f"{column}/{claim}": float(part), f"{column} before/{claim}": before}
        _settle(world, column, claim, before)


def give_back(world: World, entry: Entry, *columns: str) -> None:
    """Let an entry move these levers no more."""
    for column in columns:
        for claim in range(world.claims.n):
            if entry.memory.pop(f"{column}/{claim}", None) is not None:
                _settle(world, column, claim, entry.memory.pop(f"{column} before/{claim}"))


def _before(world: World, column: str, claim: int) -> float:
    """What held before any entry moved the lever."""
    held = (one.memory.get(f"{column} before/{claim}") for one in world.timeline)
    return next((value for value in held if value is not None), float(world.claims.column(column)[claim]))


def _settle(world: World, column: str, claim: int, before: float) -> None:
    left = 1.0 - before
    for one in world.timeline:
        left *= 1.0 - one.memory.get(f"{column}/{claim}", 0.0)
    world.claims.column(column)[claim] = 1.0 - left

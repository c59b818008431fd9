"""Parts: levers on claims that several entries may hold at once; each gives back its own part, and nothing remains."""

from __future__ import annotations

import numpy as np

from sim.ground.types import AnyArray
from sim.state.timeline import Entry
from sim.state.world import World


def hold(world: World, entry: Entry, column: str, claims: AnyArray, share: AnyArray | float) -> None:
    """From now on an entry moves a lever of some claims by a share of what the others leave: 1 - (1 - a)(1 - b)."""
    world.memory.setdefault(_before(column), world.claims.column(column).copy())
    part = np.zeros(world.claims.n)
    part[claims] = share
    world.memory[_place(column, entry)] = part
    _settle(world, column)


def give_back(world: World, entry: Entry, *columns: str) -> None:
    """Let an entry move these levers no more."""
    for column in columns:
        if world.memory.pop(_place(column, entry), None) is not None:
            _settle(world, column)


def _settle(world: World, column: str) -> None:
    lever = world.claims.column(column)
    lever[:] = world.memory[_before(column)]
    start = _place(column, None)
    for name, part in sorted(world.memory.items()):
        if name.startswith(start):
            lever[:] = 1.0 - (1.0 - lever.astype(np.float64)) * (1.0 - part)


def _before(column: str) -> str:
    return f"lever before/{column}"


def _place(column: str, entry: Entry | None) -> str:
    return f"lever part/{column}/{entry.name if entry else ''}"

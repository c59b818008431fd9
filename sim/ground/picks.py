"""Weighted picks by keyed draws: who is picked does not depend on the order of the picking, nor on threads.

`Urn` lays weighted members side by side; a pick from any stretch of it costs one look into a guide table and
a short walk. A mixture sends each pick to one of several stretches.
"""

from __future__ import annotations

from typing import NamedTuple

import numba
import numpy as np

from sim.ground.csr import place_of
from sim.ground.draws import uniform
from sim.ground.rules import rule
from sim.ground.types import F64, I32, I64


class Urn(NamedTuple):
    """Members side by side, each as wide as its weight; a plain tuple so that kernels take it."""

    mass: I64  # (place + 1), sum of the weights of all places before
    member: I32  # (place), who stands there
    guide: I32  # (cell), first place that reaches into the cell of 2**shift units of mass
    shift: int


class Mixture(NamedTuple):
    """For each group of pickers the stretches of the urn it picks from."""

    upto: F64  # (group, stretch), cumulated probability of the stretches, last one 1
    low: I64  # (group, stretch), first place
    high: I64  # (group, stretch), place after the last


class Pickers(NamedTuple):
    """Who picks: the group of each node, how many distinct others it wants, and the key of the draws."""

    group: I32  # (node)
    wanted: I64  # (node)
    key: np.uint64


def urn_of(weight: I64, member: I32) -> Urn:
    """An urn of members with whole-number weights of at least 1."""
    mass = np.concatenate([np.zeros(1, np.int64), np.cumsum(weight, dtype=np.int64)])
    shift = max(int(mass[-1] // max(len(weight), 1)).bit_length() - 1, 0)  # about one place a cell
    cells = np.arange((int(mass[-1]) >> shift) + 1, dtype=np.int64) << shift
    return Urn(mass, member, np.searchsorted(mass[1:], cells, side="right").astype(np.int32), shift)


def picked_place_slowly(urn: Urn, low: int, high: int, share: float) -> int:
    """Twin of `picked_place`."""
    aim = int(urn.mass[low] + int(share * (urn.mass[high] - urn.mass[low])))
    return int(np.searchsorted(urn.mass[1:], aim, side="right"))


@rule(twin=picked_place_slowly)
def picked_place(urn: Urn, low: int, high: int, share: float) -> int:
    """The place in the stretch low..high below which `share` (0 to 1) of the stretch's mass lies."""
    aim = urn.mass[low] + np.int64(share * (urn.mass[high] - urn.mass[low]))
    place = urn.guide[aim >> urn.shift]
    while urn.mass[place + 1] <= aim:
        place += 1
    return int(place)


@rule()
def pick(urn: Urn, mixture: Mixture, group: int, share: float) -> int:
    """The member that one number in [0, 1) picks for a group: it chooses the stretch, its rest the place."""
    stretch, below = 0, 0.0
    while share >= mixture.upto[group, stretch]:
        below = mixture.upto[group, stretch]
        stretch += 1
    rest = (share - below) / (mixture.upto[group, stretch] - below)
    place = picked_place(urn, mixture.low[group, stretch], mixture.high[group, stretch], rest)
    return int(urn.member[place])


@rule(twin=np.ndarray.sort)
def _sort(row: I32) -> None:
    # Shell's sort: rows are short, and it compiles in a tenth of the time of the library's
    gap = 1
    while gap < row.size // 3:
        gap = 3 * gap + 1
    while gap > 0:
        for place in range(gap, row.size):
            value, free = row[place], place
            while free >= gap and row[free - gap] > value:
                row[free] = row[free - gap]
                free -= gap
            row[free] = value
        gap //= 3


@rule()
def _insert(row: I32, size: int, other: int) -> int:
    place = place_of(row, 0, size, other)
    if place < size and row[place] == other:
        return size
    for moved in range(size, place, -1):
        row[moved] = row[moved - 1]
    row[place] = other
    return size + 1


@rule()
def _filled(pickers: Pickers, urn: Urn, mixture: Mixture, node: int, row: I32) -> int:
    # first all picks at once, so that their looks into memory overlap; then one more for each repeated one
    group = pickers.group[node]
    for item in range(row.size):
        row[item] = pick(urn, mixture, group, uniform(pickers.key, 0, node, item))
    _sort(row)
    size, last = 0, -1
    for item in range(row.size):
        if row[item] != last and row[item] != node:
            last = row[item]
            row[size] = last
            size += 1
    item = row.size
    while size < row.size and item < 8 * row.size + 16:
        other = pick(urn, mixture, group, uniform(pickers.key, 0, node, item))
        item += 1
        if other != node:
            size = _insert(row, size, other)
    return size


@rule(parallel=True)
def _fill(pickers: Pickers, urn: Urn, mixture: Mixture, start: I64, node: I32, size: I64) -> None:
    for u in numba.prange(start.size - 1):
        if start[u + 1] > start[u]:
            size[u] = _filled(pickers, urn, mixture, u, node[start[u] : start[u + 1]])


def rows_picked(pickers: Pickers, urn: Urn, mixture: Mixture) -> tuple[I64, I32]:
    """Sorted rows of distinct others, none of them the picker; short only where the stretches run dry."""
    room = np.concatenate([np.zeros(1, np.int64), np.cumsum(pickers.wanted)])
    node, size = np.empty(room[-1], np.int32), np.zeros(len(pickers.wanted), np.int64)
    _fill(pickers, urn, mixture, room, node, size)
    return _packed(room, node, size)


@rule()
def _packed(room: I64, node: I32, size: I64) -> tuple[I64, I32]:
    start = np.zeros(room.size, np.int64)
    for u in range(size.size):
        start[u + 1] = start[u] + size[u]
    packed = np.empty(start[-1], np.int32)
    for u in range(size.size):
        for place in range(size[u]):
            packed[start[u] + place] = node[room[u] + place]
    return start, packed

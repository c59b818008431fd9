"""Weighted picks by keyed draws: who is picked does not depend on the order of the picking, nor on threads.

`Urn` lays weighted members side by side; a pick from any stretch of it costs one look into a guide table and
a short walk. A mixture sends each pick to one of several stretches.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from sim.ground.csr import packed
from sim.ground.draws import uniform
from sim.ground.prefetch import prefetch
from sim.ground.rules import rule
from sim.ground.threads import in_ranges
from sim.ground.types import F64, I32, I64

BATCH = 1024
SHORT = 256  # a row up to this long is sorted fastest by comparing all with all


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


Room = tuple[I64, I32, I64]  # where each row begins, the rows with the room that they were given, entries in each


def urn_of(weight: I64, member: I32) -> Urn:
    """An urn of members with whole-number weights of at least 1."""
    mass = np.concatenate([np.zeros(1, np.int64), np.cumsum(weight, dtype=np.int64)])
    shift = max(int(mass[-1] // max(len(weight), 1)).bit_length() - 1, 0)  # about one place a cell
    return Urn(mass, member, _guide(mass, shift), shift)


def guide_slowly(mass: I64, shift: int) -> I32:
    """Twin of `_guide`."""
    cells = np.arange((int(mass[-1]) >> shift) + 1, dtype=np.int64) << shift
    return np.searchsorted(mass[1:], cells, side="right").astype(np.int32)


@rule(twin=guide_slowly)
def _guide(mass: I64, shift: int) -> I32:
    guide = np.empty((mass[-1] >> shift) + 1, np.int32)
    place = 0
    for cell in range(guide.size):
        while place < mass.size - 1 and mass[place + 1] <= cell << shift:
            place += 1
        guide[cell] = place
    return guide


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


def distinct_slowly(row: I32, node: int, spare: I32) -> int:  # noqa: ARG001
    """Twin of `distinct`."""
    others = np.unique(row[row != node])
    row[: others.size] = others
    return int(others.size)


@rule(twin=distinct_slowly)
def distinct(row: I32, node: int, spare: I32) -> int:
    """Sort a row in place, every value once and the node itself not at all; returns how many are left."""
    if row.size > SHORT:
        _sort(row)
        ordered = row
    else:
        ordered = spare[: row.size]
        ordered[:] = -1
        for place in range(row.size):  # to its rank, the number of smaller ones: many compared at a time
            rank = 0
            for other in range(row.size):
                rank += int(row[other] < row[place])
            ordered[rank] = row[place]
    size, last = 0, -1
    for place in range(row.size):
        value = ordered[place]
        if value > last and value != node:
            row[size] = last = value
            size += 1
    return size


class _Batch(NamedTuple):
    """Rows that pick together; all of them by their place in the batch."""

    first: int  # the node of the first row
    tried: I64  # (row), picks made so far
    due: I64  # (row), picks of this round


@rule()
def _tries(room: int) -> int:
    return 8 * room + 16  # after so many the stretches are dry


@rule()
def _set_due(batch: _Batch, start: I64, size: I64) -> int:
    """Each row tries as many more as it lacks, but not for ever; returns how many that are."""
    _, tried, due = batch
    count = 0
    for row in range(size.size):
        room = start[row + 1] - start[row]
        due[row] = min(room - size[row], _tries(room) - tried[row])
        count += due[row]
    return count


@rule()
def _aimed(pickers: Pickers, urn: Urn, mixture: Mixture, batch: _Batch, rows: int, aims: I64) -> None:
    """Where in the mass of the urn each due pick falls: the first half of `pick`."""
    group, _, key = pickers
    mass, _, guide, shift = urn
    upto, low, high = mixture
    first, tried, due = batch
    at = 0
    for row in range(rows):
        cell = group[first + row]
        for item in range(tried[row], tried[row] + due[row]):
            share = uniform(key, 0, first + row, item)
            stretch = 0
            for one in range(upto.shape[1] - 1):  # no early end: the processor would guess it wrongly
                stretch += share >= upto[cell, one]
            below = upto[cell, stretch - 1] if stretch else 0.0
            rest = (share - below) / (upto[cell, stretch] - below)
            begin = mass[low[cell, stretch]]
            aims[at] = begin + np.int64(rest * (mass[high[cell, stretch]] - begin))
            prefetch(guide, aims[at] >> shift)
            at += 1


@rule()
def _looked_up(urn: Urn, aims: I64, found: I32) -> None:
    """Who stands where it was aimed at: the second half of `pick`, one step for all, then the next."""
    mass, member, guide, shift = urn
    for item in range(found.size):
        found[item] = guide[aims[item] >> shift]
        prefetch(mass, found[item] + 1)
    for item in range(found.size):
        place = found[item]
        while mass[place + 1] <= aims[item]:
            place += 1
        found[item] = place
        prefetch(member, place)
    for item in range(found.size):
        found[item] = member[found[item]]


@rule()
def _holds(row: I32, value: int) -> bool:
    times = 0
    for place in range(row.size):  # to the end, since many are compared at a time
        times += int(row[place] == value)
    return times > 0


@rule()
def _put(batch: _Batch, found: I32, rows: Room, spare: I32) -> None:
    """Put the picks into their rows, each only once."""
    first, tried, due = batch
    start, node, size = rows
    at = 0
    for row in range(size.size):
        if due[row] == 0:
            continue
        held, picked = node[start[row] : start[row + 1]], found[at : at + due[row]]
        if tried[row] == 0:
            for place in range(picked.size):  # not held[:] = picked, for whose error message numba compiles much
                held[place] = picked[place]
            size[row] = distinct(held, first + row, spare)
        else:
            for other in picked:
                if other != first + row and not _holds(held[: size[row]], other):
                    held[size[row]] = other
                    size[row] += 1
        at += due[row]
        tried[row] += due[row]
        if tried[row] > held.size and (size[row] == held.size or tried[row] == _tries(held.size)):
            distinct(held[: size[row]], first + row, spare)


def fill_slowly(pickers: Pickers, urn: Urn, mixture: Mixture, rows: Room, first: int, last: int) -> None:
    """Twin of `_fill`."""
    start, node, size = rows
    for u in range(first, last):
        room = int(start[u + 1] - start[u])
        row: set[int] = set()
        for item in range(_tries(room)):
            if len(row) < room:
                row |= {pick(urn, mixture, pickers.group[u], uniform(pickers.key, 0, u, item))} - {u}
        node[start[u] : start[u] + len(row)] = sorted(row)
        size[u] = len(row)


@rule(twin=fill_slowly)
def _fill(pickers: Pickers, urn: Urn, mixture: Mixture, rows: Room, first: int, last: int) -> None:
    """Let the nodes from first to last pick, a batch of rows at a time."""
    start, node, size = rows
    longest = 0
    for u in range(first, last):
        longest = max(longest, start[u + 1] - start[u])
    aims, found = np.empty(BATCH + longest, np.int64), np.empty(BATCH + longest, np.int32)
    spare = np.empty(SHORT, np.int32)
    u = first
    while u < last:
        end = u + 1
        while end < last and end < u + BATCH and start[end + 1] - start[u] <= BATCH:
            end += 1
        batch = _Batch(u, np.zeros(end - u, np.int64), np.empty(end - u, np.int64))
        part = (start[u : end + 1], node, size[u:end])
        count = _set_due(batch, part[0], part[2])
        while count > 0:
            _aimed(pickers, urn, mixture, batch, end - u, aims)
            _looked_up(urn, aims, found[:count])
            _put(batch, found, part, spare)
            count = _set_due(batch, part[0], part[2])
        u = end


def rows_picked(pickers: Pickers, urn: Urn, mixture: Mixture) -> tuple[I64, I32]:
    """Sorted rows of distinct others, none of them the picker; short only where the stretches run dry."""
    room = np.concatenate([np.zeros(1, np.int64), np.cumsum(pickers.wanted)])
    node, size = np.empty(room[-1], np.int32), np.zeros(len(pickers.wanted), np.int64)
    in_ranges(room, lambda first, last: _fill(pickers, urn, mixture, (room, node, size), first, last))
    return packed(room, node, size)

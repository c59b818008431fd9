"""Rows of arcs in compressed form (CSR): built, turned round, cleaned and edited by counting.

A graph is a pair of arrays: `start` (nodes + 1 places in `node`) and `node` (the row of each node one after
the other). Rows are sorted and hold no node twice; a counting sort needs one pass and no comparisons.
"""

from __future__ import annotations

import numpy as np

from sim.ground.rules import rule
from sim.ground.threads import in_ranges
from sim.ground.types import I32, I64, U32, AnyArray

Rows = tuple[I64, I32]  # (node + 1), place where each node's row begins; (arc), the rows one after the other


def grouped_slowly(n: int, key: I32, value: I32) -> tuple[I64, I32]:
    """Twin of `grouped`."""
    order = np.argsort(key, kind="stable")
    return _starts(n, key), value[order]


@rule(twin=grouped_slowly)
def grouped(n: int, key: I32, value: I32) -> tuple[I64, I32]:
    """Rows of the values that belong to each key, in the order in which they came."""
    start = np.zeros(n + 1, np.int64)
    for k in key:
        start[k + 1] += 1
    for k in range(n):
        start[k + 1] += start[k]
    place = start[:-1].copy()
    node = np.empty(key.size, np.int32)
    for arc in range(key.size):
        node[place[key[arc]]] = value[arc]
        place[key[arc]] += 1
    return start, node


def transposed_slowly(start: I64, node: I32) -> tuple[I64, I32]:
    """Twin of `transposed`."""
    return grouped_slowly(start.size - 1, node, sources(start))


def transposed(start: I64, node: I32) -> tuple[I64, I32]:
    """The same arcs by their other end; the new rows are sorted whether or not the old ones were.

    Each thread counts the arcs of its range of rows, and then knows where in each new row its own begin.
    """
    n = start.size - 1
    counts = dict(in_ranges(start, lambda first, last: (first, _counted(n, node, start[first], start[last]))))
    places = np.stack(list(counts.values()))
    turned, other = _begun(places), np.empty(node.size, np.int32)
    place = dict(zip(counts, places, strict=True))
    in_ranges(start, lambda first, last: _dealt(start, node, (first, last), place[first], other))
    return turned, other


@rule()
def _counted(n: int, node: I32, first: int, last: int) -> U32:
    counts = np.zeros(n, np.uint32)
    for arc in range(first, last):
        counts[node[arc]] += np.uint32(1)
    return counts


@rule()
def _begun(counts: U32) -> I64:
    """Where each new row begins; the counts (range, node) become the places where the ranges' parts begin."""
    start = np.zeros(counts.shape[1] + 1, np.int64)
    place = np.int64(0)
    for v in range(counts.shape[1]):
        for part in range(counts.shape[0]):
            count = counts[part, v]
            counts[part, v] = place
            place += np.int64(count)
        start[v + 1] = place
    return start


@rule()
def _dealt(start: I64, node: I32, nodes: tuple[int, int], place: U32, other: I32) -> None:
    for u in range(nodes[0], nodes[1]):
        for arc in range(start[u], start[u + 1]):
            v = node[arc]
            free = place[v]
            other[free] = u
            place[v] = free + np.uint32(1)


def cleaned_slowly(start: I64, node: I32) -> tuple[I64, I32, int, int]:
    """Twin of `cleaned`."""
    source = sources(start)
    loop = source == node
    source, target = source[~loop], node[~loop]
    twice = np.zeros(source.size, np.bool_)
    twice[1:] = (source[1:] == source[:-1]) & (target[1:] == target[:-1])
    return _starts(start.size - 1, source[~twice]), target[~twice], int(twice.sum()), int(loop.sum())


@rule(twin=cleaned_slowly)
def cleaned(start: I64, node: I32) -> tuple[I64, I32, int, int]:
    """Sorted rows without repeated arcs and self-loops, and how many of each were dropped."""
    n = start.size - 1
    kept_start = np.zeros(n + 1, np.int64)
    kept = np.empty(node.size, np.int32)
    size = duplicates = loops = 0
    for u in range(n):
        last = -1
        for arc in range(start[u], start[u + 1]):
            v = node[arc]
            if v == u:
                loops += 1
            elif v == last:
                duplicates += 1
            else:
                kept[size] = v
                size += 1
                last = v
        kept_start[u + 1] = size
    return kept_start, kept[:size], duplicates, loops


@rule()
def place_of(node: I32, low: int, high: int, v: int) -> int:
    """First place in node[low:high] (sorted) whose value is not below v; `high` if there is none."""
    while low < high:
        middle = (low + high) // 2
        if node[middle] < v:
            low = middle + 1
        else:
            high = middle
    return low


@rule()
def has_arc(start: I64, node: I32, u: int, v: int) -> bool:
    """Whether v stands in the row of u; for use inside kernels."""
    place = place_of(node, start[u], start[u + 1], v)
    return bool(place < start[u + 1] and node[place] == v)


def edited_slowly(start: I64, node: I32, cut: tuple[I64, I32], add: tuple[I64, I32]) -> tuple[I64, I32]:
    """Twin of `edited`."""
    rows = []
    for u in range(start.size - 1):
        row, less, more = (s[1][s[0][u] : s[0][u + 1]] for s in ((start, node), cut, add))
        rows.append(np.union1d(np.setdiff1d(row, less), more).astype(np.int32))
    ends = np.cumsum([row.size for row in rows], dtype=np.int64)
    return np.concatenate([np.zeros(1, np.int64), ends]), np.concatenate(rows)


@rule(twin=edited_slowly)
def edited(start: I64, node: I32, cut: tuple[I64, I32], add: tuple[I64, I32]) -> tuple[I64, I32]:
    """The graph without the arcs of `cut` and with those of `add`, all with sorted rows, in one merge."""
    n = start.size - 1
    new_start = np.zeros(n + 1, np.int64)
    new = np.empty(node.size + add[1].size, np.int32)
    size = 0
    for u in range(n):
        less, more = cut[0][u], add[0][u]
        arc, end, more_end = start[u], start[u + 1], add[0][u + 1]
        while arc < end or more < more_end:
            if arc == end or (more < more_end and add[1][more] <= node[arc]):
                new[size] = add[1][more]
                size += 1
                arc += arc < end and node[arc] == add[1][more]
                more += 1
                continue
            while less < cut[0][u + 1] and cut[1][less] < node[arc]:
                less += 1
            if less == cut[0][u + 1] or cut[1][less] != node[arc]:
                new[size] = node[arc]
                size += 1
            arc += 1
        new_start[u + 1] = size
    return new_start, new[:size]


def common_slowly(start: I64, node: I32, other_start: I64, other: I32) -> tuple[I64, I32]:
    """Twin of `common`."""
    n = start.size - 1
    one, two = sources(start) * np.int64(n) + node, sources(other_start) * np.int64(n) + other
    both = np.intersect1d(one, two)
    return _starts(n, both // max(n, 1)), (both % max(n, 1)).astype(np.int32)


@rule(twin=common_slowly)
def common(start: I64, node: I32, other_start: I64, other: I32) -> tuple[I64, I32]:
    """The arcs that two graphs with sorted rows share; with a graph's own transpose, its mutual ties."""
    n = start.size - 1
    both_start = np.zeros(n + 1, np.int64)
    both = np.empty(min(node.size, other.size), np.int32)
    size = 0
    for u in range(n):
        one, two = start[u], other_start[u]
        while one < start[u + 1] and two < other_start[u + 1]:
            v, w = node[one], other[two]
            if v == w:
                both[size] = v
                size += 1
            one += v <= w
            two += w <= v
        both_start[u + 1] = size
    return both_start, both[:size]


def common_arcs(rows: Rows, others: Rows) -> int:
    """How many arcs two graphs with sorted rows share."""
    return sum(in_ranges(rows[0], lambda first, last: int(_common_arcs(rows, others, first, last))))


@rule()
def _common_arcs(rows: Rows, others: Rows, first: int, last: int) -> int:
    start, node = rows
    other_start, other = others
    size = 0
    for u in range(first, last):
        one, two = start[u], other_start[u]
        while one < start[u + 1] and two < other_start[u + 1]:
            v, w = node[one], other[two]
            size += v == w
            one += v <= w
            two += w <= v
    return size


@rule()
def packed(room: I64, node: I32, size: I64) -> tuple[I64, I32]:
    """Rows without the room that they leave, pushed together in place."""
    start = np.zeros(room.size, np.int64)
    for u in range(size.size):
        start[u + 1] = start[u] + size[u]
        if start[u] < room[u]:
            for item in range(size[u]):
                node[start[u] + item] = node[room[u] + item]
    return start, node[: start[-1]]


def times(n: int, node: I32) -> I64:
    """How often each of n nodes stands in the rows."""
    counted: U32 = _counted(n, node, 0, node.size)
    return counted.astype(np.int64)


def lengthened(start: I64, n: int) -> I64:
    """The places of n rows, of which the new ones at the end are empty."""
    return np.concatenate([start, np.full(n + 1 - start.size, start[-1])])


def sources(start: I64) -> I32:
    """The first end of every arc, in the order of the rows."""
    return np.repeat(np.arange(start.size - 1, dtype=np.int32), np.diff(start))


def _starts(n: int, key: AnyArray) -> I64:
    counts = np.bincount(np.asarray(key, np.int64), minlength=n)
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(counts, dtype=np.int64)])

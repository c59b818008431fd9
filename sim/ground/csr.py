"""Rows of arcs in compressed form (CSR): built, turned round, cleaned and edited by counting.

A graph is a pair of arrays: `start` (nodes + 1 places in `node`) and `node` (the row of each node one after
the other). Rows are sorted and hold no node twice; a counting sort needs one pass and no comparisons.
"""

from __future__ import annotations

import numpy as np

from sim.ground.rules import rule
from sim.ground.types import I32, I64, AnyArray


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


@rule(twin=transposed_slowly)
def transposed(start: I64, node: I32) -> tuple[I64, I32]:
    """The same arcs by their other end; the new rows are sorted whether or not the old ones were."""
    n = start.size - 1
    turned = np.zeros(n + 1, np.int64)
    for v in node:
        turned[v + 1] += 1
    for v in range(n):
        turned[v + 1] += turned[v]
    place = turned[:-1].copy()
    other = np.empty(node.size, np.int32)
    for u in range(n):
        for arc in range(start[u], start[u + 1]):
            other[place[node[arc]]] = u
            place[node[arc]] += 1
    return turned, other


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
    return kept_start, kept[:size].copy(), duplicates, loops


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
    return new_start, new[:size].copy()


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
    return both_start, both[:size].copy()


def sources(start: I64) -> I32:
    """The first end of every arc, in the order of the rows."""
    return np.repeat(np.arange(start.size - 1, dtype=np.int32), np.diff(start))


def _starts(n: int, key: AnyArray) -> I64:
    counts = np.bincount(np.asarray(key, np.int64), minlength=n)
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(counts, dtype=np.int64)])

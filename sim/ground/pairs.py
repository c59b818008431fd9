"""A set of pairs of whole numbers with exact membership, for "once per account and item"."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from sim.ground.rules import rule
from sim.ground.types import B8, I64, AnyArray

_EMPTY = np.int64(-1)
_SPREAD = np.uint64(0x9E3779B97F4A7C15)


@rule()
def _place(table: I64, pair: int) -> int:
    mask = table.size - 1
    place = int((np.uint64(pair) * _SPREAD) >> np.uint64(20)) & mask
    while table[place] != _EMPTY and table[place] != pair:
        place = (place + 1) & mask
    return place


@rule()
def _add_new(table: I64, pairs: I64, new: B8) -> int:
    added = 0
    for i in range(pairs.size):
        place = _place(table, pairs[i])
        new[i] = table[place] == _EMPTY
        if new[i]:
            table[place] = pairs[i]
            added += 1
    return added


class PairSet:
    """Pairs (a, b) with 0 <= a < 2**31 and 0 <= b < 2**32; grows by doubling."""

    def __init__(self, capacity: int = 1024) -> None:
        self.table: I64 = np.full(capacity, _EMPTY, np.int64)
        self.size = 0

    def add_new(self, first: AnyArray, second: AnyArray) -> B8:
        """Add pairs in order; the mask tells which were not there before (nor earlier in this call)."""
        pairs = (np.asarray(first, np.int64) << 32) | np.asarray(second, np.int64)
        self._reserve(self.size + len(pairs))
        new = np.zeros(len(pairs), np.bool_)
        self.size += _with_wraparound(_add_new, self.table, pairs, new)
        return new

    def forget_first_below(self, limit: int) -> None:
        """Drop all pairs whose first number is below a limit (posts that are gone)."""
        kept = self.table[(self.table >= 0) & ((self.table >> 32) >= limit)]
        self.table = np.full(len(self.table), _EMPTY, np.int64)
        self.size = _with_wraparound(_add_new, self.table, np.sort(kept), np.zeros(len(kept), np.bool_))

    def _reserve(self, size: int) -> None:
        if 2 * size <= len(self.table):
            return
        capacity = len(self.table)
        while capacity < 2 * size:
            capacity *= 2
        kept = self.table[self.table >= 0]
        self.table = np.full(capacity, _EMPTY, np.int64)
        _with_wraparound(_add_new, self.table, kept, np.zeros(len(kept), np.bool_))

    def arrays(self) -> dict[str, AnyArray]:
        """The pairs themselves, sorted, for a checkpoint."""
        return {"pairs": np.sort(self.table[self.table >= 0])}

    def restore(self, arrays: dict[str, AnyArray]) -> None:
        """Take back what `arrays` gave."""
        pairs = np.array(arrays["pairs"])
        self.table, self.size = np.full(1024, _EMPTY, np.int64), 0
        self._reserve(len(pairs))
        self.size = _with_wraparound(_add_new, self.table, pairs, np.zeros(len(pairs), np.bool_))


def _with_wraparound(kernel: Callable[..., int], *arguments: AnyArray) -> int:
    # the multiplicative hash wraps by design; only the slow twin's numpy scalars would warn
    with np.errstate(over="ignore"):
        return int(kernel(*arguments))

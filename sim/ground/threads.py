"""Work shared among threads by ranges of rows: each row has one owner, so the outcome is the same for any number.

Compiled kernels run without Python's lock, so plain threads serve as well as `prange`, which costs a second more
to compile; they take a tenth of a millisecond to start, so this is for whole graphs, not for ticks.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numba
import numpy as np

from sim.ground.types import I64

LEAST = 50_000  # entries that are worth a thread of their own


def in_ranges[Outcome](start: I64, work: Callable[[int, int], Outcome]) -> list[Outcome]:
    """Call work(first, last) for ranges of rows that hold about equally many entries (`start` as in CSR).

    The same rows are always divided into the same ranges.
    """
    entries = int(start[-1])
    threads = min(int(numba.get_num_threads()), entries // LEAST)
    if threads < 2:
        return [work(0, len(start) - 1)]
    cuts = np.searchsorted(start, np.arange(1, threads) * (entries // threads)).tolist()
    ends = [0, *cuts, len(start) - 1]
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(work, ends[:-1], ends[1:]))

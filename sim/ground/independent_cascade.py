"""Independent cascade: whoever is reached has one chance to reach each follower; how many are reached in the end.

The coins of all followers, laid end to end in the order in which they are tossed, are mostly tails: so the kernel
draws how many tails come before the next head (a geometric number) and tosses no coin that falls tails.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import count

import numpy as np

from sim.ground.draws import philox
from sim.ground.rules import rule
from sim.ground.types import I32, I64, U64

BLOCK = 256  # nodes whose rows are read together, so that memory is asked for all of them at the same time
TAILS = 64  # numbers drawn at a time
_HALF, _LOW, _UNIT = np.uint64(32), np.uint64(0xFFFFFFFF), 2.0**-32
_WORD, _PLACE, _ONE = np.uint64(6), np.uint64(63), np.uint64(1)
_LONGEST = 1e18  # tails in a row: more than any graph has arcs


@rule()
def _geometric(half: np.uint64, odds: float) -> int:
    """How many tails come before the next head, from 32 bits of noise; `odds` is 1 / ln(1 - p)."""
    return int(min(odds * math.log((float(half) + 1.0) * _UNIT), _LONGEST))


@rule()
def _fill_tails(key: np.uint64, run: int, drawn: int, odds: float, out: I64) -> None:
    """The numbers of tails that follow the first `drawn` ones; four come from one counter."""
    for place in range(0, out.size, 4):
        one, two = philox(key, np.uint64(run), np.uint64(drawn + place))
        out[place], out[place + 1] = _geometric(one & _LOW, odds), _geometric(one >> _HALF, odds)
        out[place + 2], out[place + 3] = _geometric(two & _LOW, odds), _geometric(two >> _HALF, odds)


def _all_tails(key: np.uint64, run: int, odds: float) -> Iterator[int]:
    """One after the other, without end."""
    out = np.empty(TAILS, np.int64)
    for turn in count():
        _fill_tails(key, run, turn * TAILS, odds, out)
        yield from out.tolist()


def cascade_sizes_slowly(followers: tuple[I64, I32], seeds: I32, odds: float, key: np.uint64, sizes: I64) -> None:
    """Twin of `cascade_sizes`."""
    start, node = followers
    for run in range(sizes.size):
        tails = _all_tails(key, run, odds)
        wait = next(tails)
        queue, reached = seeds.tolist(), set(seeds.tolist())
        for u in queue:
            for v in node[start[u] : start[u + 1]].tolist():
                if wait > 0:
                    wait -= 1
                    continue
                wait = next(tails)
                if v not in reached:
                    reached.add(v)
                    queue.append(v)
        sizes[run] = len(reached)


@rule()
def _reach(queue: I32, last: int, found: I32, reached: U64) -> int:
    """Put at the end of the queue whoever was not reached before; returns where it ends now."""
    for v in found:
        word, place = np.uint64(v) >> _WORD, np.uint64(v) & _PLACE
        known = (reached[word] >> place) & _ONE
        reached[word] |= _ONE << place
        queue[last] = v
        last += 1 - int(known)
    return last


@rule(twin=cascade_sizes_slowly)
def cascade_sizes(followers: tuple[I64, I32], seeds: I32, odds: float, key: np.uint64, sizes: I64) -> None:
    """Fill `sizes` with the number of nodes reached from the seeds (themselves too) in as many cascades."""
    start, node = followers
    queue = np.empty(start.size, np.int32)  # a place too many: it is written before it is known to count
    reached = np.zeros(start.size // 64 + 1, np.uint64)  # a bit for each node
    low, high, heads = np.empty(BLOCK, np.int64), np.empty(BLOCK, np.int64), np.empty(BLOCK, np.int64)
    tails = np.empty(TAILS, np.int64)
    for run in range(sizes.size):
        _fill_tails(key, run, 0, odds, tails)
        wait, drawn = tails[0], 1
        first, last = 0, _reach(queue, 0, seeds, reached)
        while first < last:
            width, found = min(BLOCK, last - first), 0
            for i in range(width):
                low[i], high[i] = start[queue[first + i]], start[queue[first + i] + 1]
            for i in range(width):
                arc = low[i] + wait
                while arc < high[i]:
                    heads[found] = arc
                    found += 1
                    if found == BLOCK:
                        last, found = _reach(queue, last, node[heads], reached), 0
                    if drawn % TAILS == 0:
                        _fill_tails(key, run, drawn, odds, tails)
                    arc += 1 + tails[drawn % TAILS]
                    drawn += 1
                wait = arc - high[i]
            last = _reach(queue, last, node[heads[:found]], reached)
            first += width
        sizes[run] = last
        reached[:] = np.uint64(0)

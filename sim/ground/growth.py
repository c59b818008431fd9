"""Random-walk growth: newcomers follow somebody at random, and friends of theirs (Vazquez 2003; SimSoM)."""

from __future__ import annotations

import numpy as np

from sim.ground.draws import uniform
from sim.ground.rules import rule
from sim.ground.types import I32


@rule()
def grown(n: int, friends: int, closing: float, key: np.uint64) -> tuple[I32, I32]:
    """Both ends of the follows of n nodes: the first few all follow each other, each later one `friends` others.

    A newcomer follows one node at random, then others: with probability `closing` a friend of that node, else
    any. Who is followed already is not counted.
    """
    first = min(friends, n)
    source = np.empty(first * (first - 1) + (n - first) * friends, np.int32)
    target = np.empty(source.size, np.int32)
    size = 0
    for u in range(first):
        for v in range(first):
            if u != v:
                source[size], target[size] = u, v
                size += 1
    follower = np.full(n, -1, np.int32)  # who followed each node last
    for u in range(first, n):
        item, begin = 0, size
        guide = int(uniform(key, 0, u, 0) * u)
        # the rows before u are full: those of the first hold one less
        row = guide * (first - 1) if guide < first else first * (first - 1) + (guide - first) * friends
        length = first - 1 if guide < first else friends
        candidate = guide
        while size < begin + friends:
            if follower[candidate] != u:
                follower[candidate] = u
                source[size], target[size] = u, candidate
                size += 1
            item += 2
            luck = uniform(key, 0, u, item)
            if length > 0 and uniform(key, 0, u, item + 1) < closing:
                candidate = target[row + int(luck * length)]
            else:
                candidate = int(luck * u)
    return source, target

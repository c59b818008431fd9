"""Influence: opinions move towards what people read, if it lies near enough to what they think (C1b)."""

from __future__ import annotations

import numpy as np
from numba import prange

from sim.ground.prefetch import prefetch
from sim.ground.rules import rule
from sim.ground.types import F32, I32
from sim.state.world import World

BLOCK = 4096  # exposures that one thread takes at a time
AHEAD = 16  # exposures ahead at which a post is asked for


def influence(world: World) -> None:
    """Move each reader's opinion (A58) by the posts of this tick, one after another."""
    seen, posts = world.exposures, world.posts
    if world.influence > 0.0 and seen.n:
        numbers = (world.influence, world.tolerance, posts.mask)
        _move(numbers, (seen.column("reader"), seen.column("post")), posts.leaning, world.accounts.opinion)


@rule()
def moved(opinion: float, leaning: float, share: float, tolerance: float) -> float:
    """The opinion after meeting another: o + mu (l - o) if it lies within the tolerance, else o (C1b)."""
    return opinion + share * (leaning - opinion) if abs(leaning - opinion) < tolerance else opinion


@rule(parallel=True)
def _move(numbers: tuple[float, float, int], seen: tuple[I32, I32], leaning: F32, opinion: F32) -> None:
    share, tolerance, mask = numbers
    reader, post = seen
    n = reader.size
    for block in prange((n + BLOCK - 1) // BLOCK):
        first, end = block * BLOCK, min(n, (block + 1) * BLOCK)
        # exposures come reader by reader: one who is cut by a border belongs to the block before it
        while 0 < first < n and reader[first] == reader[first - 1]:
            first += 1
        while end < n and reader[end] == reader[end - 1]:
            end += 1
        for e in range(first, end):
            if e + AHEAD < n:
                prefetch(leaning, post[e + AHEAD] & mask)
            i = reader[e]
            said = np.float64(leaning[post[e] & mask])
            opinion[i] = moved(np.float64(opinion[i]), said, share, tolerance)

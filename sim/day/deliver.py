"""Deliver: drafts become posts and reach the inboxes of the author's followers (push)."""

from __future__ import annotations

import numpy as np
from numba import prange

from sim.day.send import send
from sim.ground.csr import place_of
from sim.ground.prefetch import prefetch
from sim.ground.rules import rule, threads
from sim.ground.types import I32, I64
from sim.state.world import World

IN_FLIGHT = 64  # deliveries for whose inboxes memory is asked before the first is made
AHEAD = 8  # posts ahead at which the followers of their authors are asked for
MANY = 4096  # posts that are worth sharing among threads


def deliver(world: World) -> None:
    """Make posts of this tick's drafts, in order, and push them to followers."""
    ids = send(world)
    if not len(ids):
        return
    network = world.network
    authors = world.posts.author[world.posts.rows(ids)]
    world.tallies.count("deliveries", int((network.in_start[authors + 1] - network.in_start[authors]).sum()))
    blocks = threads() if len(ids) >= MANY else 1
    _push(ids.astype(np.int32), authors, network.in_start, network.in_node, world.inbox.lines, blocks)


def push_one_by_one(ids: I32, authors: I32, start: I64, follower: I32, lines: I32, blocks: int) -> None:  # noqa: ARG001
    """The readable twin of `_push`: every post, in order, to every follower of its author."""
    width = lines.shape[1] - 1
    for post, author in zip(ids, authors, strict=True):
        for reader in follower[start[author] : start[author + 1]]:
            lines[reader, lines[reader, width] % width] = post
            lines[reader, width] += 1


@rule(twin=push_one_by_one, parallel=True)
def _push(ids: I32, authors: I32, start: I64, follower: I32, lines: I32, blocks: int) -> None:
    """Each block of receivers is served by one thread in the order of posts, so threads cannot change a bit."""
    size = (lines.shape[0] + blocks - 1) // blocks
    for block in prange(blocks):
        low, high = block * size, min(lines.shape[0], (block + 1) * size)
        readers, posts = np.empty(IN_FLIGHT, np.int32), np.empty(IN_FLIGHT, np.int32)
        waiting = 0
        for n in range(ids.size):
            if n + AHEAD < ids.size:
                prefetch(follower, start[authors[n + AHEAD]])
            first, end = start[authors[n]], start[authors[n] + 1]
            if blocks > 1:
                first, end = place_of(follower, first, end, low), place_of(follower, first, end, high)
            for place in range(first, end):
                readers[waiting], posts[waiting] = follower[place], ids[n]
                prefetch(lines, follower[place])
                waiting += 1
                if waiting == IN_FLIGHT:
                    _put(readers, posts, waiting, lines)
                    waiting = 0
        _put(readers, posts, waiting, lines)


@rule()
def _put(readers: I32, posts: I32, count: int, lines: I32) -> None:
    """Put posts into the inboxes of their readers, over the oldest."""
    width = lines.shape[1] - 1
    for n in range(count):
        line = lines[readers[n]]
        line[line[width] % width] = posts[n]
        line[width] += 1

"""Look: whoever takes a turn sees all that stands on the screen; the exposure table is filled."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from sim.ground.rules import rule
from sim.ground.types import F64, I8, I16, I32, I64, U8, U32
from sim.state.screens import Screen
from sim.state.world import World


class Seen(NamedTuple):
    """What the kernel writes, one entry an exposure."""

    reader: I32
    post: I32
    position: I16


class Counters(NamedTuple):
    """Columns that count what was seen."""

    author: I32
    root: I32
    claim: I16
    stance: I8
    views: I32
    group_views: I32
    group: I8
    kind: I8
    seen_same: U32
    seen_other: U32
    met: I32
    exposures: I64  # (claim + 1, stance + 1, kind)


def look(world: World) -> None:
    """Fill `world.exposures` with what those who take a turn see, and count views."""
    tidy(world)
    exposures, awake = world.exposures, world.awake
    exposures.clear()
    screen = world.screens.screen()
    exposures.reserve(int(screen.size[awake].sum()))
    seen = Seen(exposures.reader, exposures.post, exposures.position)
    exposures.n = int(_look(awake, screen.post.shape[1], screen, seen))
    turns = np.repeat(world.sessions, screen.size[awake])
    count_views(world, turns)


def tidy(world: World) -> None:
    """Let go of posts older than the window; take them, and what was taken down, off the screens."""
    clock, posts = world.clock, world.posts
    posts.retire(clock.tick - clock.ticks_in(world.platform.window_hours))
    if clock.starts_every(24.0):
        world.shared.forget_first_below(posts.alive_from)
    _tidy(np.array([posts.alive_from, posts.mask]), posts.removed, world.screens.screen())


def count_views(world: World, turns: F64) -> None:
    """Count the exposures of this tick, each as often as its reader took a turn."""
    posts, accounts, seen = world.posts, world.accounts, world.exposures
    told = (posts.author, posts.root, posts.claim, posts.stance, posts.views, posts.group_views, accounts.group,
            accounts.kind, accounts.seen_same, accounts.seen_other, accounts.met, world.tallies.exposures)  # fmt: skip
    what = (seen.column("reader"), seen.column("post"), turns.astype(np.int64))
    _count(posts.mask, world.clock.hour >= 0, what, Counters(*told))
    world.tallies.count("exposures", int(turns.sum()))


@rule()
def _tidy(now: I64, removed: U8, screen: Screen) -> None:
    post, via, copies, age, size = screen
    alive_from, mask = now
    for i in range(size.size):
        kept = 0
        for slot in range(size[i]):
            if post[i, slot] >= alive_from and removed[post[i, slot] & mask] == 0:
                post[i, kept], via[i, kept] = post[i, slot], via[i, slot]
                copies[i, kept], age[i, kept] = copies[i, slot], age[i, slot]
                kept += 1
        post[i, kept : size[i]] = 0
        size[i] = kept


@rule()
def _look(awake: I32, width: int, screen: Screen, seen: Seen) -> int:
    _, via, _, _, size = screen
    reader, post, position = seen
    count = 0
    for i in awake:
        for slot in range(min(width, size[i])):
            reader[count], post[count], position[count] = i, via[i, slot], slot
            count += 1
    return count


@rule()
def _count(mask: int, counted: bool, what: tuple[I32, I32, I64], counters: Counters) -> None:
    reader, post, turns = what
    author_of, root_of, claim_of, stance_of, views, group_views, group, kind, same, other, met, exposures = counters
    for e in range(reader.size):
        i, row = reader[e], post[e] & mask
        root = root_of[row] & mask
        author = author_of[root]
        views[root] += turns[e]
        group_views[root, group[i]] += turns[e]
        if group[author] == group[i]:
            same[i] += turns[e]
        else:
            other[i] += turns[e]
        if root != row and author != i:
            met[i] = author
        if counted:
            exposures[claim_of[root], stance_of[root] + 1, kind[author_of[row]]] += turns[e]

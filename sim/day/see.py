"""See: each waker reads down the ranked feed as far as attention reaches; the exposure table is filled (A7, A10)."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from sim.day.rank import Shelf, shelf_of
from sim.ground.draws import normal, uniform
from sim.ground.rules import rule
from sim.ground.types import F32, F64, I8, I16, I32, I64, U32
from sim.state.world import World

ATTENTION_SPREAD = 1.0  # C3: log-scale spread of the posts inspected in a session (A7)


Keys = tuple[np.uint64, np.uint64]
Feed = tuple[I32, I32, I32, I32, I32]


class Seen(NamedTuple):
    """What the kernel writes, one entry an exposure."""

    reader: I32
    post: I32
    position: I16


class Counters(NamedTuple):
    """Columns that count what was seen."""

    author_group: I8
    author_kind: I8
    views: I32
    group_views: I32
    seen_same: U32
    seen_other: U32
    met: I32
    claim: I16
    stance: I8
    exposures: I64  # (claim + 1, stance + 1, kind)


def see(world: World) -> None:
    """Fill `world.exposures` for this tick, mark what was seen, count views."""
    exposures, awake = world.exposures, world.awake
    exposures.clear()
    exposures.reserve(len(awake) * world.ranked.shape[1])
    seen = Seen(exposures.reader, exposures.post, exposures.position)
    keys = (world.key("attention"), world.key("view"))
    now = np.array([world.clock.tick, world.posts.mask, world.clock.hour >= 0], np.int64)
    accounts, posts = world.accounts, world.posts
    feed = (awake, world.inbox.lines, world.ranked, posts.key, posts.tick)
    reading = (accounts.attention, *_view_chances(world), world.sessions)
    exposures.n = int(_see(keys, now, feed, reading, seen))
    counters = Counters(accounts.group, accounts.kind, posts.views, posts.group_views, accounts.seen_same,
                        accounts.seen_other, accounts.met, posts.claim, posts.stance,
                        world.tallies.exposures)  # fmt: skip
    _count(now, exposures.n, seen, shelf_of(world), counters)
    world.tallies.count("exposures", exposures.n)


def _view_chances(world: World) -> tuple[F64, F64]:
    """Chance of viewing by rank (A10), and by age in ticks (A26); a post is viewed with their product."""
    clock, platform = world.clock, world.platform
    by_rank = np.empty(world.ranked.shape[1])
    by_age = np.empty(clock.ticks_in(platform.window_hours) + 2)
    _fill_fading(platform.patience, by_rank)
    _fill_fading(platform.freshness / math.log(2.0) / clock.hours_per_tick, by_age)
    return by_rank, by_age


@rule()
def _fill_fading(scale: float, out: F64) -> None:
    for place in range(out.size):
        out[place] = math.exp(-place / scale)


@rule()
def _see(keys: Keys, now: I64, feed: Feed, reading: tuple[F32, F64, F64, F64], seen: Seen) -> int:
    awake, lines, ranked, names, tick_of = feed
    attention, by_rank, by_age, sessions = reading
    count = 0
    for place in range(awake.size):
        i = awake[place]
        length = sessions[place] * attention[i] * math.exp(ATTENTION_SPREAD * normal(keys[0], now[0], i, 0))
        for position in range(ranked.shape[1]):
            post = ranked[place, position]
            if post == 0 or position >= length:
                break
            row = post & now[1]
            chance = by_rank[position] * by_age[min(now[0] - tick_of[row], by_age.size - 1)]
            # sessions that a long tick has joined are as many chances
            if uniform(keys[1], now[0], i, names[row]) < 1.0 - math.pow(1.0 - chance, sessions[place]):
                seen.reader[count] = i
                seen.post[count] = post
                seen.position[count] = position
                count += 1
                _mark(lines[i], post)
    return count


@rule()
def _mark(line: I32, post: int) -> None:
    for slot in range(line.size - 1):
        if line[slot] == post:
            line[slot] = -post


@rule()
def _count(now: I64, n: int, seen: Seen, shelf: Shelf, counters: Counters) -> None:
    reader, post, _ = seen
    author_of, root_of = shelf.author, shelf.root
    group, kind, views, group_views, same, other, met, claim_of, stance_of, exposures = counters
    mask, counted = now[1], now[2] == 1
    for e in range(n):
        i, row = reader[e], post[e] & mask
        root = root_of[row] & mask
        author = author_of[root]
        views[root] += 1
        group_views[root, group[i]] += 1
        if group[author] == group[i]:
            same[i] += 1
        else:
            other[i] += 1
        if root != row and author != i:
            met[i] = author
        if counted:
            # by the kind of who brought it, author or resharer; claim -1 is the last row: ordinary traffic
            exposures[claim_of[root], stance_of[root] + 1, kind[author_of[row]]] += 1

"""See: each waker reads down the ranked feed as far as attention reaches; the exposure table is filled (A7, A10)."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numba import prange

from sim.day.search import search
from sim.day.sponsor import sponsor
from sim.day.trend import trend
from sim.ground.draws import normal_quantile, uniforms, uniforms_of_items
from sim.ground.prefetch import prefetch
from sim.ground.rules import rule
from sim.ground.types import F32, F64, I8, I16, I32, I64, U32
from sim.state.world import World

ATTENTION_SPREAD = 1.0  # C3: log-scale spread of the posts inspected in a session (A7)
LENGTHS = 4096  # equally likely lengths of a session, from short to long
BLOCK = 512  # readers that one thread takes at a time
FAR, NEAR = 16, 8  # readers ahead at which inbox and posts are asked for


Keys = tuple[np.uint64, np.uint64]


class Feed(NamedTuple):
    """Who is awake, and what lies before them."""

    awake: I32
    sessions: F64
    lines: I32
    ranked: I32
    roots: I32
    slots: I32
    key: I32  # of posts, by row
    tick: I32


class Reading(NamedTuple):
    """How far people read, and what they look at."""

    attention: F32
    lengths: F64  # (LENGTHS), as multiples of an account's median
    by_rank: F64
    by_age: F64


class Seen(NamedTuple):
    """What the kernel writes, one entry an exposure."""

    reader: I32
    post: I32
    root: I32
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
    exposures, awake, posts = world.exposures, world.awake, world.posts
    exposures.clear()
    exposures.reserve(len(awake) * world.ranked.shape[1])
    seen = Seen(exposures.reader, exposures.post, exposures.root, exposures.position)
    keys = (world.key("attention"), world.key("view"))
    now = np.array([world.clock.tick, posts.mask, world.clock.hour >= 0], np.int64)
    ranking = (world.ranked, world.ranked_roots, world.ranked_slots)
    feed = Feed(awake, world.sessions, world.inbox.lines, *ranking, posts.key, posts.tick)
    blocks = np.zeros((len(awake) + BLOCK - 1) // BLOCK, np.int64)
    _see(keys, now, feed, Reading(world.accounts.attention, *_chances(world)), seen, blocks)
    exposures.n = int(_close_up(blocks, world.ranked.shape[1], seen))
    world.tallies.count("exposures", exposures.n)
    before = world.tallies.seen() if world.layers else 0
    if world.counts_views:
        _count(now, exposures.n, seen, posts.author, _counters(world))
    if world.layer == 0:
        search(world)
    if world.ads.n:
        sponsor(world)
    if world.hashtags.names:
        trend(world)
    if world.layers:
        world.layers[world.layer].seen += world.tallies.seen() - before


def _counters(world: World) -> Counters:
    accounts, posts = world.accounts, world.posts
    return Counters(accounts.group, accounts.kind, posts.views, posts.group_views, accounts.seen_same,
                    accounts.seen_other, accounts.met, posts.claim, posts.stance,
                    world.tallies.exposures)  # fmt: skip


def _chances(world: World) -> tuple[F64, F64, F64]:
    """How long sessions are; chance of viewing by rank (A10), and by age in ticks (A26): their product counts."""
    clock, platform = world.clock, world.platform
    lengths, by_rank = np.empty(LENGTHS), np.empty(world.ranked.shape[1])
    by_age = np.empty(clock.ticks_in(platform.window_hours) + 2)
    _fill_lengths(lengths)
    _fill_fading(platform.patience, by_rank)
    _fill_fading(platform.freshness / math.log(2.0) / clock.hours_per_tick, by_age)
    return lengths, by_rank, by_age


@rule()
def _fill_lengths(out: F64) -> None:
    for place in range(out.size):
        out[place] = math.exp(ATTENTION_SPREAD * normal_quantile((place + 0.5) / out.size))


@rule()
def _fill_fading(scale: float, out: F64) -> None:
    for place in range(out.size):
        out[place] = math.exp(-place / scale)


@rule()
def viewed(chance: float, luck: float, sessions: float) -> bool:
    """Whether a post is seen: sessions that a long tick has joined are as many chances, 1 - (1 - c) ** s."""
    if luck < chance or luck >= chance * sessions:  # below c it is seen with one chance, above s c with none
        return luck < chance
    return luck < 1.0 - math.pow(1.0 - chance, sessions)


@rule(parallel=True)
def _see(keys: Keys, now: I64, feed: Feed, reading: Reading, seen: Seen, blocks: I64) -> None:
    """Each block of readers writes from its own place on, as far as it could get; `_close_up` moves them together."""
    awake, sessions, lines, ranked, roots, slots, key_of, tick_of = feed
    attention, lengths, by_rank, by_age = reading
    reader, post, original, position = seen
    tick, mask, width = now[0], now[1], ranked.shape[1]
    surely = by_rank[by_rank.size - 1] * by_age[by_age.size - 1] >= 1.0
    for block in prange(blocks.size):
        first, end = block * BLOCK, min(awake.size, (block + 1) * BLOCK)
        names, luck, far = np.zeros(width, np.int32), np.zeros(width), np.zeros(end - first)
        uniforms(keys[0], tick, awake[first:end], np.zeros(end - first, np.int64), far)
        count = first * width
        for place in range(first, end):
            if place + FAR < end:
                prefetch(lines, awake[place + FAR])
            i = awake[place]
            length = sessions[place] * attention[i] * lengths[int(far[place - first] * lengths.size)]
            shown = 0
            while shown < width and shown < length and ranked[place, shown] != 0:
                shown += 1
            if not surely:
                for rank in range(shown):
                    names[rank] = key_of[ranked[place, rank] & mask]
                uniforms_of_items(keys[1], tick, i, names, shown, luck)
            for rank in range(shown):
                if not surely:
                    age = min(tick - tick_of[ranked[place, rank] & mask], by_age.size - 1)
                    if not viewed(by_rank[rank] * by_age[age], luck[rank], sessions[place]):
                        continue
                reader[count], position[count] = i, rank
                post[count], original[count] = ranked[place, rank], roots[place, rank]
                if slots[place, rank] >= 0:
                    lines[i, slots[place, rank]] = -post[count]
                count += 1
        blocks[block] = count - first * width


@rule()
def _close_up(blocks: I64, width: int, seen: Seen) -> int:
    """Move what the blocks wrote together; returns how many exposures there are."""
    reader, post, original, position = seen
    count = 0
    for block in range(blocks.size):
        first = block * BLOCK * width
        for place in range(first, first + blocks[block]):
            reader[count], post[count] = reader[place], post[place]
            original[count], position[count] = original[place], position[place]
            count += 1
    return count


@rule()
def _count(now: I64, n: int, seen: Seen, author_of: I32, counters: Counters) -> None:
    reader, post, original, _ = seen
    group, kind, views, group_views, same, other, met, claim_of, stance_of, exposures = counters
    mask, counted = now[1], now[2] == 1
    for e in range(n):
        if e + FAR < n:
            prefetch(views, original[e + FAR])
        i, row, root = reader[e], post[e] & mask, original[e]
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

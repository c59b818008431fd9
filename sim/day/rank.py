"""Rank: the feed rule orders what waits in each waker's inbox, with a share of recommended posts (C3)."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numba import prange

from sim.ground.draws import uniform, uniforms_of_items
from sim.ground.prefetch import prefetch
from sim.ground.rules import rule
from sim.ground.types import F32, F64, I32, I64, U8
from sim.state import own_feeds
from sim.state.codes import Act
from sim.state.world import World

RECOMMENDED_POSTS = 20  # assumed: how many posts the recommender has on offer at a time
RECOMMENDED_HOURS = 12.0  # assumed: how old they may be
AGE_SLOTS = 4096  # ages above this many ticks share one recency
COUNTED = 4096  # engagements up to this many have their logarithm ready
NOWHERE = -1  # slot of a post that is in nobody's inbox: a recommended one
BLOCK = 512  # readers that one thread takes at a time
FAR, NEAR, NEXT = 24, 12, 6  # readers ahead at which inbox, posts and originals are asked for


Keys = tuple[np.uint64, np.uint64, np.uint64]
Feed = tuple[I32, I32, F64, F32]
Ranking = tuple[I32, I32, I32]
ID, ROOT, SLOT, NAME = 0, 1, 2, 3  # a reader's candidates: post, row of its original, slot in the inbox, name for draws


class Shelf(NamedTuple):
    """The posts' ring as the ranking reads it; `alive_from`, `mask` and `tick` come in `now`."""

    root: I32
    tick: I32
    key: I32
    engagement: I32
    leaning: F32
    removed: U8
    group_views: I32
    group_likes: I32
    quality: F32
    downrank: F32


class Terms(NamedTuple):
    """Weights of the feed rule: recency, engagement, affinity, quality, bridge, temperature, merge, share."""

    weights: F64
    recency: F64  # (age in ticks), -0.4 * hours ** 0.4
    logs: F64  # (engagements), ln(1 + e)
    recommended: I32


def shelf_of(world: World) -> Shelf:
    """The posts' columns as kernels take them."""
    return Shelf(*(getattr(world.posts, name) for name in Shelf._fields))


def rank(world: World) -> None:
    """Fill `world.ranked`: for each waker the posts on offer, best first, each with the row of its original."""
    clock, platform, posts = world.clock, world.platform, world.posts
    posts.retire(clock.tick - clock.ticks_in(world.window_hours))
    if clock.starts_every(24.0):
        world.shared.forget_first_below(posts.alive_from)
    width = world.inbox.width
    if platform.recommended > 0.0:
        recommend(world)
        width += RECOMMENDED_POSTS
    if world.ranked.shape[0] < len(world.awake) or world.ranked.shape[1] != width:
        world.ranked = np.zeros((max(16, len(world.awake) * 9 // 8), width), np.int32)
        world.ranked_roots, world.ranked_slots = np.zeros_like(world.ranked), np.zeros_like(world.ranked)
    now = np.array([clock.tick, posts.alive_from, posts.mask, posts.any_lowered], np.int64)
    keys = (world.key("rank"), world.key("recommend"), world.key("downrank"))
    feed = (world.awake, world.inbox.lines, world.sessions, world.accounts.opinion)
    _rank(keys, now, feed, shelf_of(world), terms_of(world), (world.ranked, world.ranked_roots, world.ranked_slots))
    _rank_as_chosen(world, keys, now)


def _rank_as_chosen(world: World, keys: Keys, now: I64) -> None:
    """Order anew what waits for those who have chosen another feed rule than the platform's.

    Who wants the newest first is recommended nothing: such a feed knows nothing of its reader (A85).
    """
    choice = own_feeds.chosen(world)
    if choice is None:
        return
    for number, (feed, params) in enumerate(world.ideas.feeds.values(), 1):
        place = np.flatnonzero(choice[world.awake] == number)
        usual, weights = terms_of(world), np.array(feed.weights(params))
        recommended = usual.weights[7] if weights[1:5].any() else 0.0
        terms = usual._replace(weights=np.array([*weights, usual.weights[6], recommended]))
        size = (len(place), world.ranked.shape[1])
        ranking = (np.zeros(size, np.int32), np.zeros(size, np.int32), np.zeros(size, np.int32))
        readers = (world.awake[place], world.inbox.lines, world.sessions[place], world.accounts.opinion)
        _rank(keys, now, readers, shelf_of(world), terms, ranking)
        for table, anew in zip((world.ranked, world.ranked_roots, world.ranked_slots), ranking, strict=True):
            table[place] = anew


def terms_of(world: World) -> Terms:
    """The feed rule's weights and tables for this tick."""
    clock, platform = world.clock, world.platform
    weights = world.ideas.feed.weights(world.ideas.feed_params)
    ages = min(AGE_SLOTS, clock.ticks_in(platform.window_hours) + 2)
    recency, logs = np.empty(ages), np.empty(COUNTED)
    _tabulate(clock.hours_per_tick, recency, logs)
    extra = [float(platform.merge_duplicates), platform.recommended / (1.0 - platform.recommended)]
    return Terms(np.array([*weights, *extra]), recency, logs, world.recommended)


def recommend(world: World) -> None:
    """Offer the most engaging young posts, renewed each hour, but for those that are gone by now (C3)."""
    posts = world.posts
    if world.clock.starts_every(1.0):
        choose_recommended(world)
    still = (world.recommended >= posts.alive_from) & (posts.removed[posts.rows(world.recommended)] == 0)
    world.recommended = np.where(still, world.recommended, 0).astype(np.int32)


def choose_recommended(world: World) -> None:
    """Offer the most engaging young posts."""
    posts = world.posts
    since = posts.first_since(world.clock.tick - world.clock.ticks_in(RECOMMENDED_HOURS))
    ids = world.here(np.arange(since, posts.last + 1, dtype=np.int64))
    rows = posts.rows(ids)
    ids = ids[(posts.removed[rows] == 0) & (posts.act[rows] != Act.RESHARE)]
    rows = posts.rows(ids)
    pull = 1.0 + posts.engagement[rows]
    cut = np.sort(pull, kind="stable")[-RECOMMENDED_POSTS:].min() if len(pull) > RECOMMENDED_POSTS else 0.0
    best = ids[pull >= cut]
    order = np.argsort(-pull[pull >= cut], kind="stable")[:RECOMMENDED_POSTS]
    world.recommended = kept_in_place(world.recommended, best[order].astype(np.int32))


def kept_in_place(old: I32, new: I32) -> I32:
    """The new posts in 20 slots (0 = empty), those on offer before in their old ones.

    Readers draw slots: so a post more or less on offer changes what they are shown by that post alone.
    """
    slots = np.zeros(RECOMMENDED_POSTS, np.int32)
    slots[: len(old)] = np.where(np.isin(old, new), old, 0)
    fresh = new[~np.isin(new, old)]
    slots[np.flatnonzero(slots == 0)[: len(fresh)]] = fresh
    return slots


@rule()
def _tabulate(hours_per_tick: float, recency: F64, logs: F64) -> None:
    for age in range(recency.size):
        recency[age] = -0.4 * math.pow(age * hours_per_tick, 0.4)  # A25
    for engaged in range(logs.size):
        logs[engaged] = math.log(1.0 + engaged)


@rule()
def bridge(views: I32, likes: I32) -> float:
    """ln of the geometric mean over opinion groups of (approval rate + 0.01) (C3)."""
    mean = 0.0
    for group in range(views.size):
        mean += math.log(likes[group] / max(1, views[group]) + 0.01)
    return mean / views.size


# The parts of the kernel take arrays one by one and numbers in tuples: a tuple of arrays costs at every call.


@rule(parallel=True)
def _rank(keys: Keys, now: I64, feed: Feed, shelf: Shelf, terms: Terms, ranking: Ranking) -> None:
    awake, lines, sessions, opinion = feed
    ranked, roots, slots = ranking
    root_of, tick_of, key_of, engagement, leaning, removed, views, likes, quality, downrank = shelf
    weights, recency, logs, recommended = terms
    tick, mask, lowered, places, width = now[0], now[2], now[3] != 0, awake.size, ranking[0].shape[1]
    for block in prange((places + BLOCK - 1) // BLOCK):
        offers, luck, scores = np.zeros((4, width + 1), np.int32), np.zeros(width + 1), np.zeros(width + 1)
        end = min(places, (block + 1) * BLOCK)
        for place in range(block * BLOCK, end):
            look_ahead((place, end, mask), awake, lines, root_of, engagement)
            i = awake[place]
            count = _waiting(i, now, lines, root_of, removed, offers)
            if weights[6] != 0.0:
                count = _merge(i, count, lines, offers)
            if weights[7] > 0.0:
                wanted = weights[7] * max(sessions[place], count) + uniform(keys[1], tick, i, 0)
                count = _recommend(keys[1], (tick, i, int(wanted), mask), count, recommended, offers)
            if lowered:
                count = _withhold(keys[2], (i, count), downrank, key_of, offers)
            who = (tick, mask, count, weights[0], weights[2], np.float64(opinion[i]))
            _age_and_side(who, recency, offers, tick_of, leaning, scores)
            if weights[1] != 0.0:
                _popularity((count, weights[1]), logs, offers, engagement, scores)
            if weights[3] != 0.0 or weights[4] != 0.0:
                _worth((count, weights[3], weights[4]), offers, quality, views, likes, scores)
            if weights[5] > 0.0:
                _noise(keys[0], (tick, i, mask, count, weights[5]), offers, key_of, luck, scores)
            _best_first((place, count), offers, scores, ranked, roots, slots)


@rule()
def look_ahead(now: tuple[int, int, int], awake: I32, lines: I32, root_of: I32, engagement: I32) -> None:
    """Ask early for what the next readers will need: their inboxes, the posts in them, the originals of those."""
    place, end, mask = now
    slots = lines.shape[1] - 1
    if place + FAR < end:
        prefetch(lines, awake[place + FAR])
    if place + NEAR < end:
        i = awake[place + NEAR]
        for slot in range(slots):
            prefetch(root_of, max(0, lines[i, slot]) & mask)
    if place + NEXT < end:
        i = awake[place + NEXT]
        for slot in range(slots):
            prefetch(engagement, root_of[max(0, lines[i, slot]) & mask] & mask)


@rule()
def _waiting(i: int, now: I64, lines: I32, root_of: I32, removed: U8, offers: I32) -> int:
    """Collect the unseen living posts of an inbox and the rows of their originals."""
    alive_from, mask = now[1], now[2]
    waiting, count = 0, 0
    for slot in range(lines.shape[1] - 1):
        # what does not count is written over by the next: no branch for the processor to guess wrong
        offers[ID, waiting], offers[SLOT, waiting] = lines[i, slot], slot
        waiting += int(lines[i, slot] >= alive_from)
    for n in range(waiting):
        row = offers[ID, n] & mask
        root = root_of[row]
        offers[ID, count], offers[ROOT, count], offers[SLOT, count] = offers[ID, n], root & mask, offers[SLOT, n]
        # a reshare lives no longer than its original
        count += int(root >= alive_from) * int(removed[row] == 0) * int(removed[root & mask] == 0)
    return count


@rule()
def _merge(i: int, count: int, lines: I32, offers: I32) -> int:
    """Let copies of one original count once: the first stays, the others are as good as seen."""
    kept = 0
    for n in range(count):
        fresh = True
        for other in range(kept):
            fresh = fresh and offers[ROOT, other] != offers[ROOT, n]
        if fresh:
            _move(offers, n, kept)
            kept += 1
        else:
            lines[i, offers[SLOT, n]] = -offers[ID, n]
    return kept


@rule()
def _move(offers: I32, old: int, new: int) -> None:
    """Let a candidate take the place of another."""
    for part in (ID, ROOT, SLOT):
        offers[part, new] = offers[part, old]


@rule()
def _withhold(key: np.uint64, who: tuple[int, int], downrank: F32, key_of: I32, offers: I32) -> int:
    """A down-ranked post reaches the same delta of its readers at every try (A83)."""
    i, count = who
    kept = 0
    for n in range(count):
        root = offers[ROOT, n]
        _move(offers, n, kept)
        lowered = np.float64(downrank[root])
        kept += int(lowered == 0.0 or uniform(key, 0, i, key_of[root]) < math.exp(lowered))
    return kept


@rule()
def _age_and_side(who: tuple[int, int, int, float, float, float], recency: F64, offers: I32, tick_of: I32,
                  leaning: F32, scores: F64) -> None:  # fmt: skip
    tick, mask, count, by_age, by_side, opinion = who
    for n in range(count):
        row = offers[ID, n] & mask
        age = min(tick - tick_of[row], recency.size - 1)
        scores[n] = by_age * recency[age] + by_side * (1.0 - abs(opinion - np.float64(leaning[row])))


@rule()
def _popularity(who: tuple[int, float], logs: F64, offers: I32, engagement: I32, scores: F64) -> None:
    count, weight = who
    for n in range(count):
        engaged = engagement[offers[ROOT, n]]
        scores[n] += weight * (logs[engaged] if engaged < logs.size else math.log(1.0 + engaged))


@rule()
def _worth(who: tuple[int, float, float], offers: I32, quality: F32, views: I32, likes: I32, scores: F64) -> None:
    count, by_quality, by_bridge = who
    for n in range(count):
        root = offers[ROOT, n]
        scores[n] += by_quality * quality[root] + by_bridge * bridge(views[root], likes[root])


@rule()
def _noise(key: np.uint64, who: tuple[int, int, int, int, float], offers: I32, key_of: I32, luck: F64,
           scores: F64) -> None:  # fmt: skip
    """A draw from softmax(score / T), by Gumbel noise."""
    tick, i, mask, count, temperature = who
    for n in range(count):
        offers[NAME, n] = key_of[offers[ID, n] & mask]
    uniforms_of_items(key, tick, i, offers[NAME], count, luck)
    for n in range(count):
        scores[n] -= temperature * math.log(-math.log(luck[n] + 1e-16))


@rule()
def _best_first(who: tuple[int, int], offers: I32, scores: F64, ranked: I32, roots: I32, slots: I32) -> None:
    """Put each id where as many stand before it as have a better score, or the same and came earlier."""
    place, count = who
    for n in range(count):
        before = 0
        score = scores[n]
        for other in range(n):
            before += int(scores[other] >= score)
        for other in range(n + 1, count):
            before += int(scores[other] > score)
        ranked[place, before], roots[place, before], slots[place, before] = (
            offers[ID, n], offers[ROOT, n], offers[SLOT, n])  # fmt: skip
    for beyond in range(count, ranked.shape[1]):
        ranked[place, beyond] = 0


@rule()
def _recommend(key: np.uint64, who: tuple[int, int, int, int], count: int, recommended: I32, offers: I32) -> int:
    """Add some of the recommended posts, drawn without repeats."""
    tick, reader, wanted, mask = who
    for nth in range(min(wanted, recommended.size)):
        post = recommended[int(uniform(key, tick, reader, nth + 1) * recommended.size)]
        known = post == 0
        for other in range(count):
            known = known or offers[ID, other] == post
        if not known and count < offers.shape[1] - 1:
            offers[ID, count], offers[ROOT, count], offers[SLOT, count] = post, post & mask, NOWHERE
            count += 1
    return count

"""Rank: the feed rule orders what waits in each waker's inbox, with a share of recommended posts (C3)."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from sim.ground.draws import uniform
from sim.ground.rules import rule
from sim.ground.types import F32, F64, I32, I64, U8
from sim.state.codes import Act
from sim.state.world import World

RECOMMENDED_POSTS = 20  # assumed: how many posts the recommender has on offer at a time
RECOMMENDED_HOURS = 12.0  # assumed: how old they may be
AGE_SLOTS = 4096  # ages above this many ticks share one recency


Keys = tuple[np.uint64, np.uint64, np.uint64]


class Shelf(NamedTuple):
    """The posts' ring as the ranking reads it; `alive_from`, `mask` and `tick` come in `now`."""

    author: I32
    root: I32
    tick: I32
    key: I32
    engagement: I32
    group_views: I32
    group_likes: I32
    quality: F32
    downrank: F32
    removed: U8


class Terms(NamedTuple):
    """Weights of the feed rule: recency, engagement, affinity, quality, bridge, temperature, merge, share."""

    weights: F64
    recency: F64  # (age in ticks), -0.4 * hours ** 0.4
    opinion: F32
    recommended: I32


class Scratch(NamedTuple):
    """Room for one reader's candidates."""

    ids: I32
    scores: F64


def shelf_of(world: World) -> Shelf:
    """The posts' columns as kernels take them."""
    posts = world.posts
    return Shelf(posts.author, posts.root, posts.tick, posts.key, posts.engagement, posts.group_views,
                 posts.group_likes, posts.quality, posts.downrank, posts.removed)  # fmt: skip


def rank(world: World) -> None:
    """Fill `world.ranked`: for each waker the ids of the posts on offer, best first."""
    clock, platform, posts = world.clock, world.platform, world.posts
    posts.retire(clock.tick - clock.ticks_in(platform.window_hours))
    if clock.starts_every(24.0):
        world.shared.forget_first_below(posts.alive_from)
    if clock.starts_every(1.0):
        choose_recommended(world)
    still = (world.recommended >= posts.alive_from) & (posts.removed[posts.rows(world.recommended)] == 0)
    world.recommended = np.where(still, world.recommended, 0).astype(np.int32)
    width = world.inbox.width + RECOMMENDED_POSTS
    if world.ranked.shape[0] < len(world.awake) or world.ranked.shape[1] != width:
        world.ranked = np.zeros((max(16, 2 * len(world.awake)), width), np.int32)
    now = np.array([clock.tick, posts.alive_from, posts.mask], np.int64)
    keys = (world.key("rank"), world.key("recommend"), world.key("downrank"))
    feed = (world.awake, world.inbox.lines, world.sessions)
    _rank(keys, now, feed, shelf_of(world), terms_of(world), world.ranked)


def terms_of(world: World) -> Terms:
    """The feed rule's weights and tables for this tick."""
    clock, platform = world.clock, world.platform
    weights = world.ideas.feed.weights(world.ideas.feed_params)
    ages = min(AGE_SLOTS, clock.ticks_in(platform.window_hours) + 2)
    recency = np.empty(ages)
    _recency(clock.hours_per_tick, recency)
    extra = [float(platform.merge_duplicates), platform.recommended / (1.0 - platform.recommended)]
    return Terms(np.array([*weights, *extra]), recency, world.accounts.opinion, world.recommended)


def choose_recommended(world: World) -> None:
    """Offer the most engaging young posts, and posts under trending hashtags three times as likely (C15)."""
    posts = world.posts
    ids = posts.alive()
    rows = posts.rows(ids)
    young = posts.tick[rows] >= world.clock.tick - world.clock.ticks_in(RECOMMENDED_HOURS)
    ids = ids[young & (posts.removed[rows] == 0) & (posts.act[rows] != Act.RESHARE)]
    rows = posts.rows(ids)
    pull = (1.0 + posts.engagement[rows]) * np.where(np.isin(posts.hashtag[rows], world.hashtags.trending()), 3.0, 1.0)
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
def _recency(hours_per_tick: float, out: F64) -> None:
    for age in range(out.size):
        out[age] = -0.4 * math.pow(age * hours_per_tick, 0.4)  # A25


@rule()
def bridge(views: I32, likes: I32) -> float:
    """ln of the geometric mean over opinion groups of (approval rate + 0.01) (C3)."""
    mean = 0.0
    for group in range(views.size):
        mean += math.log(likes[group] / max(1, views[group]) + 0.01)
    return mean / views.size


@rule()
def _insert(ids: I32, scores: F64, count: int, post: int, value: float) -> None:
    place = count
    while place > 0 and scores[place - 1] < value:
        scores[place] = scores[place - 1]
        ids[place] = ids[place - 1]
        place -= 1
    scores[place] = value
    ids[place] = post


@rule()
def _offers(line: I32, now: I64, root_of: I32, removed: U8, merge: bool, out: I32) -> int:
    """Collect the unseen living posts of an inbox; copies of one original count once when merged."""
    count = 0
    alive_from, mask = now[1], now[2]
    for slot in range(line.size - 1):
        post = line[slot]
        if post < alive_from:
            continue
        root = root_of[post & mask]
        # a reshare lives no longer than its original
        if root < alive_from or removed[root & mask] != 0 or removed[post & mask] != 0:
            continue
        fresh = True
        for other in range(count):
            if merge and root_of[out[other] & mask] == root:
                fresh = False
        if fresh:
            out[count] = post
            count += 1
        else:
            line[slot] = -post
    return count


@rule()
def _rank(keys: Keys, now: I64, feed: tuple[I32, I32, F64], shelf: Shelf, terms: Terms, ranked: I32) -> None:
    awake, lines, sessions = feed
    author_of, root_of, tick_of, key_of, engagement, views, likes, quality, downrank, removed = shelf
    weights, recency, opinion, recommended = terms
    tick, mask = now[0], now[2]
    offers = np.empty(ranked.shape[1], np.int32)
    scores = np.empty(ranked.shape[1], np.float64)
    for place in range(awake.size):
        i = awake[place]
        count = _offers(lines[i], now, root_of, removed, weights[6] != 0.0, offers)
        wanted = weights[7] * max(sessions[place], count) + uniform(keys[1], tick, i, 0)
        count = _recommend(keys[1], (tick, i), int(wanted), recommended, offers, count)
        shown = 0
        for n in range(count):
            row = offers[n] & mask
            root = root_of[row] & mask
            # a down-ranked post reaches the same delta of its readers at every try (A83)
            if downrank[root] < 0.0 and uniform(keys[2], 0, i, key_of[root]) >= math.exp(np.float64(downrank[root])):
                continue
            age = min(tick - tick_of[row], recency.size - 1)
            # C3, term by term
            value = weights[0] * recency[age]
            value += weights[2] * (1.0 - abs(np.float64(opinion[i]) - opinion[author_of[root]]))
            if weights[1] != 0.0:
                value += weights[1] * math.log(1.0 + engagement[root])
            if weights[3] != 0.0:
                value += weights[3] * quality[root]
            if weights[4] != 0.0:
                value += weights[4] * bridge(views[root], likes[root])
            if weights[5] > 0.0:  # a draw from softmax(score / T), by Gumbel noise
                luck = uniform(keys[0], tick, i, key_of[row])
                value -= weights[5] * math.log(-math.log(luck + 1e-16))
            _insert(ranked[place], scores, shown, offers[n], value)
            shown += 1
        ranked[place, shown:] = 0


@rule()
def _recommend(key: np.uint64, who: tuple[int, int], wanted: int, recommended: I32, offers: I32, count: int) -> int:
    """Add some of the recommended posts, drawn without repeats."""
    tick, reader = who
    for nth in range(min(wanted, recommended.size)):
        post = recommended[int(uniform(key, tick, reader, nth + 1) * recommended.size)]
        known = post == 0
        for other in range(count):
            known = known or offers[other] == post
        if not known and count < offers.size:
            offers[count] = post
            count += 1
    return count

"""Share: who saw a post decides to like, reshare, answer or report it (C2, A14); once per account and post."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numba import prange

from sim.day.carry import take_along
from sim.day.language import share_seldom
from sim.ground.draws import uniform, uniforms
from sim.ground.prefetch import prefetch
from sim.ground.rules import rule
from sim.ground.types import F32, F64, I8, I16, I32, I64, U8, U16
from sim.state.acts import BARE_WORD, reply, reshare
from sim.state.codes import Kind, Label, Source
from sim.state.reports import open_cases
from sim.state.shares import shares_kept
from sim.state.world import World

BETA_BELIEF, BETA_SIDE = 2.0, 0.5  # C2
CELEBRITY = math.log(1.72)  # A19
OUTGROUP = math.log(1.67)  # A18
MORAL = math.log(1.2)  # A17
REINFORCED = math.log(1.5)  # A24, at the 2nd and 3rd exposure
LABEL_SHARE = 0.247  # A70
NOTICE = (0.0, 0.6, 0.9)  # C5
APPEAL_SPREAD = 1.0  # C2: item appeal z ~ N(0, 1); half its square makes p0 the mean over content (A14)
NEVER = 500.0  # log-odds of what never happens, or always
LIKE, SHARE, REPLY, REPORT = 1, 2, 4, 8

Keys = tuple[np.uint64, ...]
Told = tuple[I32, I16, I8, F32]
BLOCK = 1024  # exposures that one thread takes at a time
AHEAD = 16  # exposures ahead at which a post and its original are asked for


class Items(NamedTuple):
    """Posts (by row of the ring) and claims, as far as they decide how willingly a post is passed on."""

    key: I32
    author: I32
    claim: I16
    stance: I8
    tick: I32
    appeal: F32
    leaning: F32
    label: I8
    novelty: F64  # (age in ticks), log-odds that a reshare has lost
    lean: F32
    boost: F64  # (claim), ln of v_false, moral and out-group words: for supporting posts
    prompt: F32
    kept: F64  # (claim + 1, stance + 1), what measures leave of the probability to reshare


class Actors(NamedTuple):
    """The accounts' columns."""

    kind: I8
    opinion: F32
    literacy: F32
    belief: F32
    heard: U16
    trust_for: F32
    trust_against: F32


class Willing(NamedTuple):
    """What readers make of what they saw, one entry an exposure."""

    reader: I32
    post: I32
    root: I32
    chance: F64  # probability to share, 0 where nothing can be done with the post
    kept: F64  # what measures leave of it
    belief: F64  # how far the claim is believed, 0 for posts on none


def share(world: World) -> None:
    """Decide for every exposure of this tick; likes count at once, the rest is queued for `deliver`."""
    seen = world.exposures
    if not seen.n:
        return
    platform, posts = world.platform, world.posts
    decided = np.zeros(seen.n, np.uint8)
    base = _log_odds(platform.share_rate) - 0.5 * APPEAL_SPREAD**2
    rates = np.array([platform.like_ratio, platform.reply_rate, platform.report_rate])
    now = np.array([world.clock.tick, posts.mask, posts.any_labelled], np.int64)
    told = (seen.column(name) for name in Willing._fields[:3])
    willing = Willing._make((*told, np.zeros(seen.n), np.zeros(seen.n), np.zeros(seen.n)))
    actors = Actors._make(getattr(world.accounts, name) for name in Actors._fields)
    own = np.empty(0) if world.ideas.share is None else world.ideas.share(world)
    _weigh((world.key("attention"), world.key("notice"), base), now, _items(world), actors, own, willing)
    if len(world.names.languages) > 1:
        share_seldom(world, willing.reader, willing.root, willing.kept)
    keys = tuple(world.key(name) for name in ("share", "like", "reply", "report", "silence"))
    _decide(keys, now, rates, willing, (posts.key, posts.claim, posts.stance, world.claims.silence), decided)
    _like(world, np.flatnonzero(decided & LIKE))
    _reshare(world, np.flatnonzero(decided & SHARE))
    _answer(world, np.flatnonzero(decided & REPLY))
    _report(world, np.flatnonzero(decided & REPORT))


def _log_odds(probability: float) -> float:
    if probability <= 0.0 or probability >= 1.0:
        return math.copysign(NEVER, probability - 0.5)
    return math.log(probability / (1.0 - probability))


def _items(world: World) -> Items:
    posts, claims = world.posts, world.claims
    boost = np.array([
        math.log(claims.spread_factor[k]) + MORAL * claims.moral_words[k] + OUTGROUP * claims.outgroup[k]
        for k in range(claims.n)
    ], np.float64)  # fmt: skip
    told = (getattr(posts, name) for name in Items._fields[:8])
    return Items._make((*told, _novelty(world), claims.lean, boost, claims.attention_prompt,
                        shares_kept(world)))  # fmt: skip


def _novelty(world: World) -> F64:
    """What a reshare has lost in log-odds by the original's age in ticks (A25): it is old news."""
    clock, platform = world.clock, world.platform
    lost = np.empty(clock.ticks_in(platform.window_hours) + 2)
    _fill_novelty(platform.novelty, clock.hours_per_tick, lost)
    return lost


@rule()
def _fill_novelty(weight: float, hours_per_tick: float, out: F64) -> None:
    for age in range(out.size):
        out[age] = weight * math.pow(age * hours_per_tick, 0.4)


@rule()
def share_probability(base: float, appeal: float, persuasion: float, side: float, boost: float) -> float:
    """p of a reshare: base rate, appeal, belief, side, and what wording, fame and repetition add (C2)."""
    return 1.0 / (1.0 + math.exp(-(base + appeal + BETA_BELIEF * persuasion + BETA_SIDE * side + boost)))


@rule()
def label_effect(trust: float) -> float:
    """What a noticed label leaves of the probability to share, for this trust in fact-checkers (C5)."""
    return 1.0 - LABEL_SHARE * (0.68 + 0.64 * trust)


@rule()
def reply_probability(rate: float, stance: int, belief: float) -> float:
    """Who rather disagrees with what a post says about a claim may answer it."""
    disagrees = 1.0 - belief if stance > 0 else belief
    return rate * disagrees if stance != 0 and disagrees > 0.5 else 0.0


@rule(parallel=True)
def _weigh(luck: tuple[np.uint64, np.uint64, float], now: I64, items: Items, actors: Actors, own: F64,
           willing: Willing) -> None:  # fmt: skip
    """How likely each reader is to pass on each post (C2, C5), and how far they believe the claim it is about."""
    reader, post, original, chance, left, believed = willing
    key_of, author_of, claim_of, stance_of, tick_of, appeal_of, leaning, label_of = items[:8]
    novelty, lean, wording, prompt, kept = items[8:]
    kind, opinion, literacy, belief, heard, trust_for, trust_against = actors
    attention, notice, base = luck
    tick, mask, labelled = now[0], now[1], now[2] != 0
    for block in prange((reader.size + BLOCK - 1) // BLOCK):
        end = min(reader.size, (block + 1) * BLOCK)
        for e in range(block * BLOCK, end):
            if e + AHEAD < end:
                prefetch(key_of, original[e + AHEAD])
                prefetch(key_of, post[e + AHEAD] & mask)  # for the draws that follow
            i, root = reader[e], original[e]
            author, k, stance = author_of[root], claim_of[root], stance_of[root]
            if author == i or kind[i] == Kind.BOT or kind[i] == Kind.TROLL:
                continue
            persuasion, side, boost = 0.0, np.float64(opinion[i]) * leaning[root], 0.0
            if k >= 0:
                believed[e] = 1.0 / (1.0 + math.exp(-np.float64(belief[i, k])))
                side = stance * lean[k] * np.float64(opinion[i])
                # att is 1 when accuracy comes to mind (A23)
                if uniform(attention, tick, i, 0) < min(1.0, np.float64(literacy[i]) + prompt[k]):
                    persuasion = stance * (believed[e] - 0.5)
                if stance > 0:
                    boost = wording[k] + (REINFORCED if 2 <= heard[i, k] <= 3 else 0.0)
            boost += CELEBRITY if kind[author] == Kind.INFLUENCER else 0.0
            appeal = appeal_of[root] - novelty[min(tick - tick_of[root], novelty.size - 1)]
            p = own[e] if own.size else share_probability(base, appeal, persuasion, side, boost)
            label = int(label_of[root]) if labelled else 0
            if label != Label.NONE and uniform(notice, tick, i, key_of[root]) < NOTICE[label]:
                tau = np.float64(trust_for[i, Source.FACT_CHECKERS])
                p *= label_effect(tau / (tau + trust_against[i, Source.FACT_CHECKERS]))
            # ordinary posts (claim -1) have the last row
            chance[e], left[e] = p, kept[k, stance + 1]


@rule(parallel=True)
def _decide(keys: Keys, now: I64, rates: F64, willing: Willing, told: Told, decided: U8) -> None:
    """Whether what was seen is passed on, liked, answered, reported; the draws of a block are made at once."""
    reader, post, original, chance, left, believed = willing
    key_of, claim_of, stance_of, silence = told
    sharing, liking, replying, reporting, silencing = keys
    tick, mask, like_ratio, reply_rate, report_rate = now[0], now[1], rates[0], rates[1], rates[2]
    for block in prange((reader.size + BLOCK - 1) // BLOCK):
        first, end = block * BLOCK, min(reader.size, (block + 1) * BLOCK)
        names, luck = np.empty(end - first, np.int32), np.ones((3, end - first))
        for e in range(first, end):
            names[e - first] = key_of[post[e] & mask]
        uniforms(sharing, tick, reader[first:end], names, luck[0])
        if like_ratio > 0.0:
            uniforms(liking, tick, reader[first:end], names, luck[1])
        if report_rate > 0.0:
            uniforms(reporting, tick, reader[first:end], names, luck[2])
        for e in range(first, end):
            p, n = chance[e], e - first
            if p == 0.0:
                continue
            if luck[0, n] < p * left[e]:
                decided[e] |= SHARE
            if luck[1, n] < min(1.0, p * like_ratio):
                decided[e] |= LIKE
            if believed[e] > 0.0:
                i, k, stance = reader[e], claim_of[original[e]], stance_of[original[e]]
                answers = uniform(replying, tick, i, names[n]) < reply_probability(reply_rate, stance, believed[e])
                # silence is kept by the same part of people throughout
                if answers and (stance < 0 or uniform(silencing, 0, i, k) >= np.float64(silence[k])):
                    decided[e] |= REPLY
            if luck[2, n] < report_rate:
                decided[e] |= REPORT


@rule()
def _count_likes(roots: I64, groups: I8, likes: I32, engagement: I32, group_likes: I32) -> None:
    for n in range(roots.size):
        likes[roots[n]] += 1
        engagement[roots[n]] += 1
        group_likes[roots[n], groups[n]] += 1


def _like(world: World, places: I64) -> None:
    if not len(places):
        return
    posts = world.posts
    roots = posts.rows(posts.root[posts.rows(world.exposures.column("post")[places])])
    groups = world.accounts.group[world.exposures.column("reader")[places]]
    _count_likes(roots, groups, posts.likes, posts.engagement, posts.group_likes)
    world.tallies.count("likes", len(roots))


def _reshare(world: World, places: I64) -> None:
    readers, seen = world.exposures.column("reader")[places], world.exposures.column("post")[places]
    roots = world.posts.root[world.posts.rows(seen)]
    first = world.shared.add_new(roots, readers)
    reshare(world, readers[first], seen[first])
    if world.layers:
        take_along(world, readers[first], seen[first])


def _answer(world: World, places: I64) -> None:
    if not len(places):
        return
    readers, seen = world.exposures.column("reader")[places], world.exposures.column("post")[places]
    posts = world.posts
    stances = posts.stance[posts.rows(posts.root[posts.rows(seen)])]
    reply(world, readers, seen, -stances, certainty=BARE_WORD)
    world.tallies.count("replies", len(readers))


def _report(world: World, places: I64) -> None:
    if not len(places):
        return
    posts, seen = world.posts, world.exposures.column("post")[places]
    world.tallies.count("reports", len(seen))
    open_cases(world, posts.root[posts.rows(seen)])

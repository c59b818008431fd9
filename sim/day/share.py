"""Share: who saw a post decides to like, reshare, answer or report it (C2, A14); once per account and post."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numba import prange

from sim.day.moderate import open_cases
from sim.ground.draws import uniform, uniforms
from sim.ground.prefetch import prefetch
from sim.ground.rules import rule
from sim.ground.types import F32, F64, I8, I16, I32, I64, U8, U16
from sim.state.acts import BARE_WORD, reply, reshare
from sim.state.codes import Kind, Label, Source
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
BLOCK = 1024  # exposures that one thread takes at a time
FAR, NEAR = 24, 12  # exposures ahead at which a post and its original are asked for


class Items(NamedTuple):
    """Posts (by row of the ring) and claims."""

    key: I32
    root: I32
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
    silence: F32
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


class Luck(NamedTuple):
    """Keys of the streams."""

    share: np.uint64
    like: np.uint64
    reply: np.uint64
    report: np.uint64
    notice: np.uint64
    attention: np.uint64
    silence: np.uint64


def share(world: World) -> None:
    """Decide for every exposure of this tick; likes count at once, the rest is queued for `deliver`."""
    seen = world.exposures
    if not seen.n:
        return
    platform, posts = world.platform, world.posts
    decided = np.zeros(seen.n, np.uint8)
    base = _log_odds(platform.share_rate) - 0.5 * APPEAL_SPREAD**2
    rates = np.array([base, platform.like_ratio, platform.reply_rate, platform.report_rate])
    now = np.array([world.clock.tick, posts.mask, posts.any_labelled], np.int64)
    luck = Luck(*(world.key(name) for name in Luck._fields))
    own = np.empty(0) if world.ideas.share is None else world.ideas.share(world)
    actors = Actors(*(getattr(world.accounts, name) for name in Actors._fields))
    _decide(luck, now, rates, (seen.column("reader"), seen.column("post"), own), (_items(world), actors), decided)
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
    told = (getattr(posts, name) for name in Items._fields[:9])
    return Items(*told, _novelty(world), claims.lean, boost, claims.silence, claims.attention_prompt,
                 shares_kept(world))  # fmt: skip


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


def _actors(world: World) -> Actors:
    accounts = world.accounts
    trust = accounts.trust(Source.FACT_CHECKERS).astype(np.float32)
    return Actors(accounts.kind, accounts.opinion, accounts.literacy, accounts.belief, accounts.heard, trust)


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


@rule()
def _mind(luck: Luck, who: tuple[int, int, int], items: Items, actors: Actors) -> tuple[float, float, float, float]:
    """What a reader makes of a post on a claim: persuasion, side and boost (C2), and how far they believe the claim."""
    tick, i, root = who
    k, stance = items.claim[root], items.stance[root]
    belief = 1.0 / (1.0 + math.exp(-np.float64(actors.belief[i, k])))
    side = stance * items.lean[k] * np.float64(actors.opinion[i])
    # att is 1 when accuracy comes to mind (A23)
    mindful = uniform(luck.attention, tick, i, 0) < min(1.0, np.float64(actors.literacy[i]) + items.prompt[k])
    persuasion = stance * (belief - 0.5) if mindful else 0.0
    boost = 0.0
    if stance > 0:
        boost = items.boost[k] + (REINFORCED if 2 <= actors.heard[i, k] <= 3 else 0.0)
    return persuasion, side, boost, belief


@rule()
def _answers(luck: Luck, who: tuple[int, int, int], rate: float, belief: float, items: Items) -> bool:
    """Whether a reader answers a post on a claim; silence is kept by the same part of people throughout."""
    tick, i, row = who
    k, stance = items.claim[row], items.stance[row]
    if uniform(luck.reply, tick, i, items.key[row]) >= reply_probability(rate, stance, belief):
        return False
    return stance < 0 or uniform(luck.silence, 0, i, k) >= np.float64(items.silence[k])


@rule()
def _label_leaves(key: np.uint64, who: tuple[int, int, int], items: Items, actors: Actors) -> float:
    """What the label on an original, if it is noticed, leaves of the probability to share it."""
    tick, i, root = who
    label = items.label[root]
    if label == Label.NONE or uniform(key, tick, i, items.key[root]) >= NOTICE[label]:
        return 1.0
    for_it, against = actors.trust_for[i, Source.FACT_CHECKERS], actors.trust_against[i, Source.FACT_CHECKERS]
    return label_effect(np.float64(for_it) / (np.float64(for_it) + against))


@rule()
def _fill_luck(luck: Luck, tick: int, rates: F64, seen: tuple[I32, I32], out: F64) -> None:
    """(like, share, report): the draws of many exposures at once; where nothing can happen none are needed."""
    reader, names = seen
    uniforms(luck.share, tick, reader, names, out[1])
    if rates[1] > 0.0:
        uniforms(luck.like, tick, reader, names, out[0])
    if rates[3] > 0.0:
        uniforms(luck.report, tick, reader, names, out[2])


@rule(parallel=True)
def _decide(luck: Luck, now: I64, rates: F64, seen: tuple[I32, I32, F64], both: tuple[Items, Actors],
            decided: U8) -> None:  # fmt: skip
    reader, post, own = seen
    items, actors = both
    key_of, root_of, author_of, claim_of, stance_of, tick_of, appeal_of, leaning, _, novelty = items[:10]
    kind, opinion, kept = actors.kind, actors.opinion, items.kept
    tick, mask, labelled = now[0], now[1], now[2] != 0
    for block in prange((reader.size + BLOCK - 1) // BLOCK):
        first, end = block * BLOCK, min(reader.size, (block + 1) * BLOCK)
        names, lucks = np.empty(end - first, np.int32), np.ones((3, end - first))
        for e in range(first, end):
            if e + FAR < end:
                prefetch(key_of, post[e + FAR] & mask)
            names[e - first] = key_of[post[e] & mask]
        _fill_luck(luck, tick, rates, (reader[first:end], names), lucks)
        for e in range(first, end):
            if e + NEAR < end:
                prefetch(key_of, root_of[post[e + NEAR] & mask] & mask)
            i, row, n = reader[e], post[e] & mask, e - first
            root = root_of[row] & mask
            author, k = author_of[root], claim_of[root]
            if author == i or kind[i] == Kind.BOT or kind[i] == Kind.TROLL:
                continue
            persuasion, side, boost, belief = 0.0, np.float64(opinion[i]) * leaning[root], 0.0, 0.5
            if k >= 0:
                persuasion, side, boost, belief = _mind(luck, (tick, i, root), items, actors)
            boost += CELEBRITY if kind[author] == Kind.INFLUENCER else 0.0
            appeal = appeal_of[root] - novelty[min(tick - tick_of[root], novelty.size - 1)]
            p = own[e] if own.size else share_probability(rates[0], appeal, persuasion, side, boost)
            if labelled:
                p *= _label_leaves(luck.notice, (tick, i, root), items, actors)
            # ordinary posts (claim -1) have the last row
            if lucks[1, n] < p * kept[k, stance_of[root] + 1]:
                decided[e] |= SHARE
            if lucks[0, n] < min(1.0, p * rates[1]):
                decided[e] |= LIKE
            if k >= 0 and _answers(luck, (tick, i, row), rates[2], belief, items):
                decided[e] |= REPLY
            if lucks[2, n] < rates[3]:
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

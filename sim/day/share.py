"""Share: who saw a post decides to like, reshare, answer or report it (C2, A14); once per account and post."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from sim.day.moderate import open_cases
from sim.ground.draws import uniform
from sim.ground.rules import rule
from sim.ground.types import B8, F32, F64, I8, I16, I32, I64, U8, U16
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
LIKE, SHARE, REPLY, REPORT = 1, 2, 4, 8


class Items(NamedTuple):
    """Posts (by row of the ring) and claims."""

    root: I32
    author: I32
    claim: I16
    stance: I8
    label: I8
    key: I32
    tick: I32
    appeal: F32
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
    label_trust: F32


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
    now = np.array([world.clock.tick, posts.mask], np.int64)
    luck = Luck(*(world.key(name) for name in Luck._fields))
    own = np.empty(0) if world.ideas.share is None else world.ideas.share(world)
    _decide(luck, now, rates, (seen.column("reader"), seen.column("post"), own), (_items(world), _actors(world)),
            decided)  # fmt: skip
    _like(world, decided & LIKE > 0)
    _reshare(world, decided & SHARE > 0)
    _answer(world, decided & REPLY > 0)
    _report(world, decided & REPORT > 0)


def _log_odds(probability: float) -> float:
    if probability <= 0.0 or probability >= 1.0:
        return math.copysign(1e9, probability - 0.5)
    return math.log(probability / (1.0 - probability))


def _items(world: World) -> Items:
    posts, claims = world.posts, world.claims
    boost = np.array([
        math.log(claims.spread_factor[k]) + MORAL * claims.moral_words[k] + OUTGROUP * claims.outgroup[k]
        for k in range(claims.n)
    ], np.float64)  # fmt: skip
    return Items(posts.root, posts.author, posts.claim, posts.stance, posts.label, posts.key, posts.tick, posts.appeal,
                 _novelty(world), claims.lean, boost, claims.silence, claims.attention_prompt,
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
def _decide(luck: Luck, now: I64, rates: F64, seen: tuple[I32, I32, F64], both: tuple[Items, Actors],
            decided: U8) -> None:  # fmt: skip
    reader, post, own = seen
    items, actors = both
    root_of, author_of, claim_of, stance_of, label_of, key_of, tick_of, appeal_of, novelty = items[:9]
    lean, wording, silence, prompt, kept = items[9:]
    kind, opinion, literacy, belief_in, heard, label_trust = actors
    tick, mask = now[0], now[1]
    for e in range(reader.size):
        i, row = reader[e], post[e] & mask
        root = root_of[row] & mask
        author, k, stance, key = author_of[root], claim_of[root], stance_of[root], key_of[row]
        if author == i or kind[i] == Kind.BOT or kind[i] == Kind.TROLL:
            continue
        boost = CELEBRITY if kind[author] == Kind.INFLUENCER else 0.0
        leaning = np.float64(opinion[i])
        side, persuasion, belief = leaning * opinion[author], 0.0, 0.5
        if k >= 0:
            belief = 1.0 / (1.0 + math.exp(-np.float64(belief_in[i, k])))
            side = stance * lean[k] * leaning
            # att is 1 when accuracy comes to mind (A23)
            if uniform(luck.attention, tick, i, 0) < min(1.0, np.float64(literacy[i]) + prompt[k]):
                persuasion = stance * (belief - 0.5)
            if stance > 0:
                boost += wording[k] + (REINFORCED if 2 <= heard[i, k] <= 3 else 0.0)
        appeal = appeal_of[root] - novelty[min(tick - tick_of[root], novelty.size - 1)]
        p = own[e] if own.size else share_probability(rates[0], appeal, persuasion, side, boost)
        label = label_of[root]
        if label != Label.NONE and uniform(luck.notice, tick, i, key_of[root]) < NOTICE[label]:
            p *= label_effect(np.float64(label_trust[i]))
        # ordinary posts (claim -1) have the last row
        if uniform(luck.share, tick, i, key) < p * kept[k, stance + 1]:
            decided[e] |= SHARE
        if uniform(luck.like, tick, i, key) < min(1.0, p * rates[1]):
            decided[e] |= LIKE
        answers = k >= 0 and uniform(luck.reply, tick, i, key) < reply_probability(rates[2], stance, belief)
        # silence is kept by the same part of people throughout
        if answers and (stance < 0 or uniform(luck.silence, 0, i, k) >= np.float64(silence[k])):
            decided[e] |= REPLY
        if uniform(luck.report, tick, i, key) < rates[3]:
            decided[e] |= REPORT


@rule()
def _count_likes(roots: I64, groups: I8, likes: I32, engagement: I32, group_likes: I32) -> None:
    for n in range(roots.size):
        likes[roots[n]] += 1
        engagement[roots[n]] += 1
        group_likes[roots[n], groups[n]] += 1


def _like(world: World, mask: B8) -> None:
    posts = world.posts
    roots = posts.rows(posts.root[posts.rows(world.exposures.column("post")[mask])])
    groups = world.accounts.group[world.exposures.column("reader")[mask]]
    _count_likes(roots, groups, posts.likes, posts.engagement, posts.group_likes)
    world.tallies.count("likes", len(roots))


def _reshare(world: World, mask: B8) -> None:
    readers, seen = world.exposures.column("reader")[mask], world.exposures.column("post")[mask]
    roots = world.posts.root[world.posts.rows(seen)]
    first = world.shared.add_new(roots, readers)
    reshare(world, readers[first], seen[first])


def _answer(world: World, mask: B8) -> None:
    readers, seen = world.exposures.column("reader")[mask], world.exposures.column("post")[mask]
    posts = world.posts
    stances = posts.stance[posts.rows(posts.root[posts.rows(seen)])]
    reply(world, readers, seen, -stances, certainty=BARE_WORD)
    world.tallies.count("replies", len(readers))


def _report(world: World, mask: B8) -> None:
    posts, seen = world.posts, world.exposures.column("post")[mask]
    world.tallies.count("reports", len(seen))
    open_cases(world, posts.root[posts.rows(seen)])

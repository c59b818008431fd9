"""Share: who saw a post decides to like, reshare, answer or report it (C2, A14); once per account and post."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from sim.ground.draws import uniform
from sim.ground.rules import rule
from sim.ground.types import B8, F32, F64, I8, I16, I32, I64, U8, U16
from sim.state.acts import reply, reshare
from sim.state.codes import Kind, Label, Source, Stance
from sim.state.world import World

BETA_BELIEF, BETA_SIDE = 2.0, 0.5  # C2
CELEBRITY = math.log(1.72)  # A19
OUTGROUP = math.log(1.67)  # A18
MORAL = math.log(1.2)  # A17
REINFORCED = math.log(1.5)  # A24, at the 2nd and 3rd exposure
LABEL_SHARE = 0.247  # A70
NOTICE = (0.0, 0.6, 0.9)  # C5
LIKE, SHARE, REPLY, REPORT = 1, 2, 4, 8


class Items(NamedTuple):
    """Posts (by row of the ring) and claims."""

    root: I32
    author: I32
    claim: I16
    stance: I8
    label: I8
    key: I32
    appeal: F32
    lean: F32
    boost: F64  # (claim), ln of v_false, moral and out-group words: for supporting posts
    silence: F32
    prompt: F32


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
    rates = np.array([_log_odds(platform.share_rate), platform.like_ratio, platform.reply_rate, platform.report_rate])
    now = np.array([world.clock.tick, posts.mask], np.int64)
    luck = Luck(*(world.key(name) for name in Luck._fields))
    _decide(
        luck,
        now,
        rates,
        (seen.column("reader"), seen.column("post")),
        (_items(world), _actors(world)),
        decided,
    )
    _like(world, decided & LIKE > 0)
    _reshare(world, decided & SHARE > 0)
    _answer(world, decided & REPLY > 0)
    report_posts(world, seen.column("post")[decided & REPORT > 0])


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
    return Items(posts.root, posts.author, posts.claim, posts.stance, posts.label, posts.key, posts.appeal,
                 claims.lean, boost, claims.silence, claims.attention_prompt)  # fmt: skip


def _actors(world: World) -> Actors:
    accounts = world.accounts
    trust = accounts.trust(Source.FACT_CHECKERS).astype(np.float32)
    return Actors(accounts.kind, accounts.opinion, accounts.literacy, accounts.belief, accounts.heard, trust)


@rule()
def share_log_odds(base: float, appeal: float, persuasion: float, side: float, boost: float) -> float:
    """logit p of a reshare: base rate, appeal, belief, side, and what the wording and repetition add (C2)."""
    return base + appeal + BETA_BELIEF * persuasion + BETA_SIDE * side + boost


@rule()
def _persuasion(luck: Luck, tick: int, i: int, k: int, both: tuple[Items, Actors]) -> float:
    """att * (b - 0.5) for a supporting post; att is 1 when accuracy comes to mind (A23)."""
    items, actors = both
    mindful = min(1.0, actors.literacy[i] + items.prompt[k])
    if uniform(luck.attention, tick, i, 0) >= mindful:
        return 0.0
    return 1.0 / (1.0 + math.exp(-actors.belief[i, k])) - 0.5


@rule()
def _share_probability(luck: Luck, tick: int, base: float, i: int, root: int, both: tuple[Items, Actors]) -> float:
    items, actors = both
    k, stance = items.claim[root], items.stance[root]
    boost = CELEBRITY if actors.kind[items.author[root]] == Kind.INFLUENCER else 0.0
    if k < 0:
        side = actors.opinion[i] * actors.opinion[items.author[root]]
        persuasion = 0.0
    else:
        side = stance * items.lean[k] * actors.opinion[i]
        persuasion = stance * _persuasion(luck, tick, i, k, both)
        if stance > 0:
            boost += items.boost[k]
            if 2 <= actors.heard[i, k] <= 3:
                boost += REINFORCED
    p = 1.0 / (1.0 + math.exp(-share_log_odds(base, items.appeal[root], persuasion, side, boost)))
    label = items.label[root]
    if label != Label.NONE and uniform(luck.notice, tick, i, items.key[root]) < NOTICE[label]:
        p *= 1.0 - LABEL_SHARE * (0.68 + 0.64 * actors.label_trust[i])  # C5
    return p


@rule()
def _reply_probability(luck: Luck, rate: float, i: int, root: int, both: tuple[Items, Actors]) -> float:
    """Who disagrees with what a post says about a claim may answer; `silence` is kept by a fixed part of people."""
    items, actors = both
    k, stance = items.claim[root], items.stance[root]
    if k < 0 or stance == Stance.NEUTRAL:
        return 0.0
    belief = 1.0 / (1.0 + math.exp(-actors.belief[i, k]))
    disagrees = 1.0 - belief if stance > 0 else belief
    if disagrees <= 0.5:
        return 0.0
    if stance > 0 and items.silence[k] > 0.0 and uniform(luck.silence, 0, i, k) < items.silence[k]:
        return 0.0
    return rate * disagrees


@rule()
def _decide(luck: Luck, now: I64, rates: F64, seen: tuple[I32, I32], both: tuple[Items, Actors],
            decided: U8) -> None:  # fmt: skip
    reader, post = seen
    items, actors = both
    tick, mask = now[0], now[1]
    for e in range(reader.size):
        i, row = reader[e], post[e] & mask
        root = items.root[row] & mask
        if items.author[root] == i or actors.kind[i] == Kind.BOT or actors.kind[i] == Kind.TROLL:
            continue
        key = items.key[row]
        p = _share_probability(luck, tick, rates[0], i, root, both)
        if uniform(luck.share, tick, i, key) < p:
            decided[e] |= SHARE
        if uniform(luck.like, tick, i, key) < min(1.0, p * rates[1]):
            decided[e] |= LIKE
        if uniform(luck.reply, tick, i, key) < _reply_probability(luck, rates[2], i, root, both):
            decided[e] |= REPLY
        if uniform(luck.report, tick, i, key) < rates[3]:
            decided[e] |= REPORT


def _like(world: World, mask: B8) -> None:
    posts = world.posts
    roots = posts.rows(posts.root[posts.rows(world.exposures.column("post")[mask])])
    np.add.at(posts.likes, roots, 1)
    np.add.at(posts.engagement, roots, 1)
    groups = world.accounts.group[world.exposures.column("reader")[mask]]
    np.add.at(posts.group_likes, (roots, groups), 1)
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
    reply(world, readers, seen, -stances)
    world.tallies.count("replies", len(readers))


def report_posts(world: World, seen: I32) -> None:
    """Put the originals of these posts into the moderation queue, each once while it waits."""
    posts = world.posts
    roots = np.unique(posts.root[posts.rows(seen)])
    roots = roots[~np.isin(roots, world.cases.column("post"))]
    world.tallies.count("reports", len(seen))
    if not len(roots):
        return
    rows = posts.rows(roots)
    claims = posts.claim[rows]
    false = np.array([k >= 0 and world.claims.true[k] == 0 for k in claims], bool)
    violating = (false & (posts.stance[rows] > 0)) | (posts.target[rows] >= 0)
    world.cases.append(len(roots), post=roots, author=posts.author[rows], claim=claims, violating=violating,
                       opened=world.clock.hour, priority=posts.views[rows])  # fmt: skip

"""Send: the drafts of this tick become posts, in their order; books are kept of what outlives them."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from sim.ground.columns import Columns
from sim.ground.draws import philox
from sim.ground.prefetch import prefetch
from sim.ground.rules import rule
from sim.ground.types import B8, F32, I8, I16, I32, I64, U8
from sim.state.codes import Act, Label
from sim.state.world import World

FAR, NEAR = 16, 8  # drafts ahead at which a parent and its original are asked for
NAMES = np.uint64(0x9E3779B97F4A7C15)  # the key under which posts are named; any number would do
_TWO, _HALF, _NAME = np.uint64(2), np.uint64(32), np.uint64(33)


class Draft(NamedTuple):
    """What authors decided, one entry a draft."""

    author: I32
    act: I8
    parent: I32
    claim: I16
    stance: I8
    form: I8
    hashtag: I16
    appeal: F32
    quality: F32
    position: F32
    certainty: F32
    target: I32


class Ring(NamedTuple):
    """The posts' columns: what a draft says, then what the world adds, then counters."""

    author: I32
    act: I8
    parent: I32
    claim: I16
    stance: I8
    form: I8
    hashtag: I16
    appeal: F32
    quality: F32
    position: F32
    certainty: F32
    target: I32
    root: I32
    tick: I32
    key: I32
    depth: I16
    leaning: F32
    label: I8
    downrank: F32
    removed: U8
    engagement: I32
    reshares: I32
    views: I32
    likes: I32
    group_views: I32
    group_likes: I32


def send(world: World) -> I64:
    """Make posts of the drafts that may go out; returns their ids."""
    drafts, posts = world.drafts, world.posts
    if not drafts.n:
        return np.empty(0, np.int64)
    may = np.ones(drafts.n, np.bool_)
    draft = Draft(*(drafts.column(name) for name in Draft._fields))
    ring = Ring(*(getattr(posts, name) for name in Ring._fields))
    _may_go(posts.alive_from, posts.mask, draft, (ring.root, ring.removed, world.accounts.can_act()), may)
    if not may.all():
        drafts.keep(may)
    ids = posts.take_room(drafts.n)
    draft = Draft(*(drafts.column(name) for name in Draft._fields))
    ring = Ring(*(getattr(posts, name) for name in Ring._fields))
    accounts = world.accounts
    now = np.array([ids[0] if len(ids) else 0, posts.mask, world.clock.tick], np.int64)
    _blank(now, drafts.n, ring)
    _make(now, draft, _ordinals(draft), accounts.opinion, ring)
    _count_answers(now, draft, accounts.group, (ring.root, ring.engagement, ring.reshares, ring.group_likes))
    drafts.clear()
    if len(ids):
        _apply_levers(world, ids)
        archive(world, ids)
    return ids


@rule()
def _may_go(alive_from: int, mask: int, draft: Draft, state: tuple[I32, U8, B8], may: B8) -> None:
    """Drop what a suspended account wrote, and what answers or passes on a post that is gone."""
    root_of, removed, can_act = state
    author, parent = draft.author, draft.parent
    for d in range(may.size):
        may[d] = can_act[author[d]]
        if parent[d] > 0:
            root = root_of[parent[d] & mask]
            may[d] = may[d] and parent[d] >= alive_from and root >= alive_from and removed[root & mask] == 0


def _ordinals(draft: Draft) -> I64:
    """Number the posts of one author on one claim in this tick 0, 1, 2 ... in their order; reshares need none."""
    nth = np.zeros(len(draft.author), np.int64)
    own = np.flatnonzero(draft.act != Act.RESHARE)
    group = draft.author[own].astype(np.int64) * 65536 + draft.claim[own]
    order = np.argsort(group, kind="stable")
    first = np.r_[True, group[order][1:] != group[order][:-1]][: len(own)]
    starts = np.flatnonzero(first)
    nth[own[order]] = np.arange(len(own)) - np.repeat(starts, np.diff(np.r_[starts, len(own)]))
    return nth


@rule()
def name_of(author: int, tick: int, act: int, claim: int, nth: int) -> int:
    """A 31-bit name of a post, the same in every arm: by author, moment, and what it is."""
    when = (np.uint64(tick) << _HALF) | (np.uint64(claim + 1) << _TWO) | np.uint64(act)
    word, _ = philox(NAMES, when, (np.uint64(nth) << _HALF) | np.uint64(author))
    return int(word >> _NAME)


@rule()
def _make(now: I64, draft: Draft, nth: I64, opinion: F32, ring: Ring) -> None:
    author, act, parent, claim, stance, form, hashtag, appeal, quality, position, certainty, target = draft
    to_author, to_act, to_parent, to_claim, to_stance, to_form, to_hashtag, to_appeal = ring[:8]
    to_quality, to_position, to_certainty, to_target, to_root, to_tick, to_key, to_depth, to_leaning = ring[8:17]
    first, mask, tick = now[0], now[1], now[2]
    for d in range(author.size):
        if d + FAR < author.size:
            prefetch(to_root, parent[d + FAR] & mask)
        if d + NEAR < author.size:
            prefetch(to_root, to_root[parent[d + NEAR] & mask] & mask)
            prefetch(to_quality, to_root[parent[d + NEAR] & mask] & mask)
        row = (first + d) & mask
        to_author[row], to_act[row], to_parent[row], to_tick[row] = author[d], act[d], parent[d], tick
        if act[d] == Act.RESHARE:
            above = parent[d] & mask
            root = to_root[above] & mask
            to_root[row], to_depth[row] = to_root[above], to_depth[above] + 1
            to_claim[row], to_stance[row], to_form[row] = to_claim[root], to_stance[root], to_form[root]
            to_hashtag[row], to_appeal[row], to_quality[row] = to_hashtag[root], to_appeal[root], to_quality[root]
            to_position[row], to_certainty[row] = to_position[root], to_certainty[root]
            to_leaning[row], to_target[row] = to_leaning[root], -1
            to_key[row] = name_of(author[d], tick, act[d], to_claim[row], to_key[root])
        else:
            to_root[row], to_depth[row] = first + d, 0
            to_claim[row], to_stance[row], to_form[row] = claim[d], stance[d], form[d]
            to_hashtag[row], to_appeal[row], to_quality[row] = hashtag[d], appeal[d], quality[d]
            to_position[row], to_certainty[row] = position[d], certainty[d]
            to_leaning[row], to_target[row] = opinion[author[d]], target[d]
            to_key[row] = name_of(author[d], tick, act[d], claim[d], nth[d])


@rule()
def _blank(now: I64, count: int, ring: Ring) -> None:
    """Forget what the rows still say of the posts that had them before."""
    label, downrank, removed, engagement, reshares, views, likes, group_views, group_likes = ring[17:]
    for d in range(count):
        row = (now[0] + d) & now[1]
        label[row], downrank[row], removed[row] = Label.NONE, 0.0, 0
        engagement[row], reshares[row], views[row], likes[row] = 0, 0, 0, 0
        for group in range(group_views.shape[1]):
            group_views[row, group], group_likes[row, group] = 0, 0


@rule()
def _count_answers(now: I64, draft: Draft, groups: I8, counters: tuple[I32, I32, I32, I32]) -> None:
    """Count reshares and replies on the originals; a reshare is also approval from the resharer's group."""
    author, act, parent = draft[:3]
    root_of, engagement, reshares, group_likes = counters
    for d in range(author.size):
        if act[d] == Act.ORIGINAL:
            continue
        root = root_of[parent[d] & now[1]] & now[1]
        engagement[root] += 1
        if act[d] == Act.RESHARE:
            reshares[root] += 1
            group_likes[root, groups[author[d]]] += 1


def _apply_levers(world: World, ids: I64) -> None:
    """Label and down-rank new posts that support a claim on which such a measure is in force."""
    posts, claims = world.posts, world.claims
    for k in range(claims.n):
        if claims.label_share[k] == 0.0 and claims.downrank[k] == 1.0:
            continue
        rows = posts.rows(ids)
        about = rows[(posts.act[rows] != Act.RESHARE) & (posts.claim[rows] == k) & (posts.stance[rows] > 0)]
        luck = world.draws.uniform("label", 0, posts.author[about], posts.key[about])
        posts.put_label(about[luck < claims.label_share[k]], int(claims.label_kind[k]))
        posts.lower(about, math.log(claims.downrank[k]))


def archive(world: World, ids: I64) -> None:
    """Count new posts and keep what outlives them: reshares, and originals on claims."""
    posts, tallies = world.posts, world.tallies
    rows = posts.rows(ids)
    reshared = posts.act[rows] == Act.RESHARE
    claim, stance = posts.claim[rows], posts.stance[rows]
    tallies.count("posts", len(ids))
    tallies.count("reshares", int(np.count_nonzero(reshared)))
    if world.keeps_cascades:
        _keep(world.reshares, world, ids[reshared])
    _keep(world.originals, world, ids[~reshared & (claim >= 0)])
    if world.clock.hour >= 0:
        _tally(tallies.originals, claim[~reshared], stance[~reshared])
        _tally(tallies.reshares, claim[reshared], stance[reshared])
    if world.hashtags.names:
        _count_tags(world, rows)


def _keep(table: Columns, world: World, ids: I64) -> None:
    """Write rows of the archive."""
    if len(ids):
        rows = world.posts.rows(ids)
        told = {name: getattr(world.posts, name)[rows] for name in table if name != "post"}
        table.append(len(ids), post=ids, **told)


def _tally(counts: I64, claim: I16, stance: I8) -> None:
    """Add posts to (claim + 1, stance + 1); claim -1 is the last row."""
    place = (claim.astype(np.int64) % len(counts)) * 3 + stance + 1
    counts += np.bincount(place, minlength=counts.size).reshape(counts.shape)


def _count_tags(world: World, rows: I64) -> None:
    posts, tags = world.posts, world.hashtags
    tagged = rows[posts.hashtag[rows] >= 0]
    if len(tagged):
        np.add.at(tags.uses, posts.hashtag[tagged], 1)
        np.add.at(tags.recent, posts.hashtag[tagged], 1.0)
        on_message = tagged[posts.claim[tagged] >= 0]
        np.add.at(tags.on_message, posts.hashtag[on_message], 1)

"""Send: the drafts of this tick become posts, in their order; books are kept of what outlives them."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numba import prange

from sim.ground.columns import Columns
from sim.ground.draws import philox
from sim.ground.prefetch import prefetch
from sim.ground.rules import rule
from sim.ground.types import B8, F32, I8, I16, I32, I64, U8
from sim.state import limits, sanctions
from sim.state.codes import Act, Label, Status
from sim.state.world import World

BLOCK = 2048  # drafts that one thread takes at a time
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
    tongue: I8


class Hot(NamedTuple):
    """The posts' columns that every ranking reads."""

    root: I32
    author: I32
    tick: I32
    key: I32
    engagement: I32
    appeal: F32
    leaning: F32
    claim: I16
    stance: I8
    removed: U8


class Told(NamedTuple):
    """Details that a draft says, or that a reshare takes from its original."""

    act: I8
    parent: I32
    form: I8
    hashtag: I16
    quality: F32
    position: F32
    certainty: F32
    target: I32
    tongue: I8
    depth: I16


class Marks(NamedTuple):
    """Details that begin at nothing."""

    label: I8
    downrank: F32
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
    _may_go(posts.alive_from, posts.mask, _draft(world), (posts.root, posts.removed, world.accounts.status), may)
    limits.hold_back(world, may)
    if not may.all():
        drafts.keep(may)
    draft = _draft(world)
    if not posts.has_details and _says_more(draft):
        posts.keep_details()
    ids = posts.take_room(drafts.n)
    now = np.array([posts.last + 1 - len(ids), posts.mask, world.clock.tick], np.int64)
    _make(now, draft, _ordinals(draft), world.accounts.opinion, Hot(*(getattr(posts, name) for name in Hot._fields)))
    _engage(now, draft, posts.root, posts.engagement)
    if posts.has_details:
        _detail(now, draft, posts.root, Told(*(getattr(posts, name) for name in Told._fields)),
                Marks(*(getattr(posts, name) for name in Marks._fields)))  # fmt: skip
        _approve(now, draft, world.accounts.group, (posts.root, posts.reshares, posts.group_likes))
    drafts.clear()
    if world.layers:
        posts.layer[posts.rows(ids)] = world.layer
    if len(ids):
        _apply_levers(world, ids)
        archive(world, ids)
    return ids


def _draft(world: World) -> Draft:
    return Draft(*(world.drafts.column(name) for name in Draft._fields))


def _says_more(draft: Draft) -> bool:
    """Whether any draft is more than an ordinary post or a reshare of one."""
    return bool(
        (draft.claim >= 0).any()
        or (draft.hashtag >= 0).any()
        or (draft.act == Act.REPLY).any()
        or (draft.tongue > 0).any()
    )


@rule()
def _may_go(alive_from: int, mask: int, draft: Draft, state: tuple[I32, U8, I8], may: B8) -> None:
    """Drop what a suspended account wrote, and what answers or passes on a post that is gone."""
    root_of, removed, status = state
    author, parent = draft.author, draft.parent
    for d in range(may.size):
        may[d] = status[author[d]] == Status.ACTIVE or status[author[d]] == Status.COMPROMISED
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


@rule(parallel=True)
def _make(now: I64, draft: Draft, nth: I64, opinion: F32, hot: Hot) -> None:
    author, act, parent, claim, stance, _, _, appeal = draft[:8]
    to_root, to_author, to_tick, to_key, to_engagement, to_appeal, to_leaning, to_claim, to_stance, to_removed = hot
    first, mask, tick = now[0], now[1], now[2]
    for block in prange((author.size + BLOCK - 1) // BLOCK):
        end = min(author.size, (block + 1) * BLOCK)
        for d in range(block * BLOCK, end):
            if d + FAR < end:
                prefetch(to_root, parent[d + FAR] & mask)
            if d + NEAR < end:
                prefetch(to_root, to_root[parent[d + NEAR] & mask] & mask)
            row = (first + d) & mask
            to_author[row], to_tick[row], to_engagement[row], to_removed[row] = author[d], tick, 0, 0
            if act[d] == Act.RESHARE:
                root = to_root[parent[d] & mask] & mask
                to_root[row], to_claim[row], to_stance[row] = to_root[parent[d] & mask], to_claim[root], to_stance[root]
                to_appeal[row], to_leaning[row] = to_appeal[root], to_leaning[root]
                to_key[row] = name_of(author[d], tick, act[d], to_claim[root], to_key[root])
            else:
                to_root[row], to_claim[row], to_stance[row] = first + d, claim[d], stance[d]
                to_appeal[row], to_leaning[row] = appeal[d], opinion[author[d]]
                to_key[row] = name_of(author[d], tick, act[d], claim[d], nth[d])


@rule(parallel=True)
def _detail(now: I64, draft: Draft, root_of: I32, told: Told, marks: Marks) -> None:
    author, act, parent, _, _, form, hashtag, _, quality, position, certainty, target, tongue = draft
    to_act, to_parent, to_form, to_hashtag, to_quality, to_position, to_certainty, to_target, to_tongue, to_depth = told
    label, downrank, reshares, views, likes, group_views, group_likes = marks
    first, mask = now[0], now[1]
    for block in prange((author.size + BLOCK - 1) // BLOCK):
        end = min(author.size, (block + 1) * BLOCK)
        for d in range(block * BLOCK, end):
            if d + NEAR < end:
                prefetch(to_quality, root_of[parent[d + NEAR] & mask] & mask)
                prefetch(to_depth, parent[d + NEAR] & mask)
            row = (first + d) & mask
            to_act[row], to_parent[row], to_target[row] = act[d], parent[d], target[d]
            label[row], downrank[row], reshares[row], views[row], likes[row] = Label.NONE, 0.0, 0, 0, 0
            group_views[row, 0], group_views[row, 1], group_likes[row, 0], group_likes[row, 1] = 0, 0, 0, 0
            if act[d] == Act.RESHARE:
                root = root_of[row] & mask
                to_form[row], to_hashtag[row], to_quality[row] = to_form[root], to_hashtag[root], to_quality[root]
                to_position[row], to_certainty[row] = to_position[root], to_certainty[root]
                to_tongue[row] = to_tongue[root]
                to_depth[row] = to_depth[parent[d] & mask] + 1
            else:
                to_form[row], to_hashtag[row], to_quality[row] = form[d], hashtag[d], quality[d]
                to_position[row], to_certainty[row], to_depth[row] = position[d], certainty[d], 0
                to_tongue[row] = tongue[d]


@rule()
def _engage(now: I64, draft: Draft, root_of: I32, engagement: I32) -> None:
    """Count reshares and replies on the originals."""
    act, parent = draft.act, draft.parent
    for d in range(act.size):
        if d + NEAR < act.size:
            prefetch(engagement, root_of[parent[d + NEAR] & now[1]] & now[1])
        if act[d] != Act.ORIGINAL:
            engagement[root_of[parent[d] & now[1]] & now[1]] += 1


@rule()
def _approve(now: I64, draft: Draft, groups: I8, counters: tuple[I32, I32, I32]) -> None:
    """Count reshares on the originals; each is also approval from the resharer's group."""
    author, act, parent = draft[:3]
    root_of, reshares, group_likes = counters
    for d in range(author.size):
        if act[d] == Act.RESHARE:
            root = root_of[parent[d] & now[1]] & now[1]
            reshares[root] += 1
            group_likes[root, groups[author[d]]] += 1


def _apply_levers(world: World, ids: I64) -> None:
    """Label and down-rank new posts that support a claim on which such a measure is in force."""
    posts, claims = world.posts, world.claims
    for k in range(claims.n):
        if claims.label_share[k] == 0.0 and claims.downrank[k] == 1.0:
            continue
        rows = posts.rows(ids)
        meant = (posts.act[rows] != Act.RESHARE) & (posts.claim[rows] == k) & (posts.stance[rows] > 0)
        about = rows[meant]
        luck = world.draws.uniform("label", 0, posts.author[about], posts.key[about])
        hit = luck < claims.label_share[k]
        if world.records is not None:
            _note_levers(world, k, ids[meant], hit)
        posts.put_label(about[hit], int(claims.label_kind[k]))
        posts.lower(about, math.log(claims.downrank[k]))


def _note_levers(world: World, claim: int, about: I64, labelled: B8) -> None:
    """Note what the levers on a claim do to new posts about it."""
    if labelled.any():
        sanctions.on_posts(world, "label", sanctions.holder(world, "label", claim), about[labelled])
    if world.claims.downrank[claim] != 1.0:
        sanctions.on_posts(world, "downrank", sanctions.holder(world, "downrank", claim), about)


def archive(world: World, ids: I64) -> None:
    """Count new posts and keep what outlives them: reshares, and originals on claims."""
    posts, tallies = world.posts, world.tallies
    rows = posts.rows(ids)
    reshared = posts.root[rows] != ids
    claim, stance = posts.claim[rows], posts.stance[rows]
    tallies.count("posts", len(ids))
    tallies.count("reshares", int(np.count_nonzero(reshared)))
    if world.keeps_cascades:
        _keep(world.reshares, world, ids[reshared])
    _keep(world.originals, world, ids[~reshared & (claim >= 0)])
    if world.clock.hour >= 0 and world.in_public:
        _tally(tallies.originals, claim[~reshared], stance[~reshared])
        _tally(tallies.reshares, claim[reshared], stance[reshared])
    if world.hashtags.names and world.in_public:
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
        tag = posts.hashtag[tagged].astype(np.int64)
        on_message = tags.is_on_message(tag, posts.claim[tagged], posts.stance[tagged])
        tags.count(tag, on_message, world.accounts.people()[posts.author[tagged]])

"""Deliver: drafts become posts and reach the inboxes of the author's followers (push)."""

from __future__ import annotations

import math

import numpy as np
from numba import prange

from sim.ground.csr import place_of
from sim.ground.draws import stable_key
from sim.ground.rules import rule
from sim.ground.types import I32, I64, AnyArray
from sim.state.codes import Act
from sim.state.world import World


def deliver(world: World) -> None:
    """Make posts of this tick's drafts, in order, and push them to followers."""
    ids = send(world)
    if len(ids):
        _push_all(world, ids)


def send(world: World) -> I64:
    """Make posts of the drafts that may go out, in order; returns their ids."""
    drafts = world.drafts
    drafts.keep(_sendable(world))
    ids = _make_posts(world) if drafts.n else np.empty(0, np.int64)
    if drafts.n:
        archive(world, ids)
    drafts.clear()
    return ids


def _sendable(world: World) -> AnyArray:
    """Drop what a suspended account wrote, and what answers or passes on a post that is gone."""
    drafts, posts = world.drafts, world.posts
    parent = drafts.column("parent").astype(np.int64)
    kept = np.where(parent > 0, posts.root[posts.rows(parent)], 0)
    gone = (parent > 0) & ((parent < posts.alive_from) | (kept < posts.alive_from))
    removed = (parent > 0) & (posts.removed[posts.rows(kept)] != 0)
    return np.asarray(world.accounts.can_act()[drafts.column("author")] & ~gone & ~removed)


def _make_posts(world: World) -> I64:
    drafts, posts = world.drafts, world.posts
    author, act = drafts.column("author"), drafts.column("act")
    parent = drafts.column("parent").astype(np.int64)
    copies = act == Act.RESHARE
    parent_rows = posts.rows(parent)
    root = np.where(copies, posts.root[parent_rows], 0).astype(np.int64)
    root_rows = posts.rows(root)
    values = {name: drafts.column(name).copy() for name in drafts if name not in ("author", "act", "parent")}
    for name in ("claim", "stance", "form", "hashtag", "appeal", "quality", "position", "certainty"):
        values[name] = np.where(copies, getattr(posts, name)[root_rows], values[name])
    values["leaning"] = np.where(copies, posts.leaning[root_rows], world.accounts.opinion[author])
    depth = np.where(copies, posts.depth[parent_rows] + 1, 0)
    # names the post the same way in every arm: by author, moment, and what it is
    names = np.where(copies, posts.key[root_rows], _ordinal(author, values["claim"]))
    tick = world.clock.tick
    key = stable_key(author, tick, act.astype(np.int64), values["claim"].astype(np.int64) + 1, names)
    answered = posts.root[parent_rows[act == Act.REPLY]]
    ids = posts.add(len(author), author=author, act=act, parent=parent, tick=tick, depth=depth, key=key, **values)
    posts.root[posts.rows(ids)] = np.where(copies, root, ids)
    roots = posts.rows(root[copies])
    np.add.at(posts.reshares, roots, 1)
    np.add.at(posts.engagement, roots, 1)
    np.add.at(posts.group_likes, (roots, world.accounts.group[author[copies]]), 1)
    np.add.at(posts.engagement, posts.rows(answered), 1)
    _apply_levers(world, ids[~copies])
    return ids


def _ordinal(author: I32, claim: AnyArray) -> I64:
    """Number the posts of one author on one claim in this tick 0, 1, 2 ... in their order."""
    group = author.astype(np.int64) * 256 + claim
    order = np.argsort(group, kind="stable")
    fresh = np.r_[True, group[order][1:] != group[order][:-1]]
    starts = np.flatnonzero(fresh)
    nth = np.empty(len(group), np.int64)
    nth[order] = np.arange(len(group)) - np.repeat(starts, np.diff(np.r_[starts, len(group)]))
    return nth


def _apply_levers(world: World, ids: I64) -> None:
    """Label and down-rank new posts that support a claim on which such a measure is in force."""
    posts, claims = world.posts, world.claims
    rows = posts.rows(ids)
    for k in range(claims.n):
        if claims.label_share[k] == 0.0 and claims.downrank[k] == 1.0:
            continue
        about = rows[(posts.claim[rows] == k) & (posts.stance[rows] > 0)]
        luck = world.draws.uniform("label", 0, posts.author[about], posts.key[about])
        posts.label[about[luck < claims.label_share[k]]] = claims.label_kind[k]
        posts.downrank[about] = math.log(claims.downrank[k])


def archive(world: World, ids: I64) -> None:
    """Count new posts and keep what outlives them: reshares, and originals on claims."""
    posts, tallies = world.posts, world.tallies
    rows = posts.rows(ids)
    reshared = posts.act[rows] == Act.RESHARE
    tallies.count("posts", len(ids))
    tallies.count("reshares", int(reshared.sum()))
    both = {name: getattr(posts, name)[rows] for name in ("author", "tick", "claim", "stance", "root", "parent")}
    again = {name: values[reshared] for name, values in both.items()}
    if world.keeps_cascades:
        world.reshares.append(int(reshared.sum()), post=ids[reshared], **again)
    first = ~reshared & (both["claim"] >= 0)
    told = {name: both[name][first] for name in ("author", "tick", "claim", "stance")}
    world.originals.append(int(first.sum()), post=ids[first], **told)
    if world.clock.hour >= 0:
        np.add.at(tallies.originals, (both["claim"][~reshared], both["stance"][~reshared] + 1), 1)
        np.add.at(tallies.reshares, (again["claim"], again["stance"] + 1), 1)
    _count_tags(world, rows)


def _count_tags(world: World, rows: I64) -> None:
    posts, tags = world.posts, world.hashtags
    tagged = rows[posts.hashtag[rows] >= 0]
    if len(tagged):
        np.add.at(tags.uses, posts.hashtag[tagged], 1)
        np.add.at(tags.recent, posts.hashtag[tagged], 1.0)
        on_message = tagged[posts.claim[tagged] >= 0]
        np.add.at(tags.on_message, posts.hashtag[on_message], 1)


def _push_all(world: World, ids: I64) -> None:
    network = world.network
    authors = world.posts.author[world.posts.rows(ids)]
    world.tallies.count("deliveries", int((network.in_start[authors + 1] - network.in_start[authors]).sum()))
    _push(ids.astype(np.int32), authors, network.in_start, network.in_node, world.inbox.lines)


def push_one_by_one(ids: I32, authors: I32, start: I64, follower: I32, lines: I32) -> None:
    """The readable twin of `_push`: every post, in order, to every follower of its author."""
    width = lines.shape[1] - 1
    for post, author in zip(ids, authors, strict=True):
        for reader in follower[start[author] : start[author + 1]]:
            lines[reader, lines[reader, width] % width] = post
            lines[reader, width] += 1


@rule(twin=push_one_by_one, parallel=True)
def _push(ids: I32, authors: I32, start: I64, follower: I32, lines: I32) -> None:
    """Each block of receivers is served by one thread in the order of posts, so threads cannot change a bit."""
    width = lines.shape[1] - 1
    blocks = 1 if ids.size < 64 else 8
    size = (lines.shape[0] + blocks - 1) // blocks
    for block in prange(blocks):
        for n in range(ids.size):
            first, end = start[authors[n]], start[authors[n] + 1]
            if blocks > 1:
                first = place_of(follower, first, end, block * size)
            for place in range(first, end):
                reader = follower[place]
                if reader >= (block + 1) * size:
                    break
                slot = lines[reader, width] % width
                lines[reader, slot] = ids[n]
                lines[reader, width] += 1

"""Tags: the posts under a hashtag, and which tag a post on a claim takes up (C15)."""

from __future__ import annotations

import math

import numpy as np

from sim.ground.rules import rule
from sim.ground.types import F64, I16, I32, I64
from sim.state import plans
from sim.state.world import World

WINDOW = 12.0  # h, C15: age at which a use of a tag counts for exp(-1)
PREFERENCE = 0.9  # C15: g


def recent_posts(world: World, tag: int) -> I64:
    """Ids of the living originals and replies under a tag that are not older than twelve hours, oldest first."""
    posts = world.posts
    ids = plans.posts_since(world, world.clock.tick - world.clock.ticks_in(WINDOW))
    ids = ids[ids >= posts.alive_from]
    rows = posts.rows(ids)
    return np.asarray(ids[(posts.hashtag[rows] == tag) & (posts.root[rows] == ids) & (posts.removed[rows] == 0)])


def trending(world: World) -> I64:
    """Numbers of the tags in the trending list, strongest burst first.

    A tag needs a share of all posts of twelve hours, since it competes with whatever else people post about.
    """
    posts, platform = world.posts, world.platform
    recent = posts.last + 1 - posts.first_since(world.clock.tick - world.clock.ticks_in(WINDOW))
    return world.hashtags.trending(platform.trending_slots, platform.trending_share * recent)


def taken_up(world: World, authors: I32, claims: I16) -> I16:
    """For each new post by an ordinary author the tag it takes up, -1 = none.

    A post on a claim carries one of the tags that were made for it with the chance `tag_use`; which one, by
    (1 + recent use) ** 0.9.
    """
    book = world.hashtags
    chosen = np.full(len(authors), -1, np.int16)
    if world.platform.tag_use == 0.0:
        return chosen
    for claim in np.unique(book.claim[book.claim >= 0]).tolist():
        about = np.flatnonzero(claims == claim)
        known = np.flatnonzero((book.claim == claim) & (book.recent >= 1.0))
        if not len(about) or not len(known):
            continue
        shares = np.empty(len(known))
        _attraction(book.recent[known], shares)
        edges = np.cumsum(shares) / shares.sum() * world.platform.tag_use
        luck = world.draws.uniform("tag", world.clock.tick, authors[about], claim)
        place = np.searchsorted(edges, luck, side="right")
        chosen[about] = np.append(known, -1)[place]
    return chosen


@rule()
def _attraction(recent: F64, out: F64) -> None:
    for place in range(recent.size):
        out[place] = math.pow(1.0 + recent[place], PREFERENCE)

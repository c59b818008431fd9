"""Trend: tags in the trending list are read by others than followers, so that their posts are seen more (C15)."""

from __future__ import annotations

import numpy as np

from sim.day.show import show
from sim.ground.draws import exponentiated, poisson
from sim.ground.rules import rule
from sim.ground.types import I32, I64
from sim.state import tags
from sim.state.world import World


def trend(world: World) -> None:
    """Add what readers of the trending list come upon, and count what is seen under each tag.

    For each view in a feed of a post on the tag's message there are `trending_boost` - 1 in the list, by whoever is
    awake: the interest is in what the tag was made for. But the list shows each recent post under the tag as often as
    the next. So views are multiplied, and a flood leaves the message own / (own + flood) of the list.
    """
    platform, names = world.platform, world.hashtags.names
    if not world.in_public:
        return
    slots = tags.trending(world)
    if world.layer == 0 and world.clock.hour >= 0:
        world.hashtags.hours[slots] += world.clock.hours_per_tick
    if len(slots) and platform.trending_boost > 1.0:
        views = _views(world)
        found = [_read_list(world, int(tag), (platform.trending_boost - 1.0) * views[tag]) for tag in slots]
        readers, posts = (np.concatenate(ends) for ends in zip(*found, strict=True))
        if len(readers):
            show(world, readers.astype(np.int32), posts)
    if world.clock.hour >= 0 and names:
        _count(world)


def _tags_seen(world: World) -> tuple[I64, I64]:
    """Rows of the originals under tags that were seen in this tick, and their tags."""
    rows = world.exposures.column("root").astype(np.int64)
    tag = world.posts.hashtag[rows]
    return rows[tag >= 0], tag[tag >= 0].astype(np.int64)


def _views(world: World) -> I64:
    """(tag), exposures of this tick in feeds to posts on its message; to all under a tag that has none."""
    posts, book = world.posts, world.hashtags
    rows, tag = _tags_seen(world)
    meant = book.is_on_message(tag, posts.claim[rows], posts.stance[rows]) | (book.claim[tag] < 0)
    return np.bincount(tag[meant], minlength=len(book.names))


def _count(world: World) -> None:
    """Count what was seen under each tag, and how much of it was on the tag's message."""
    posts, book = world.posts, world.hashtags
    rows, tag = _tags_seen(world)
    on_message = book.is_on_message(tag, posts.claim[rows], posts.stance[rows])
    np.add.at(book.seen, tag, 1)
    np.add.at(book.seen_on_message, tag[on_message], 1)


def _read_list(world: World, tag: int, wanted: float) -> tuple[I32, I64]:
    """Who reads which posts of a tag in the list: the awake, evenly, `wanted` times in all."""
    posts, draws, tick = world.posts, world.draws, world.clock.tick
    awake = world.awake[world.accounts.people()[world.awake]]
    offered = tags.recent_posts(world, tag)
    if not len(awake) or not len(offered):
        return np.empty(0, np.int32), np.empty(0, np.int64)
    stream, times = f"trending/{world.hashtags.names[tag]}", np.zeros(len(awake), np.int64)
    _look(world.key(stream), tick, awake, wanted / len(awake), times)
    readers = np.repeat(awake, times)
    nth = np.arange(len(readers)) - np.repeat(np.cumsum(times) - times, times)
    found = offered[draws.integers(f"{stream}/post", tick, readers, len(offered), nth)]
    rows = posts.rows(found)
    shown = np.empty(len(rows))
    exponentiated(posts.downrank[rows].astype(np.float64), shown)
    luck = draws.uniform("downrank", 0, readers, posts.key[rows])  # as in the feed: the same part of readers
    kept = (posts.author[rows] != readers) & (luck < shown)
    return readers[kept], found[kept]


@rule()
def _look(key: np.uint64, tick: int, awake: I32, rate: float, times: I64) -> None:
    for place in range(awake.size):
        times[place] = poisson(key, tick, awake[place], min(20.0, rate))

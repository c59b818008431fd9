"""Feeds show what they say, in the order they say, as far down as attention reaches."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from worlds import Ties, all_awake, pass_ticks, post, star, ties, world_of

from sim import catalogue
from sim.day.rank import RECOMMENDED_POSTS, rank
from sim.day.see import see
from sim.state.world import World

READER = 0
FAN = ties(6, *((READER, author) for author in range(1, 6)))  # one reader who follows five
AUDIENCE = Ties(8001, np.stack([np.arange(8000), np.full(8000, 8000)], axis=1))  # one author with 8,000 readers


def feed_world(feed: str, graph: Ties = FAN, **told: Any) -> World:
    """A world under a feed rule that leaves nothing to chance."""
    rule = catalogue.idea("feeds", feed).Params
    certain = {"temperature": 0.0} if hasattr(rule(), "temperature") else {}
    return world_of(graph, feed=rule(**certain), **told)


def order(world: World) -> list[int]:
    """Ids on offer to the reader, best first."""
    pass_ticks(world, 1, (all_awake, rank))
    return [int(one) for one in world.ranked[READER] if one]


def post_by_all(world: World, **told: Any) -> None:
    """The five authors post at once: their posts are 1 to 5."""
    post(world, np.arange(1, 6), **told)


def test_that_the_chronological_feed_shows_the_newest_first():
    world = feed_world("chronological")
    for author in (3, 1, 5, 2, 4):
        post(world, author)
        world.clock.tick += 1
    world.posts.engagement[1] = 1000
    assert order(world) == [5, 4, 3, 2, 1]


def test_that_posts_of_one_moment_keep_the_order_of_the_inbox():
    world = feed_world("chronological")
    post_by_all(world)
    assert order(world) == [1, 2, 3, 4, 5]


def test_that_the_engagement_feed_shows_what_many_liked_first():
    world = feed_world("engagement")
    post_by_all(world)
    world.posts.engagement[1:6] = (3, 40, 0, 1000, 7)
    assert order(world) == [4, 2, 5, 1, 3]


def test_that_age_and_engagement_are_weighed_as_the_formula_says():
    world = feed_world("engagement", minutes=60.0)
    post(world, 1)
    world.clock.tick = 12
    post(world, 2)
    lead = 0.4 * 12**0.4  # A25: what twelve hours cost, in units of half the ln of engagement
    for engaged, expected in ((math.exp(2 * lead) - 2, [2, 1]), (math.exp(2 * lead) + 1, [1, 2])):
        world.posts.engagement[1] = engaged
        world.clock.tick = 12
        assert order(world) == expected


def test_that_the_engagement_feed_prefers_the_like_minded():
    world = feed_world("engagement")
    world.accounts.opinion[:] = (0.5, -1.0, 0.6, 0.0, -0.4, 1.0)
    post_by_all(world)
    assert order(world) == [2, 3, 5, 4, 1]


def test_that_the_bridging_feed_prefers_what_both_camps_approve_of():
    world = feed_world("bridging")
    post_by_all(world)
    world.posts.group_views[1:6] = (100, 100)
    world.posts.group_likes[1:6] = [(50, 0), (20, 20), (0, 0), (30, 2), (10, 10)]
    assert order(world) == [2, 5, 4, 1, 3]


def test_that_the_bridging_feed_prefers_quality():
    world = feed_world("bridging")
    for author, quality in zip(range(1, 6), (0.1, 0.9, 0.5, 0.0, 0.7), strict=True):
        post(world, author, quality=quality)
    assert order(world) == [2, 5, 3, 1, 4]


@pytest.mark.parametrize("feed", ["engagement", "bridging", "chronological"])
def test_that_a_down_ranked_post_reaches_the_same_fifth_of_its_readers_each_time(feed):
    world = feed_world(feed, AUDIENCE)
    post(world, [8000, 8000])
    world.posts.lower(1, math.log(0.2))  # A83
    reached = []
    for _ in range(2):
        pass_ticks(world, 1, (all_awake, rank))
        reached.append((world.ranked[:8000] == 1).any(axis=1))
        assert (world.ranked[:8000] == 2).any(axis=1).all()  # the other post has them all
    assert reached[0].mean() == pytest.approx(0.2, abs=3 * math.sqrt(0.16 / 8000))
    assert np.array_equal(*reached)


def test_that_a_warm_feed_draws_by_softmax():
    graph = ties(2 + 20_000, *((u, v) for u in range(2, 20_002) for v in (0, 1)))
    world = world_of(graph, feed=catalogue.idea("feeds", "engagement").Params())
    post(world, [0, 1])
    world.posts.engagement[1] = 8
    pass_ticks(world, 1, (all_awake, rank))
    lead = 0.5 * math.log(9) / 0.5  # C3: weight x ln(1 + engagements) / T
    first = (world.ranked[2:, 0] == 1)[:20_000].mean()
    assert first == pytest.approx(1 / (1 + math.exp(-lead)), abs=3 * math.sqrt(0.09 / 20_000))


def test_that_a_seen_post_is_not_shown_again():
    world = feed_world("chronological")
    post_by_all(world)
    pass_ticks(world, 1, (all_awake, rank, see))
    assert world.exposures.column("post")[world.exposures.column("reader") == READER].tolist() == [1, 2, 3, 4, 5]
    assert order(world) == []


def test_that_removed_posts_are_not_shown():
    world = feed_world("chronological")
    post_by_all(world)
    world.posts.removed[3] = 1
    assert order(world) == [1, 2, 4, 5]


@pytest.mark.parametrize("minutes", [15.0, 60.0])
def test_that_posts_are_shown_for_the_window_and_no_longer(minutes):
    world = feed_world("chronological", minutes=minutes, window_hours=10.0)
    post(world, 1)
    world.clock.tick = round(10 * 60 / minutes)
    assert order(world) == [1]
    assert order(world) == []


@pytest.mark.parametrize(("merge", "shown"), [(True, 1), (False, 3)])
def test_that_copies_of_an_original_are_shown_once_if_the_platform_merges_them(merge, shown):
    world = feed_world("chronological", merge_duplicates=merge)
    post(world, 1)
    post(world, [2, 3], act=1, parent=1)
    assert len(order(world)) == shown


def test_that_a_copy_lives_no_longer_than_its_original():
    world = feed_world("chronological", minutes=60.0, window_hours=10.0)
    post(world, 1)
    world.clock.tick = 9
    post(world, 2, act=1, parent=1)
    assert order(world) == [2, 1]
    world.clock.tick = 11
    assert order(world) == []


@pytest.mark.parametrize("share", [0.0, 0.2, 0.5])
def test_that_a_share_of_what_is_on_offer_is_recommended(share):
    world = world_of(ties(4020, *((u, v) for u in range(4000) for v in range(4000, 4008))), recommended=share)
    post(world, np.arange(4000, 4020))  # eight of them are followed, twelve are strangers
    pass_ticks(world, 1, (all_awake, rank))
    strangers = (world.ranked[:4000] > 8).sum()
    followed = ((world.ranked[:4000] > 0) & (world.ranked[:4000] <= 8)).sum()
    assert followed == 8 * 4000
    # of every draw twelve in twenty are new to the reader; of several, some are the same
    wanted = 8 * share / (1 - share)
    expected = 12 * (1 - (1 - 1 / 20) ** wanted)
    assert strangers / 4000 == pytest.approx(expected, rel=0.03, abs=0.02)


def test_that_the_most_engaging_young_posts_are_recommended():
    world = feed_world("chronological", star(3), minutes=60.0, recommended=0.2)
    post(world, np.zeros(30))
    world.posts.engagement[1:31] = np.arange(30)[::-1]
    world.posts.tick[1] = -13  # the most engaging is old
    pass_ticks(world, 1, (all_awake, rank))
    assert sorted(world.recommended) == list(range(2, 22))
    assert len(world.recommended) == RECOMMENDED_POSTS


def test_that_another_post_on_offer_changes_what_readers_are_recommended_by_that_post_alone():
    shown = []
    for newcomer in (0, 1000):  # engagement of the last post: too little, or more than all others
        world = world_of(ties(3001), minutes=60.0, recommended=0.5)
        post(world, np.full(25, 3000))
        world.posts.engagement[1:26] = [*range(50, 74), 0]
        pass_ticks(world, 1, (all_awake, rank))
        world.posts.engagement[25] = newcomer
        pass_ticks(world, 1, (all_awake, lambda w: w.sessions.fill(4.0), rank))
        shown.append([set(row.tolist()) - {0} for row in world.ranked[:3000]])
        assert (25 in world.recommended) == (newcomer > 0)
    parted = [(before - after, after - before) for before, after in zip(*shown, strict=True) if before != after]
    assert {(*gone, *come) for gone, come in parted} == {(5, 25)}  # the weakest has made room
    assert 0.1 < len(parted) / 3000 < 0.25


def seen_at(world: World) -> np.ndarray:
    """How many of the 8,000 readers of twelve posts saw each position."""
    world.clock.tick = 1
    post(world, np.full(12, 8000))
    pass_ticks(world, 1, (all_awake, rank, see))
    return np.bincount(world.exposures.column("position"), minlength=12) / 8000


def test_that_views_fall_with_the_position_as_patience_says():
    positions = seen_at(world_of(AUDIENCE, patience=5.0))
    assert positions == pytest.approx(np.exp(-np.arange(12) / 5.0), abs=0.018)  # A10


def test_that_attention_ends_where_its_lognormal_says():
    world = world_of(AUDIENCE)
    world.accounts.attention[:] = 6.0
    beyond = [1.0] + [0.5 * math.erfc(math.log(q / 6.0) / math.sqrt(2)) for q in range(1, 12)]
    assert seen_at(world) == pytest.approx(beyond, abs=0.018)  # A7: median 6, log-scale spread 1


def test_that_who_has_no_attention_sees_nothing():
    world = world_of(AUDIENCE)
    world.accounts.attention[:] = 0.0
    assert seen_at(world).sum() == 0.0


def test_that_two_sessions_in_a_tick_read_twice_as_far():
    world = world_of(AUDIENCE)
    world.accounts.attention[:] = 3.0
    world.clock.tick = 1
    post(world, np.full(12, 8000))
    pass_ticks(world, 1, (all_awake, lambda w: w.sessions.fill(2.0), rank, see))
    assert len(world.exposures) / 8000 == pytest.approx(
        1 + sum(0.5 * math.erfc(math.log(q / 6.0) / math.sqrt(2)) for q in range(1, 12)), abs=0.1
    )


def test_that_views_are_counted_on_the_original_and_by_group():
    world = feed_world("chronological")
    world.accounts.group[:] = (1, 0, 0, 1, 0, 0)
    post(world, 1)
    post(world, 3, act=1, parent=1)
    pass_ticks(world, 1, (all_awake, rank, see))
    assert world.posts.views[1] == 2
    assert world.posts.group_views[1].tolist() == [0, 2]
    assert (world.accounts.seen_same[READER], world.accounts.seen_other[READER]) == (0, 2)
    assert world.accounts.met[READER] == 1  # through the reshare

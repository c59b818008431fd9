"""Hashtags compete for a few trending slots; a slot multiplies views, a flood dilutes them (C15)."""

from __future__ import annotations

import numpy as np
import pytest
from worlds import all_awake, pass_ticks, post, star, world_of

from sim.day.author import author
from sim.day.rank import rank
from sim.day.see import see
from sim.metrics import hours_trending, tag_genuine_share, tag_message_share
from sim.state import tags
from sim.state.codes import Kind, Stance

SEEDS = (1, 2, 3)
READERS = 4000


def tagged_world(posts: int = 10, **platform: float):
    """A star whose hub posts under a tag; everybody who follows it is awake all the time."""
    world = world_of(star(READERS), claims=1, **{"minutes": 60.0, **platform})
    post(world, np.zeros(posts), hashtag=world.hashtags.number("harbour"), claim=0, stance=1)
    return world


def views(world) -> np.ndarray:
    """How often each post was seen."""
    return world.posts.views[1 : world.posts.last + 1].astype(float)


@pytest.mark.parametrize("minutes", [15.0, 60.0])
def test_that_a_slot_multiplies_the_views_of_a_tags_posts_by_three(minutes):
    seen = {}
    for slots in (0, 10):
        world = tagged_world(minutes=minutes, trending_slots=slots)
        pass_ticks(world, 1, (all_awake, rank, see))
        seen[slots] = views(world).sum()
    assert seen[0] == 10 * (READERS - 1)
    assert seen[10] / seen[0] == pytest.approx(3.0, rel=0.02)


def test_that_without_a_slot_a_tag_is_but_a_word():
    plain, tagged = (tagged_world(trending_slots=slots) for slots in (0, 10))
    plain.hashtags.names.clear()
    for world in (plain, tagged):
        world.hashtags.recent[:] = 4.9  # fewer than the five posts that trend
        pass_ticks(world, 1, (all_awake, rank, see))
    assert np.array_equal(views(plain), views(tagged))


def test_that_who_floods_a_tag_takes_its_list_by_the_share_of_posts():
    world = tagged_world(posts=10)
    post(world, np.full(30, READERS - 1), hashtag=0)  # by somebody whom nobody follows: no feed shows it
    pass_ticks(world, 1, (all_awake, rank, see))
    listed = views(world) - np.r_[np.full(10, READERS - 1.0), np.zeros(30)]
    assert listed[:10].sum() / listed.sum() == pytest.approx(10 / 40, abs=0.02)  # own / (own + flood)


def test_that_only_so_many_tags_trend_as_there_are_slots():
    world = world_of(star(3))
    for number in range(12):
        world.hashtags.number(f"tag {number}")
    world.hashtags.recent[:] = np.arange(12.0) + 5.0
    assert world.hashtags.trending(10).tolist() == list(range(11, 1, -1))
    assert len(world.hashtags.trending(0)) == 0


def test_that_the_larger_the_platform_the_more_posts_a_tag_needs_to_trend():
    world = tagged_world(posts=10, trending_share=0.1)
    assert tags.trending(world).tolist() == [0]
    post(world, np.full(200, 1))  # ordinary posts
    assert tags.trending(world).tolist() == []


def test_that_a_tag_is_forgotten_by_the_factor_e_in_twelve_hours():
    world = tagged_world()
    world.hashtags.fade(12.0)
    assert world.hashtags.recent[0] == pytest.approx(10 / np.e, rel=1e-3)


def test_that_the_list_shows_no_removed_post_and_closed_platforms_have_none():
    world = tagged_world(posts=10)
    world.posts.removed[1:6] = 1
    pass_ticks(world, 1, (all_awake, rank, see))
    assert not views(world)[:5].any()


def writing_world(recent: tuple[float, ...], tag_use: float):
    """Everybody writes about a claim for which there are some tags."""
    world = world_of(star(READERS), claims=1, minutes=1440.0, claim_talk=1.0, tag_use=tag_use)
    for number, uses in enumerate(recent):
        world.hashtags.number(f"tag {number}")
        world.hashtags.claim[number], world.hashtags.recent[number] = 0, uses
    world.accounts.activity[:], world.accounts.online[:], world.accounts.pace[:] = 1.0, 1.0, 1.0
    world.accounts.belief[:], world.accounts.heard[:] = 20.0, 1
    all_awake(world)
    author(world)
    return world.drafts


def test_that_people_take_up_tags_by_their_recent_use():
    drafts = writing_world((99.0, 9.0, 0.5), tag_use=0.5)
    taken = np.bincount(drafts.column("hashtag")[drafts.column("claim") == 0] + 1, minlength=4)
    assert taken[0] / taken.sum() == pytest.approx(0.5, abs=0.03)
    assert taken[1] / taken[2] == pytest.approx((100 / 10) ** 0.9, rel=0.25)  # C15: (1 + u) ** 0.9
    assert taken[3] == 0


def test_that_nobody_takes_up_a_tag_where_tags_are_not_used():
    assert (writing_world((99.0,), tag_use=0.0).column("hashtag") == -1).all()


@pytest.mark.parametrize("do", ["flood_hashtag", "retake_hashtag"])
def test_that_a_tag_is_left_alone_at_rate_zero(live, does, rumour, bits, do):
    idle = does(do, name="idle", hours=12, by="embassy" if do == "retake_hashtag" else "trolls", rate=0.0)
    assert bits(live(rumour, (idle,))) == bits(live(rumour))


def contested(live, does, rate: float, seed: int, **told):
    """A tag that bots make for the claim, flooded by trolls from the sixth hour on."""
    used = does("hashtag", hours=24, by="bots", tag="aid", rate=4.0)
    flood = does("flood_hashtag", at=6, hours=18, by="trolls", tag="aid", rate=rate, **told)
    return live((used,), (flood,), seed=seed)


@pytest.mark.parametrize("seed", SEEDS)
def test_that_the_more_a_tag_is_flooded_the_less_of_it_is_on_its_message(live, does, seed):
    worlds = [contested(live, does, rate, seed) for rate in (0.0, 8.0, 40.0)]
    shares = [tag_message_share.measure(world, None)["aid"] for world in worlds]
    assert shares[0] == 1.0
    assert shares[0] > shares[1] > shares[2]
    claimed = [int(world.accounts.heard[:, 0].sum()) for world in worlds]
    assert claimed[2] < claimed[0]


def test_that_a_flood_stops_at_the_share_it_wants(live, does):
    worlds = [contested(live, does, 200.0, 1, share_target=share) for share in (0.3, 0.6)]
    flooded = [1.0 - float(world.hashtags.on_message[0] / world.hashtags.uses[0]) for world in worlds]
    assert flooded[0] < flooded[1] < 0.75


@pytest.mark.parametrize("seed", SEEDS)
def test_that_retaking_a_tag_brings_denials_where_the_rumour_trends_and_keeps_it_trending(live, does, seed):
    used = does("hashtag", hours=4, by="trolls", tag="aid", rate=3.0)
    told = {"at": 2, "hours": 22, "by": "embassy", "tag": "aid"}
    idle, busy = (live((used,), (does("retake_hashtag", rate=rate, **told),), seed=seed, share_rate=0.0)
                  for rate in (0.0, 24.0))  # fmt: skip
    denied = [int(world.accounts.denied[world.accounts.people(), 0].sum()) for world in (idle, busy)]
    assert denied[0] == 0 < denied[1]
    shares = [tag_message_share.measure(world, None)["aid"] for world in (idle, busy)]
    assert shares[0] == 1.0 > shares[1]
    hours = [hours_trending.measure(world, None)["aid"] for world in (idle, busy)]
    assert hours[0] < hours[1]  # noise


def test_that_a_tag_of_bots_has_no_genuine_voice_until_citizens_join_in(live, does):
    used = does("hashtag", hours=24, by="bots", tag="aid", rate=4.0)
    told = {"hours": 24, "by": "embassy", "tag": "aid", "joiners": 0.2}
    alone, joined, busy = (live((used,), (does("retake_hashtag", joiner_rate=rate, **told),), share_rate=0.0)
                           for rate in (0.0, 1.0, 4.0))  # fmt: skip
    genuine = [tag_genuine_share.measure(world, None)["aid"] for world in (alone, joined, busy)]
    assert genuine[0] == 0.0 < genuine[1] < genuine[2] < 1.0
    denials = joined.originals.column("stance") == Stance.DENY
    assert (joined.accounts.kind[joined.originals.column("author")[denials]] == Kind.CITIZEN).sum() > 5

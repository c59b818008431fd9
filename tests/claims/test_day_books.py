"""The books balance: what was posted, delivered, seen, heard and liked adds up at the end of every kind of day."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from town import live_on, town

from sim.model import Model
from sim.state.codes import Act
from sim.state.world import World

RULES = [("log_odds", "engagement"), ("bounded_confidence", "bridging"), ("friedkin_johnsen", "chronological"),
         ("complex_contagion", "engagement")]  # fmt: skip


class Day:
    """A day in the town (so short that no post is forgotten), and what was counted beside it tick by tick."""

    def __init__(self, rules: tuple[str, str]) -> None:
        model = Model(town(250, rules=rules))
        model.world.platform = dataclasses.replace(model.world.platform, unfollow_rate=0.0, discord_unfollow=0.0)
        self.world = world = model.world
        self.seen = np.zeros(world.n, np.int64)
        self.heard = np.zeros((world.n, world.claims.n), np.int64)
        self.since_start = self.strangers = 0
        while world.clock.hour < 24.0:
            model.step()
            self.count(world)

    def count(self, world: World) -> None:
        reader, post = world.exposures.column("reader"), world.exposures.column("post")
        rows = world.posts.rows(post)
        roots = world.posts.rows(world.posts.root[rows])
        np.add.at(self.seen, reader, 1)
        about = (world.posts.claim[roots] >= 0) & (world.posts.stance[roots] > 0)
        tongue = world.accounts.language[world.posts.author[roots]]  # what is not understood is not heard
        about &= (world.accounts.language[reader] == tongue) | (world.accounts.speaks[reader] >> tongue & 1 == 1)
        np.add.at(self.heard, (reader[about], world.posts.claim[roots[about]]), 1)
        self.since_start += len(reader) if world.clock.tick > world.clock.burn_in_ticks else 0
        followed = [world.network.has_arc(u, v) for u, v in zip(reader, world.posts.author[rows], strict=True)]
        self.strangers += int(np.count_nonzero(~np.array(followed, bool) & ~np.isin(post, world.recommended)))


@pytest.fixture(scope="module", params=RULES, ids=", ".join)
def day(request: pytest.FixtureRequest) -> Day:
    return Day(request.param)


def test_that_every_number_stays_in_its_range(day):
    for name, table in day.world.stores().items():
        assert getattr(table, "problems", list)() == [], name


def test_that_belief_is_the_sum_of_its_parts(day):
    accounts = day.world.accounts
    parts = accounts.anchor + accounts.gain + accounts.corrected
    assert np.clip(parts, -20, 20) == pytest.approx(accounts.belief, abs=1e-5)
    never = (accounts.heard == 0) & (accounts.denied == 0)
    assert never.any()
    assert np.array_equal(accounts.belief[never], accounts.prior[never])


def test_that_every_view_is_counted_everywhere(day):
    world = day.world
    total = world.tallies.total("exposures")
    assert total == day.seen.sum() == world.posts.column("views").sum() == world.posts.column("group_views").sum()
    assert world.tallies.exposures.sum() == day.since_start
    assert np.array_equal(world.accounts.seen_same + world.accounts.seen_other, day.seen)
    assert np.array_equal(world.accounts.heard, day.heard)
    assert np.array_equal(world.accounts.first_heard >= 0, (world.accounts.heard > 0) | (world.accounts.denied > 0))


def test_that_people_see_what_those_they_follow_sent_or_what_was_recommended(day):
    assert day.world.tallies.total("exposures") > 1000
    assert day.strangers == 0


def test_that_every_act_is_counted_once(day):
    world = day.world
    posts, total = world.posts, world.tallies.total
    act = posts.column("act")
    assert total("posts") == posts.last == len(act)
    assert total("reshares") == (act == Act.RESHARE).sum() == world.reshares.n == posts.column("reshares").sum()
    assert world.originals.n == ((act != Act.RESHARE) & (posts.column("claim") >= 0)).sum()
    assert total("likes") == posts.column("likes").sum()
    answers = np.bincount(posts.root[posts.rows(posts.column("parent")[act == Act.REPLY])], minlength=posts.last + 1)
    engaged = posts.column("likes") + posts.column("reshares") + answers[1:]
    assert np.array_equal(posts.column("engagement"), engaged)
    assert total("reports") > 0
    assert len(world.cases) > 0


def test_that_every_post_reached_the_inboxes_of_all_followers(day):
    assert day.world.tallies.total("deliveries") == day.world.inbox.deliveries()


def test_that_reshares_make_trees(day):
    posts = day.world.posts
    ids, root, parent, depth = posts.alive(), *(posts.column(name) for name in ("root", "parent", "depth"))
    passed = posts.column("act") == Act.RESHARE
    assert np.array_equal(root[~passed], ids[~passed])
    assert (parent[passed] < ids[passed]).all()
    assert np.array_equal(root[passed], posts.root[posts.rows(parent[passed])])
    assert np.array_equal(depth[passed], posts.depth[posts.rows(parent[passed])] + 1)
    pairs = np.stack([root[passed], posts.column("author")[passed]])
    assert pairs.shape[1] == np.unique(pairs, axis=1).shape[1] > 50
    for name in ("claim", "stance", "appeal", "position", "certainty"):
        assert np.array_equal(posts.column(name)[passed], getattr(posts, name)[posts.rows(root[passed])]), name


def test_that_a_long_run_forgets_what_no_feed_can_show():
    world = live_on(Model(town(120)), 9 * 24.0).world
    ticks = world.posts.column("tick")
    assert ticks.min() >= world.clock.tick - 1 - world.clock.ticks_in(world.platform.window_hours)
    assert world.posts.capacity < world.posts.last
    assert world.shared.size < world.reshares.n / 2

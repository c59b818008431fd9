"""Who reads too much discord turns from who brought it, and perhaps to another; likes and strangers are left alone."""

from __future__ import annotations

import math

import numpy as np
import pytest
from worlds import all_awake, pass_ticks, post, star, ties, world_of

from sim.day.believe import believe
from sim.day.deliver import deliver
from sim.day.rank import rank
from sim.day.rewire import rewire
from sim.day.see import see
from sim.day.share import share
from sim.state.world import World

DAY = (all_awake, rank, see, believe, share, deliver, rewire)
READERS = 4000


def audience(distance: float, **platform: float) -> World:
    """Many who follow the first account, which thinks something else by so much."""
    world = world_of(star(READERS + 1), **({"offence": 0.3, "rewire_hours": 0.25} | platform))
    world.clock.tick, world.tolerance = 1, 0.6
    world.accounts.opinion[0] = distance
    return world


def left(world: World) -> float:
    """The share of readers who do not follow the first account any more."""
    return 1.0 - len(world.network.followers(0)) / READERS


@pytest.mark.parametrize(("distance", "chance"), [(0.5, 0.0), (0.7, 0.3)])
def test_that_who_reads_something_discordant_turns_away_with_the_chance_given(distance, chance):
    world = audience(distance)
    post(world, 0)
    pass_ticks(world, 1, DAY)
    assert left(world) == pytest.approx(chance, abs=3.2 * math.sqrt(chance * (1 - chance) / READERS))
    assert world.tallies.total("unfollows") == round(left(world) * READERS)


def test_that_nobody_turns_from_who_says_nothing():
    world = audience(1.0)
    pass_ticks(world, 1, DAY)
    assert left(world) == 0.0


def test_that_one_visit_decides_once_however_many_posts_it_shows():
    world = audience(1.0)
    post(world, np.zeros(10))
    pass_ticks(world, 1, DAY)
    assert left(world) == pytest.approx(0.3, abs=0.025)


def test_that_of_those_who_brought_discord_each_is_as_likely_to_be_left():
    people = range(3, 3003)
    world = world_of(ties(3003, *((u, v) for u in people for v in (0, 1, 2))), offence=1.0, rewire_hours=0.25)
    world.clock.tick = 1
    world.accounts.opinion[:3] = (0.9, 0.1, -0.9)
    post(world, [0, 1, 2])
    pass_ticks(world, 1, DAY)
    lost = [3000 - len(world.network.followers(v)) for v in (0, 1, 2)]
    assert lost[1] == 0
    assert lost[0] + lost[2] == 3000
    assert lost[0] == pytest.approx(1500, abs=3.2 * math.sqrt(750))


def test_that_who_is_left_for_a_reshare_is_who_brought_it():
    world = world_of(ties(3, (1, 0), (2, 1)), offence=1.0, rewire_hours=0.25, share_rate=1.0)
    world.clock.tick = 1
    world.accounts.opinion[:] = (0.9, 0.5, 0.0)
    post(world, 0)
    pass_ticks(world, 2, DAY)
    assert world.network.has_arc(1, 0)  # not far enough
    assert not world.network.has_arc(2, 1)


@pytest.mark.parametrize(("route", "found"), [("route_reshared", 2), ("route_recommended", 1)])
def test_that_known_accounts_are_followed_instead_only_if_they_think_alike(route, found):
    readers = np.arange(5, 65)
    routes = {"route_reshared": 0.0, "route_recommended": 0.0} | {route: 1.0}
    follows = [(int(u), 0) for u in readers] + [
        (3, 1),
        (4, 1),
        (3, 4),
    ]  # 1 and 4 are recommended, the former more often
    world = world_of(ties(65, *follows), offence=1.0, replace_unfollowed=1.0, rewire_hours=0.25, **routes)
    world.clock.tick = 1
    world.accounts.opinion[[0, 3, 4]] = 0.9  # the others think 0
    world.accounts.met[readers] = np.where(readers % 2, 2, 3)  # a like mind, and one who is none
    post(world, 0)
    pass_ticks(world, 1, DAY)
    source, target = world.network.arc_list()
    assert set(target[source >= 5].tolist()) == {found}
    assert world.tallies.total("unfollows") == len(readers)


def test_that_everybody_who_turned_follows_another_if_all_are_to():
    world = audience(1.0, offence=1.0, replace_unfollowed=1.0, route_reshared=0.0, route_recommended=0.0)
    post(world, 0)
    pass_ticks(world, 1, DAY)
    assert world.tallies.total("unfollows") == world.tallies.total("follows") == world.network.arcs == READERS
    source, target = world.network.arc_list()
    assert (source != target).all()
    assert len(np.unique(target)) > READERS / 2  # anybody

"""Opinions move towards near ones by a share of the way, stay where they are otherwise, and are fixed by default."""

from __future__ import annotations

import numpy as np
import pytest
from worlds import complete, pass_ticks, post, star, world_of

from sim.state.world import World


def after_one_post(distance: float, **numbers: float) -> World:
    world = world_of(star(2))
    for name, value in numbers.items():
        setattr(world, name, value)
    world.accounts.opinion[:] = (distance, 0.0)
    post(world, 0)
    pass_ticks(world)
    return world


def test_that_a_reader_goes_a_share_of_the_way_to_what_was_written():
    assert after_one_post(0.5, influence=0.3).accounts.opinion == pytest.approx([0.5, 0.15])


def test_that_what_lies_too_far_away_moves_nobody():
    assert after_one_post(0.7, influence=0.3, tolerance=0.6).accounts.opinion[1] == 0.0
    assert after_one_post(0.5, influence=0.3, tolerance=0.6).accounts.opinion[1] > 0.0


def test_that_opinions_stay_unless_influence_is_asked_for():
    assert after_one_post(0.5).accounts.opinion[1] == 0.0


def test_that_a_post_keeps_the_opinion_with_which_it_was_written():
    world = world_of(star(2))
    world.influence = 1.0
    world.accounts.opinion[:] = (0.4, 0.0)
    post(world, 0)
    world.accounts.opinion[0] = -1.0
    pass_ticks(world)
    assert world.accounts.opinion[1] == pytest.approx(0.4)


@pytest.mark.parametrize(("tolerance", "clusters"), [(2.1, 1), (0.3, 2)])
def test_that_the_wider_the_tolerance_the_fewer_camps_remain(tolerance, clusters):
    world = world_of(complete(24))
    world.influence, world.tolerance = 0.3, tolerance
    world.accounts.opinion[:] = np.linspace(-1, 1, 24)
    for turn in range(600):
        post(world, turn * 7 % 24)
        pass_ticks(world)
    camps = np.sort(world.accounts.opinion)
    found = 1 + np.count_nonzero(np.diff(camps) > 0.2)
    assert found == 1 if clusters == 1 else found >= clusters

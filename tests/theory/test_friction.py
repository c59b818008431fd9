"""Questions before sharing: alone they change no quality, with learning a few raise it, too many undo it (C18, A78)."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from worlds import Ties, pass_ticks, world_of

from sim.countermeasures import friction
from sim.day.act import act
from sim.day.hand_over import hand_over
from sim.day.look import look
from sim.day.turns import take_turns
from sim.state.questions import asked, learned
from sim.state.screens import Screens
from sim.state.timeline import Entry
from sim.state.world import World

PEOPLE, TICKS = 400, 160


def town(strength: float, learning: float, seed: int = 1) -> World:
    """People who each follow six others and take one turn a tick; half of what they post they pass on."""
    noise = np.random.default_rng(seed)
    follows = np.stack([np.repeat(np.arange(PEOPLE), 6), noise.integers(0, PEOPLE, 6 * PEOPLE)], axis=1)
    world = world_of(Ties(PEOPLE, follows), seed=seed, session="one_act", novelty=0.0, copies_weight=0.0,
                     appeal_steepness=2.0, quality_steepness=2.0)  # fmt: skip
    world.screens = Screens(PEOPLE, 15)
    world.accounts.activity[:] = 96.0
    friction.begin(world, questions(strength, learning))
    return world


def questions(strength: float, learning: float) -> Entry:
    return Entry("questions", "countermeasures", "friction", friction.Params(strength, learning), at=0.0)


@cache
def quality(strength: float, learning: float) -> float:
    """Mean quality of what stands on the screens late in three lives."""
    found = []
    for seed in (1, 2, 3):
        world = town(strength, learning, seed)
        for _ in range(TICKS):
            pass_ticks(world, 1, (take_turns, look, act, hand_over))
            if world.clock.tick > TICKS / 2:
                shown = world.screens.post[world.screens.post > 0]
                found.append(world.posts.quality[world.posts.rows(shown)].mean(dtype=np.float64))
    return float(np.mean(found))


def test_that_messages_are_as_good_as_they_are_written_where_quality_plays_no_part():
    assert quality(0.0, 0.0) == pytest.approx(1 / 3, abs=0.015)  # the mean of the density 2 (1 - q)


def test_that_friction_alone_does_not_raise_quality():
    assert quality(0.3, 0.0) == pytest.approx(quality(0.0, 0.0), abs=0.015)


def test_that_some_friction_with_learning_raises_quality_and_too_much_undoes_it():
    assert quality(0.15, 1.0) > quality(0.0, 0.0) + 0.04
    assert quality(0.95, 1.0) < quality(0.15, 1.0) - 0.04


def test_that_who_learns_more_from_a_question_passes_on_better_things():
    assert quality(0.0, 0.0) + 0.01 < quality(0.03, 0.1) < quality(0.03, 1.0)


def test_that_as_many_reshares_are_made_as_meet_no_question():
    free, slowed = town(0.0, 0.0), town(0.4, 0.0)
    for world in (free, slowed):
        pass_ticks(world, 40, (take_turns, look, act, hand_over))
    first, second = (world.tallies.total("reshares") for world in (free, slowed))
    assert second / first == pytest.approx(0.6, abs=0.03)
    originals = [world.tallies.total("posts") - world.tallies.total("reshares") for world in (free, slowed)]
    assert originals[0] == pytest.approx(originals[1], rel=0.03)  # who is asked does not write something else instead


def test_that_each_question_teaches_a_share_of_what_is_left_and_that_it_stays():
    world = town(1.0, 0.5)
    pass_ticks(world, 60, (take_turns, look, act, hand_over))
    assert world.tallies.total("reshares") == 0
    known = learned(world)
    assert known.min() > 0.99
    friction.end(world, questions(1.0, 0.5))
    assert asked(world) == (0.0, 0.0)
    assert learned(world) is known

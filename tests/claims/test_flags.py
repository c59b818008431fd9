"""Flags and strikes: a classifier brings posts before reviewers, rightly or not; three removals cost the account."""

from __future__ import annotations

import numpy as np
import pytest

from sim.day.moderate import moderate
from sim.state.codes import Decision, Stance, Status
from tests.worlds import complete, post, world_of

EAGER = {"decision_delay": 1e-6, "decision_spread": 0.0, "reviews_per_hour": 1e4, "wrong_action": 0.0}


def flagged(stance, **platform):
    """The cases after one tick in which sixty people posted on a false claim."""
    world = world_of(complete(60), claims=1, **platform)
    post(world, np.arange(60), claim=0, stance=stance)
    moderate(world)
    return world.cases.n


def test_that_a_classifier_that_sees_everything_flags_every_supporting_post():
    assert flagged(Stance.SUPPORT, flag_share=1.0, flag_recall=1.0, flag_false_alarm=0.0) == 60


def test_that_a_classifier_that_reads_nothing_flags_nothing():
    assert flagged(Stance.SUPPORT, flag_share=0.0, flag_recall=1.0, flag_false_alarm=1.0) == 0


@pytest.mark.parametrize(("stance", "low", "high"), [(Stance.SUPPORT, 38, 58), (Stance.DENY, 4, 22)])
def test_that_recall_finds_violations_and_false_alarms_hit_the_innocent(stance, low, high):
    assert low <= flagged(stance, flag_share=1.0, flag_recall=0.8, flag_false_alarm=0.2) <= high


def test_that_ordinary_posts_are_not_read():
    world = world_of(complete(60), claims=1, flag_share=1.0, flag_recall=1.0, flag_false_alarm=1.0)
    post(world, np.arange(60))
    moderate(world)
    assert world.cases.n == 0


@pytest.mark.parametrize(("posts", "status"), [(2, Status.ACTIVE), (3, Status.SUSPENDED)])
def test_that_the_third_removal_suspends(posts, status):
    world = world_of(complete(4), claims=1, flag_share=1.0, flag_recall=1.0, moderation_action="remove", **EAGER)
    for _ in range(posts):
        post(world, [1], claim=0, stance=Stance.SUPPORT)
        moderate(world)
        world.clock.tick += 1
    moderate(world)
    assert (world.cases.column("decision") == Decision.REMOVED).all()
    assert world.accounts.status[1] == status

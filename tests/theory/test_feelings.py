"""How feelings between two camps move: what an experiment measured, and how it fades."""

from __future__ import annotations

import numpy as np
import pytest

from sim.day import resent
from sim.state.accounts import FIRST_DISTANCE as START

HOURS, POSTS = 168, 100  # a week, with so many posts on the feed in an hour


def written(author: list[int], target: list[int]) -> resent.Written:
    """Originals by these accounts at those, of which the first is in one camp and the second in the other."""
    columns = (np.array(column, np.int32) for column in (range(len(author)), author, target))
    return resent.Written(*columns, np.array([0, 1], np.int8))


def felt_after_a_week(hostile: int, kernel) -> float:
    """The distance that somebody feels who sees so many hostile posts in each hour of a week."""
    # posts 1 and 2 by account 1 of the other camp: one at an account of the reader's camp, one at nobody
    posts = written([0, 1, 1], [-1, 0, -1])
    felt = np.array([START, START], np.float32)
    same, other = np.zeros(2, np.uint32), np.zeros(2, np.uint32)
    post = np.where(np.arange(POSTS) < hostile, 1, 2).astype(np.int32)
    kept = np.float32(2.0 ** (-1.0 / 24.0 / resent.FEELING_HALF_LIFE))
    for hour in range(HOURS):
        other[0] += POSTS
        days = (hour + 1) / 24.0
        kernel(resent.per_day() * days, (np.zeros(POSTS, np.int32), post), 3, posts, (same, other, felt))
        felt = START + kept * (felt - np.float32(START))
    assert felt[1] == START  # who reads nothing feels as before
    return float(felt[0])


@pytest.mark.parametrize("kernel", [resent._resent, getattr(resent._resent, "py_func", resent._resent)])
def test_that_a_week_with_fewer_hostile_posts_warms_by_as_much_as_was_measured(kernel):
    usual, cleaned = felt_after_a_week(10, kernel), felt_after_a_week(1, kernel)
    assert usual - cleaned == pytest.approx(2.0, abs=0.02)  # A84: 10 % and 1 % of hostile posts
    assert felt_after_a_week(0, kernel) == START


def test_that_nobody_feels_colder_than_the_thermometer_goes():
    reader, post = np.zeros(1, np.int32), np.ones(1, np.int32)
    felt, none = np.array([99.9], np.float32), np.zeros(1, np.uint32)
    resent._resent(1000.0, (reader, post), 1, written([0, 1], [-1, 0]), (none, none, felt))
    assert felt[0] == resent.COLDEST

"""Reviewers serve their queue as queueing theory says: M/M/1, M/M/C, Little's law, and who goes first."""

from __future__ import annotations

import math

import numpy as np
import pytest

from sim.day.moderate import serve

RATE = 20.0  # cases that one reviewer decides in an hour


def queue(arrivals: float, reviewers: int, seed: int, *, cases: int = 6000, urgent: float = 0.0,
          tick: float = math.inf) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:  # fmt: skip
    """A day of cases, served in one go or tick by tick: opened, started, hours of work, and whether urgent."""
    noise = np.random.default_rng(seed)
    opened = np.cumsum(noise.exponential(1 / arrivals, cases))
    hours, first = noise.exponential(1 / RATE, cases), noise.random(cases) < urgent
    desk = np.full(reviewers, -math.inf), np.full(cases, math.inf)
    until = min(tick, math.inf)
    while np.isinf(desk[1]).any():
        waiting = np.flatnonzero(np.isinf(desk[1]) & (opened < until))
        serve(waiting, opened, -first.astype(float), desk, lambda case: hours[case], until)
        until += tick
    return opened, desk[1], hours, first


def mean_wait(arrivals: float, reviewers: int, days: int = 30) -> tuple[float, float]:
    """Mean hours in the queue over many days, the empty start of each left out, and its standard error."""
    waits = []
    for seed in range(days):
        opened, started, _, _ = queue(arrivals, reviewers, seed)
        waits.append((started - opened)[1000:].mean())
    return float(np.mean(waits)), float(np.std(waits, ddof=1) / math.sqrt(days))


def erlang_c(arrivals: float, reviewers: int) -> float:
    """Probability that a case has to wait in an M/M/C queue."""
    load = arrivals / RATE
    waiting = load**reviewers / math.factorial(reviewers) * reviewers / (reviewers - load)
    return waiting / (sum(load**k / math.factorial(k) for k in range(reviewers)) + waiting)


@pytest.mark.parametrize(("arrivals", "reviewers"), [(10.0, 1), (16.0, 1), (30.0, 2), (80.0, 5)])
def test_that_the_mean_wait_is_that_of_erlang(arrivals, reviewers):
    expected = erlang_c(arrivals, reviewers) / (reviewers * RATE - arrivals)
    if reviewers == 1:  # M/M/1 in its own words
        assert expected == pytest.approx(arrivals / RATE / (RATE - arrivals))
    found, error = mean_wait(arrivals, reviewers)
    assert found == pytest.approx(expected, abs=3 * error)
    assert error < 0.1 * expected


def test_that_the_share_that_has_to_wait_is_that_of_erlang():
    shares = []
    for seed in range(20):
        opened, started, _, _ = queue(30.0, 2, seed)
        shares.append((started > opened)[1000:].mean())
    assert np.mean(shares) == pytest.approx(erlang_c(30.0, 2), abs=3 * np.std(shares) / math.sqrt(20))


def test_that_the_backlog_is_arrivals_times_wait():
    opened, started, _, _ = queue(36.0, 2, 1, cases=20_000)
    looks = np.random.default_rng(2).uniform(opened[1000], opened[-1], 20_000)
    backlog = np.searchsorted(opened, looks) - np.searchsorted(np.sort(started), looks)
    assert backlog.mean() == pytest.approx(36.0 * (started - opened)[1000:].mean(), rel=0.05)  # Little


def test_that_urgent_cases_go_first_as_cobham_says():
    arrivals, urgent, waits = 16.0, 0.3, []
    for seed in range(40):
        opened, started, _, first = queue(arrivals, 1, seed, urgent=urgent)
        wait = started - opened
        waits.append((wait[1000:][first[1000:]].mean(), wait[1000:][~first[1000:]].mean()))
    load = arrivals / RATE
    left = load / RATE  # mean work left in the case at hand
    expected = left / (1 - urgent * load), left / ((1 - urgent * load) * (1 - load))
    assert np.mean(waits, axis=0) == pytest.approx(expected, abs=3 * np.std(waits, axis=0).max() / math.sqrt(40))
    assert np.mean(waits, axis=0)[0] == pytest.approx(expected[0], rel=0.05)


def test_that_equals_are_served_in_the_order_of_arrival():
    opened, started, _, _ = queue(36.0, 2, 3)
    assert (np.diff(started) >= 0).all()
    assert (started >= opened).all()


@pytest.mark.parametrize("tick", [0.25, 6.0])
def test_that_it_does_not_matter_how_the_day_is_cut_into_ticks(tick):
    whole, cut = (queue(45.0, 3, 4, cases=2000, urgent=0.3, tick=length) for length in (math.inf, tick))
    assert np.array_equal(whole[1], cut[1])


@pytest.mark.parametrize("reviewers", [1, 3])
def test_that_no_reviewer_has_two_cases_or_idles_while_one_waits(reviewers):
    opened, started, hours, _ = queue(18.0 * reviewers, reviewers, 5, cases=2000)
    ended = np.sort(started + hours)
    for case in range(2000):
        busy = np.searchsorted(np.sort(started), started[case], side="left") - np.searchsorted(
            ended, started[case], side="right"
        )
        assert busy < reviewers
        if started[case] > opened[case]:
            assert busy == reviewers - 1

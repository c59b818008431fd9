"""Draws are Philox4x32-10, uniform, independent, of the right moments, and the same for the same key."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy import stats

from sim.ground.draws import Draws, philox, poisson, stable_key

N = 100_000
ROWS = np.arange(N)
CHI2 = stats.chi2.ppf(0.999, 99)  # of a hundred bins; the draws are fixed, so this is no gamble

# key (two words), counter (four words), answer (four words): Random123, kat_vectors
KNOWN_ANSWERS = [
    ("00000000 00000000", "00000000 00000000 00000000 00000000", "6627e8d5 e169c58d bc57ac4c 9b00dbd8"),
    ("ffffffff ffffffff", "ffffffff ffffffff ffffffff ffffffff", "408f276d 41c83b0e a20bc7c6 6d5451fd"),
    ("a4093822 299f31d0", "243f6a88 85a308d3 13198a2e 03707344", "d16cfe09 94fdcceb 5001e420 24126ea1"),
]


def joined(low: str, high: str) -> np.uint64:
    return np.uint64(int(high + low, 16))


@pytest.mark.parametrize(("key", "counter", "answer"), KNOWN_ANSWERS)
def test_that_philox_gives_the_known_answers_of_its_authors(key, counter, answer):
    c0, c1, c2, c3 = counter.split()
    a0, a1, a2, a3 = answer.split()
    assert philox(joined(*key.split()), joined(c2, c3), joined(c0, c1)) == (joined(a0, a1), joined(a2, a3))


def counters(axis: str) -> np.ndarray:
    """Draws whose keys differ in one part only."""
    if axis == "seed":
        return np.array([Draws(seed).uniform("wake", 0, np.zeros(1))[0] for seed in range(N // 10)])
    if axis == "tick":
        return np.array([Draws(1).uniform("wake", tick, np.arange(10)) for tick in range(N // 10)]).T.ravel()
    one, many = np.zeros(N, np.int64), ROWS
    return Draws(1).uniform("wake", 0, *((many, one) if axis == "account" else (one, many)))


@pytest.mark.parametrize("axis", ["seed", "tick", "account", "item"])
def test_that_draws_fill_the_unit_interval_evenly_along_every_part_of_the_key(axis):
    luck = counters(axis)
    assert luck.min() >= 0.0
    assert luck.max() < 1.0
    counts = np.bincount((luck * 100).astype(int), minlength=100)
    assert stats.chisquare(counts).statistic < CHI2


@pytest.mark.parametrize("axis", ["seed", "tick", "account", "item"])
def test_that_neighbours_in_the_key_have_nothing_in_common(axis):
    luck = counters(axis)
    pairs = (luck[:-1] * 10).astype(int) * 10 + (luck[1:] * 10).astype(int)
    assert stats.chisquare(np.bincount(pairs, minlength=100)).statistic < CHI2
    assert abs(np.corrcoef(luck[:-1], luck[1:])[0, 1]) < 3.3 / math.sqrt(len(luck))


def test_that_streams_and_seeds_have_nothing_in_common():
    known = Draws(1).uniform("wake", 0, ROWS)
    for other in (Draws(1).uniform("share", 0, ROWS), Draws(2).uniform("wake", 0, ROWS)):
        assert abs(np.corrcoef(known, other)[0, 1]) < 3.3 / math.sqrt(N)


def test_that_the_same_key_gives_the_same_draw_whatever_else_is_drawn():
    draws = Draws(7)
    alone = draws.uniform("share", 5, np.array([40]), np.array([9]))[0]
    draws.uniform("share", 4, ROWS)
    draws.normal("share", 5, ROWS)
    among = draws.uniform("share", 5, ROWS[::-1], np.full(N, 9))
    assert alone == among[N - 1 - 40] == Draws(7).uniform("share", 5, np.array([40]), 9)[0]


def test_that_normal_draws_are_normal():
    values = Draws(3).normal("opinion", 0, ROWS)
    counts = np.bincount((stats.norm.cdf(values) * 100).astype(int), minlength=100)
    assert stats.chisquare(counts).statistic < CHI2
    assert values.mean() == pytest.approx(0.0, abs=3 / math.sqrt(N))
    assert values.var() == pytest.approx(1.0, abs=3 * math.sqrt(2 / N))
    assert stats.kurtosis(values) == pytest.approx(0.0, abs=3 * math.sqrt(24 / N))


def test_that_lognormal_draws_have_their_median_and_spread():
    logs = np.log(Draws(3).lognormal("activity", 0, ROWS, 0.09, 2.12))
    assert np.median(logs) == pytest.approx(math.log(0.09), abs=3 * 1.2533 * 2.12 / math.sqrt(N))
    assert logs.std() == pytest.approx(2.12, abs=3 * 2.12 / math.sqrt(2 * N))


@pytest.mark.parametrize("rate", [0.01, 0.7, 4.0, 20.0])
def test_that_counts_are_poisson(rate):
    key = Draws(4).key("write")
    counts = np.array([poisson(key, 0, row, rate) for row in range(20_000)])
    assert counts.mean() == pytest.approx(rate, abs=3 * math.sqrt(rate / len(counts)))
    assert counts.var() == pytest.approx(rate, abs=3 * math.sqrt((rate + 2 * rate**2) / len(counts)))
    share_of_none = math.exp(-rate)
    spread = math.sqrt(share_of_none * (1 - share_of_none) / len(counts))
    assert (counts == 0).mean() == pytest.approx(share_of_none, abs=3 * spread + 1e-9)


def test_that_whole_numbers_are_equally_likely():
    counts = np.bincount(Draws(5).integers("place", 0, ROWS, 100), minlength=100)
    assert stats.chisquare(counts).statistic < CHI2


def test_that_names_of_posts_hardly_ever_coincide():
    author, tick = np.meshgrid(np.arange(1000), np.arange(1000), indexing="ij")
    keys = stable_key(author.ravel(), tick.ravel(), 0, 0, 0)
    twice = len(keys) - len(np.unique(keys))
    expected = len(keys) ** 2 / 2 / 2**31  # birthdays in 31 bits
    assert keys.max() < 2**31
    assert twice == pytest.approx(expected, abs=4 * math.sqrt(expected))

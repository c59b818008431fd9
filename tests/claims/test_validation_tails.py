"""The study of stylised facts tells a power law from a lognormal, and finds its exponent and its beginning."""

from __future__ import annotations

import numpy as np
import pytest

from experiments.validation.facts.tails import fitted

LUCK = np.random.default_rng(1)


def power_law(exponent: float, start: int, n: int) -> np.ndarray:
    """Whole numbers with P(x) nearly x^-exponent (Clauset, Shalizi & Newman 2009, appendix D)."""
    return np.floor((start - 0.5) * (1 - LUCK.random(n)) ** (-1 / (exponent - 1)) + 0.5).astype(int)


@pytest.mark.parametrize("exponent", [1.8, 2.1, 2.6])
def test_that_the_exponent_of_a_power_law_is_found(exponent):
    tail = fitted(power_law(exponent, 5, 20_000))
    assert abs(tail.exponent - exponent) < 0.06


def test_that_the_tail_begins_where_the_power_law_does():
    body = LUCK.integers(1, 20, 20_000)
    tail = fitted(np.concatenate([body, power_law(2.2, 20, 5_000)]))
    assert 17 <= tail.start <= 45
    assert abs(tail.exponent - 2.2) < 0.12


def test_that_a_lognormal_is_preferred_where_it_is_one():
    counts = np.round(np.exp(LUCK.normal(2.0, 1.0, 20_000))).astype(int)
    tail = fitted(counts[counts > 0])
    whole = fitted(counts[(counts > 0) & (counts < 1000)])
    assert min(tail.ratio, whole.ratio) < 0


def test_that_a_power_law_is_not_taken_for_a_lognormal():
    assert fitted(power_law(2.1, 3, 20_000)).ratio > -2


def test_that_few_counts_have_no_tail():
    assert np.isnan(fitted(np.array([1, 2, 3])).exponent)

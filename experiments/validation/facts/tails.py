"""Tails: whether a list of counts is a power law, with what exponent, from where on; or rather lognormal."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize, minimize_scalar
from scipy.special import erfc, log_ndtr, zeta

Array = NDArray[Any]
FEWEST = 50  # counts that a tail must hold to be fitted
STARTS = 60  # at most so many places are tried as the beginning of the tail


@dataclass(frozen=True)
class Tail:
    """A discrete power law p(x) ~ x^-exponent from `start` on (Clauset, Shalizi & Newman 2009).

    `gap` is the Kolmogorov-Smirnov distance; `ratio` Vuong's log-likelihood ratio to a lognormal, in
    standard deviations: above 0 the power law fits better; `chance` its two-sided p value.
    """

    exponent: float = math.nan
    start: int = 0
    counts: int = 0
    gap: float = math.nan
    ratio: float = math.nan
    chance: float = math.nan


def fitted(counts: Array) -> Tail:
    """The tail that begins where the counts are nearest a power law."""
    values, times = np.unique(counts[counts > 0], return_counts=True)
    left = np.cumsum(times[::-1])[::-1]  # counts at or above each value
    starts = np.flatnonzero((left >= FEWEST) & (np.arange(len(values)) < len(values) - 2))
    if not len(starts):
        return Tail()
    tried = starts[np.unique(np.geomspace(1, len(starts), STARTS).astype(int) - 1)]
    return min((_from(values[place:], times[place:]) for place in tried), key=lambda tail: tail.gap)


def _from(values: Array, times: Array) -> Tail:
    start, n = int(values[0]), int(times.sum())
    logs = float(times @ np.log(values))
    fit = minimize_scalar(lambda a: a * logs + n * math.log(zeta(a, start)), bounds=(1.01, 8.0), method="bounded")
    exponent = float(fit.x)
    expected = 1.0 - zeta(exponent, values + 1.0) / zeta(exponent, start)
    gap = float(np.abs(np.cumsum(times) / n - expected).max())
    ratio, chance = _against_lognormal(values, times, exponent)
    return Tail(exponent, start, n, gap, ratio, chance)


def _against_lognormal(values: Array, times: Array, exponent: float) -> tuple[float, float]:
    """Vuong's test of the power law against a discrete lognormal cut at the same start."""
    power = -exponent * np.log(values) - math.log(zeta(exponent, values[0]))
    middle = np.array([np.average(np.log(values), weights=times), math.log(1.0)])
    fit = minimize(lambda t: -times @ _log_lognormal(values, t[0], math.exp(t[1])), middle, method="Nelder-Mead")
    other = _log_lognormal(values, fit.x[0], math.exp(fit.x[1]))
    n = times.sum()
    mean = times @ (power - other) / n
    spread = math.sqrt(max(times @ (power - other - mean) ** 2 / n, 1e-300))
    ratio = float(math.sqrt(n) * mean / spread)
    return ratio, float(erfc(abs(ratio) / math.sqrt(2.0)))


def _log_lognormal(values: Array, mean: float, spread: float) -> Array:
    """ln of P(X = x | X >= first value) where X is a lognormal rounded to whole numbers."""
    above = log_ndtr(-(np.log(values - 0.5) - mean) / spread)
    beyond = log_ndtr(-(np.log(values + 0.5) - mean) / spread)
    inside = above + np.log1p(-np.exp(np.minimum(beyond - above, -1e-12)))
    return inside - above[0]

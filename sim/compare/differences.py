"""Differences: arm minus baseline, future by future, with an interval and with odds."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sim.compare.measures import Measure
from sim.ground.types import B8, F64, I64

CONFIDENCE = 0.95
FEW = 5  # below so many seeds an interval says little, and outputs say so


@dataclass(frozen=True)
class Difference:
    """How an arm differs from the baseline in one measure, over the futures in which both are defined.

    `low` and `high` bound the mean difference: Student's t on the paired differences, where futures of one
    seed (under several rules or settings) share their luck and count as one draw. `better`, `worse` and
    `equal` count futures; where no direction is better they count higher, lower and equal.
    """

    arm: str
    baseline: str
    measure: str
    pairs: int
    arm_mean: float
    baseline_mean: float
    mean: float
    low: float
    high: float
    better: int
    worse: int
    equal: int
    seeds: int

    @property
    def side(self) -> int | None:
        """On which side of no difference the whole interval lies."""
        return side(self.low, self.high)


def differences(
    arm: str, baseline: str, measures: Sequence[Measure], values: tuple[F64, F64], seeds: I64
) -> list[Difference]:
    """Compare arm with baseline in many measures at once; `values` hold a row a future, a column a measure."""
    defined = ~(np.isnan(values[0]) | np.isnan(values[1]))
    ours, theirs = (np.where(defined, one, 0.0) for one in values)
    pairs, steps = np.count_nonzero(defined, axis=0), ours - theirs
    some = np.maximum(pairs, 1)
    means = [np.where(pairs > 0, one.sum(axis=0) / some, np.nan) for one in (ours, theirs, steps)]
    low, high, draws = _intervals(steps, defined, seeds)
    up, down = np.count_nonzero(steps > 0, axis=0), np.count_nonzero(steps < 0, axis=0)
    fewer = np.array([one.better == "lower" for one in measures], bool)
    wins, losses = np.where(fewer, down, up), np.where(fewer, up, down)
    columns = [one.tolist() for one in (pairs, *means, low, high, wins, losses, pairs - up - down, draws)]
    return [Difference(arm, baseline, one.name, *row) for one, *row in zip(measures, *columns, strict=True)]


def side(low: float, high: float) -> int | None:
    """On which side of nothing an interval lies: 1 above, -1 below, 0 on both; None where there is no interval."""
    if math.isnan(low) or math.isnan(high):
        return None
    return int(low > 0) - int(high < 0)


def interval(steps: F64, seeds: Sequence[int] | I64 = ()) -> tuple[float, float]:
    """The interval of the mean of paired differences by Student's t; NaN for fewer than two seeds."""
    drawn = np.asarray(seeds if len(seeds) else np.arange(len(steps)), np.int64)
    low, high, _ = _intervals(steps[:, None], ~np.isnan(steps[:, None]), drawn)
    return float(low[0]), float(high[0])


def quantile_of_t(degrees: int) -> float:
    """How many standard errors the interval reaches to each side."""
    from scipy.special import stdtrit

    return float(stdtrit(degrees, 0.5 + CONFIDENCE / 2))


def _intervals(steps: F64, defined: B8, seeds: I64) -> tuple[F64, F64, I64]:
    """Lower and upper bound for each column, and how many seeds stand behind it.

    The standard error is the clustered one: with one future a seed it is the ordinary one, and with all
    futures of all seeds it is that of the seeds' means.
    """
    pairs = np.count_nonzero(defined, axis=0)
    some = np.maximum(pairs, 1)
    mean = np.where(defined, steps, 0.0).sum(axis=0) / some
    around = np.where(defined, steps - mean, 0.0)
    order = np.argsort(seeds, kind="stable")
    starts = np.flatnonzero(np.diff(seeds[order], prepend=seeds[order[0]] - 1))
    sums = np.add.reduceat(around[order], starts, axis=0)
    draws = np.count_nonzero(np.logical_or.reduceat(defined[order], starts, axis=0), axis=0)
    wide = {number: quantile_of_t(number - 1) if number > 1 else math.nan for number in set(draws.tolist())}
    reach = np.array([wide[number] for number in draws.tolist()])
    error = np.sqrt((sums**2).sum(axis=0) * draws / np.maximum(draws - 1, 1)) / some
    return mean - reach * error, mean + reach * error, draws

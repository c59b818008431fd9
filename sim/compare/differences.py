"""Differences: arm minus baseline, future by future, with an interval and with odds."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from sim.ground.types import F64

CONFIDENCE = 0.95
FEW = 5  # below so many pairs an interval says little, and outputs say so


@dataclass(frozen=True)
class Difference:
    """How an arm differs from the baseline in one measure, over the futures in which both are defined.

    `low` and `high` bound the mean difference: Student's t on the paired differences. `better`, `worse` and
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


def difference(arm: str, baseline: str, measure: str, better: str, values: tuple[F64, F64]) -> Difference:
    """Compare the values of an arm with those of the baseline, pair by pair (NaN: undefined, left out)."""
    defined = ~(np.isnan(values[0]) | np.isnan(values[1]))
    ours, theirs = values[0][defined], values[1][defined]
    steps = ours - theirs
    low, high = interval(steps)
    up, down = int(np.count_nonzero(steps > 0)), int(np.count_nonzero(steps < 0))
    wins, losses = (down, up) if better == "lower" else (up, down)
    return Difference(
        arm, baseline, measure, len(steps), _mean(ours), _mean(theirs), _mean(steps), low, high,
        wins, losses, len(steps) - up - down,
    )  # fmt: skip


def interval(steps: F64) -> tuple[float, float]:
    """The interval of the mean of paired differences by Student's t; NaN for fewer than two."""
    if len(steps) < 2:
        return math.nan, math.nan
    from scipy.special import stdtrit

    quantile = float(stdtrit(len(steps) - 1, 0.5 + CONFIDENCE / 2))
    half = quantile * float(np.std(steps, ddof=1)) / math.sqrt(len(steps))
    return _mean(steps) - half, _mean(steps) + half


def _mean(values: F64) -> float:
    return float(np.mean(values)) if len(values) else math.nan

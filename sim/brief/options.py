"""Options: what each answer does in all futures, what it takes, and how far it ever fell short of the best."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from sim.brief.acts import Acts, acts_of, scenario_of
from sim.compare import Comparison, Difference
from sim.compare.differences import differences
from sim.ground.types import B8, F64

LOW, HIGH = 0.05, 0.95  # the quantiles between which nine futures in ten lie
DOTS = 50  # most that a reader still counts at a glance (Fernandes et al. 2018)


@dataclass(frozen=True)
class Option:
    """One answer against the baseline; numbers are NaN where they are undefined, `step` None for the baseline."""

    arm: str
    letter: str
    acts: Acts
    step: Difference | None
    steps: F64  # its paired differences, future by future, where both are defined
    regret: float  # distance to the best answer in its worst future
    acceptable: int  # futures in which the measure is within the threshold
    cost: float
    hours: float
    voices: float
    removals: float

    @property
    def median(self) -> float:
        """The middle of its differences."""
        return quantile(self.steps, 0.5)

    @property
    def range(self) -> tuple[float, float]:
        """Where nine differences in ten lie."""
        return quantile(self.steps, LOW), quantile(self.steps, HIGH)


def options_of(found: Comparison, threshold: float | None = None) -> tuple[Option, ...]:
    """The baseline and then the answers from best to worst, each with a letter to be found by."""
    regrets, scenario = worst_regrets(found), scenario_of(found)
    return tuple(
        _option(found, acts_of(found, arm, scenario), (arm, chr(ord("A") + place)), regrets[arm], threshold)
        for place, arm in enumerate((found.baseline, *(arm for arm in found.ranking if arm != found.baseline)))
    )


def _option(found: Comparison, acts: Acts, called: tuple[str, str], regret: float, threshold: float | None) -> Option:
    arm, letter = called
    step = None if arm == found.baseline else found.differences[arm, found.measure]
    steps = found.values(arm, found.measure) - found.values(found.baseline, found.measure)
    taken = [_mean_of(found, arm, metric) for metric in ("cost", "staff_hours", "voices_lowered", "wrongful_removals")]
    within = _within(found, arm, threshold) if threshold is not None else 0
    return Option(arm, letter, acts, step, steps[~np.isnan(steps)], regret, within, *taken)


def worst_regrets(found: Comparison) -> dict[str, float]:
    """By arm, the most by which it fell short of the best arm of a future; NaN where no future can tell."""
    sign = 1.0 if found.measures[found.measure].better == "lower" else -1.0
    table = sign * np.array([found.values(arm, found.measure) for arm in found.arms])
    told = ~np.isnan(table).any(axis=0)
    if not told.any():
        return dict.fromkeys(found.arms, math.nan)
    behind = table[:, told] - table[:, told].min(axis=0)
    return dict(zip(found.arms, behind.max(axis=1).tolist(), strict=True))


def quantile(steps: F64, share: float) -> float:
    """A quantile of differences, by straight lines between those that there are; NaN if there are none."""
    return float(np.quantile(steps, share)) if len(steps) else math.nan


def dots(steps: F64) -> F64:
    """What each dot stands for: one future, or one of 50 equal shares of them where there are more."""
    if len(steps) <= DOTS:
        return np.sort(steps, kind="stable")
    return np.quantile(steps, (np.arange(DOTS) + 0.5) / DOTS, method="inverted_cdf")


def against(found: Comparison, arm: str, other: str, among: B8 | None = None) -> Difference:
    """One answer against any other in the ranking measure, in some of the futures."""
    chosen = np.ones(len(found.paired.futures), np.bool_) if among is None else among
    values = [found.values(one, found.measure)[chosen, None] for one in (arm, other)]
    seeds = np.array(found.paired.seeds, np.int64)[chosen]
    return differences(arm, other, [found.measures[found.measure]], (values[0], values[1]), seeds)[0]


def _within(found: Comparison, arm: str, threshold: float) -> int:
    values = found.values(arm, found.measure)
    good = values <= threshold if found.measures[found.measure].better == "lower" else values >= threshold
    return int(np.count_nonzero(good))


def _mean_of(found: Comparison, arm: str, metric: str) -> float:
    names = [one.name for one in found.measures.values() if one.metric == metric and not one.segment]
    return found.mean(arm, names[0]) if names else math.nan

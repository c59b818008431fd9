"""Options: what each answer does in all futures, what it takes, and how far it ever fell short of the best."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from sim.brief.acts import Acts, acts_of, scenario_of
from sim.compare import Comparison, Difference, Regret, Threshold, regret
from sim.ground.types import F64

LOW, HIGH = 0.05, 0.95  # the quantiles between which nine futures in ten lie


@dataclass(frozen=True)
class Option:
    """One answer against the baseline; numbers are NaN where they are undefined, `step` None for the baseline."""

    arm: str
    letter: str
    acts: Acts
    step: Difference | None
    steps: F64  # its paired differences, future by future, where both are defined
    regret: Regret
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
    scenario = scenario_of(found)
    wanted = None if threshold is None else Threshold(threshold)
    regrets = {one.arm: one for one in regret(found, threshold=wanted).arms}
    arms = (found.baseline, *(arm for arm in found.ranking if arm != found.baseline))
    return tuple(
        _option(found, acts_of(found, arm, scenario), regrets[arm], chr(ord("A") + place))
        for place, arm in enumerate(arms)
    )


def _option(found: Comparison, acts: Acts, short: Regret, letter: str) -> Option:
    arm = short.arm
    step = None if arm == found.baseline else found.differences[arm, found.measure]
    steps = found.steps(arm, found.measure)
    taken = [_mean_of(found, arm, metric) for metric in ("cost", "staff_hours", "voices_lowered", "wrongful_removals")]
    return Option(arm, letter, acts, step, steps[~np.isnan(steps)], short, *taken)


def quantile(steps: F64, share: float) -> float:
    """A quantile of differences, by straight lines between those that there are; NaN if there are none."""
    return float(np.quantile(steps, share)) if len(steps) else math.nan


def _mean_of(found: Comparison, arm: str, metric: str) -> float:
    names = [one.name for one in found.measures.values() if one.metric == metric and not one.segment]
    return found.mean(arm, names[0]) if names else math.nan

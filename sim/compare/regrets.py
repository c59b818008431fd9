"""Regret: how far each arm falls short of the best one of each future, and how often it is good enough."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from sim.compare.comparison import Comparison
from sim.compare.factors import rule_of
from sim.compare.measures import Measure
from sim.ground.types import B8, F64

MOST = 0.9  # the regret that nine futures in ten do not exceed


@dataclass(frozen=True)
class Threshold:
    """What is good enough: a value of the measure, or so much better than the baseline of the same future."""

    value: float
    over_baseline: bool = False


@dataclass(frozen=True)
class Regret:
    """The regret of one arm, in the measure's unit; `acceptable` counts futures, None where no threshold was set."""

    arm: str
    futures: int
    median: float
    most: float
    worst: float
    best_in: int  # futures in which no arm does better
    acceptable: int | None

    @property
    def share(self) -> float | None:
        """The share of futures in which it is good enough."""
        return None if self.acceptable is None or not self.futures else self.acceptable / self.futures


@dataclass(frozen=True)
class Regrets:
    """The regret of every arm over all futures, and under each belief rule."""

    measure: str
    threshold: Threshold | None
    left_out: int  # futures in which some arm is undefined, so that nobody knows the best
    arms: tuple[Regret, ...]
    by_rule: dict[str, tuple[Regret, ...]]


def regret(found: Comparison, measure: str = "", threshold: Threshold | None = None) -> Regrets:
    """Hold each arm against the best arm of the same future, the baseline among them."""
    facts = found.asked(measure, ranked=True)
    values = np.array([found.values(arm, facts.name) for arm in found.arms])
    whole = ~np.isnan(values).any(axis=0)
    rules = np.array([rule_of(future) for future in found.paired.futures])

    def over(there: B8) -> tuple[Regret, ...]:
        return _regrets(found.arms, values[:, there & whole], facts, threshold)

    by_rule = {rule: over(rules == rule) for rule in dict.fromkeys(rules.tolist())}
    left_out = int(np.count_nonzero(~whole))
    return Regrets(facts.name, threshold, left_out, over(np.ones(len(whole), np.bool_)), by_rule)


def _regrets(arms: tuple[str, ...], values: F64, facts: Measure, threshold: Threshold | None) -> tuple[Regret, ...]:
    """`values` hold a row an arm (the baseline first), a column a future."""
    good = -values if facts.better == "lower" else values
    if not good.shape[1]:
        return tuple(Regret(arm, 0, math.nan, math.nan, math.nan, 0, None) for arm in arms)
    short = good.max(axis=0) - good
    fine = good_enough(values, values[0], facts.better, threshold) if threshold else None
    return tuple(
        Regret(
            arm,
            good.shape[1],
            float(np.median(short[row])),
            float(np.quantile(short[row], MOST, method="inverted_cdf")),
            float(short[row].max()),
            int(np.count_nonzero(short[row] == 0)),
            None if fine is None else int(np.count_nonzero(fine[row])),
        )
        for row, arm in enumerate(arms)
    )


def good_enough(values: F64, baseline: F64, better: str, threshold: Threshold) -> B8:
    """Whether values are no worse than a threshold (with a hair's breadth for the rounding of differences)."""
    way = -1.0 if better == "lower" else 1.0
    gained = way * (values - baseline) if threshold.over_baseline else way * values
    least = threshold.value if threshold.over_baseline else way * threshold.value
    fine: B8 = gained >= least - 1e-12 * max(1.0, abs(least))
    return fine

"""Odds: in how many futures an arm does better, under each belief rule too, and how sure that share is."""

from __future__ import annotations

import math
from dataclasses import dataclass

from sim.compare.comparison import Comparison
from sim.compare.differences import CONFIDENCE, FEW
from sim.compare.factors import rule_of
from sim.ground.types import F64


@dataclass(frozen=True)
class Odds:
    """Better in so many of so many futures. `low` and `high` bound the share, by Wilson's interval over the seeds.

    Futures of one seed under several rules are not several draws of luck, so the seeds are counted and not the
    futures; `few` says that there are too few of them for the share to mean much.
    """

    futures: int
    better: int
    worse: int
    equal: int
    seeds: int
    low: float
    high: float
    few: bool

    @property
    def share(self) -> float:
        """The share of futures in which it does better; NaN where there is none."""
        return self.better / self.futures if self.futures else math.nan


@dataclass(frozen=True)
class OddsByRule:
    """The odds of one arm against the baseline in one measure."""

    arm: str
    baseline: str
    measure: str
    overall: Odds
    by_rule: dict[str, Odds]


def odds(found: Comparison, arm: str, measure: str = "") -> OddsByRule:
    """The odds that an arm does better than the baseline; refuses a measure of which no way is better."""
    facts = found.asked(measure, arm, ranked=True)
    steps = found.steps(arm, facts.name) * (-1 if facts.better == "lower" else 1)
    rules = [rule_of(future) for future in found.paired.futures]
    seeds = found.paired.seeds
    by_rule = {}
    for rule in dict.fromkeys(rules):
        there = [place for place, one in enumerate(rules) if one == rule]
        by_rule[rule] = count(steps[there], [seeds[place] for place in there])
    return OddsByRule(arm, found.baseline, facts.name, count(steps, list(seeds)), by_rule)


def count(gains: F64, seeds: list[int]) -> Odds:
    """The odds in gains (more is better) future by future; NaN ones are left out."""
    told = [(float(gain), seed) for gain, seed in zip(gains, seeds, strict=True) if not math.isnan(gain)]
    better, worse = sum(gain > 0 for gain, _ in told), sum(gain < 0 for gain, _ in told)
    drawn = len({seed for _, seed in told})
    low, high = wilson(better / len(told), drawn) if told else (math.nan, math.nan)
    return Odds(len(told), better, worse, len(told) - better - worse, drawn, low, high, drawn < FEW)


def wilson(share: float, draws: int) -> tuple[float, float]:
    """Wilson's interval of a share seen in so many draws."""
    from scipy.special import ndtri

    z2 = float(ndtri(0.5 + CONFIDENCE / 2)) ** 2
    middle = (share + z2 / (2 * draws)) / (1 + z2 / draws)
    half = math.sqrt(share * (1 - share) / draws * z2 + z2 * z2 / (4 * draws * draws)) / (1 + z2 / draws)
    return max(0.0, middle - half), min(1.0, middle + half)

"""Fails: the assumptions under which an answer stops being better, one value of one setting at a time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.compare import Comparison, Difference, compare, factors
from sim.compare.differences import differences
from sim.compare.factors import RULE, rule_of
from sim.ground.types import B8


@dataclass(frozen=True)
class Case:
    """An answer against the baseline in the futures that share one value of a setting."""

    setting: str
    value: str
    step: Difference

    @property
    def fails(self) -> bool:
        """Whether it is better there in half of the futures or fewer."""
        return self.step.pairs > 0 and 2 * self.step.better <= self.step.pairs


def varied(found: Comparison) -> tuple[str, ...]:
    """The settings that vary between futures beside the seed; what a rule brings with it is left out."""
    return tuple(one.name for one in factors(found.paired))


def cases(found: Comparison, arm: str) -> tuple[Case, ...]:
    """The answer under each value of each setting that varies, one at a time."""
    told = []
    for one in factors(found.paired):
        values = np.array([str(value) for value in one.values])
        told += [Case(one.name, value, _among(found, arm, values == value)) for value in sorted(set(values.tolist()))]
    return tuple(told)


def rules(found: Comparison) -> tuple[str, ...]:
    """The belief rules under which futures were met."""
    return tuple(sorted({rule_of(future) for future in found.paired.futures}))


def best_by_rule(found: Comparison) -> dict[str, str]:
    """The best arm under each belief rule that was tried."""
    runs = {
        rule: [found.paired.runs[arm, future.key] for future in found.paired.futures if rule_of(future) == rule
               for arm in found.arms]
        for rule in rules(found)
    }  # fmt: skip
    better = found.measures[found.measure].better
    return {
        rule: compare(some, baseline=found.baseline, by=found.by, measure=found.measure, better=better).ranking[0]
        for rule, some in runs.items()
    }


def _among(found: Comparison, arm: str, chosen: B8) -> Difference:
    values = [found.values(one, found.measure)[chosen, None] for one in (arm, found.baseline)]
    seeds = np.array(found.paired.seeds, np.int64)[chosen]
    return differences(arm, found.baseline, [found.measures[found.measure]], (values[0], values[1]), seeds)[0]


__all__ = ["RULE", "Case", "best_by_rule", "cases", "rules", "varied"]

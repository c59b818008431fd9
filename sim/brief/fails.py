"""Fails: the assumptions under which an answer stops being better, and the people for whom it makes things worse."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.brief.options import against
from sim.compare import Comparison, Difference, compare
from sim.compare.measures import Measure

RULE = "belief.name"


@dataclass(frozen=True)
class Case:
    """An answer against the baseline in the futures that share one value of a setting."""

    setting: str
    value: str
    step: Difference

    @property
    def fails(self) -> bool:
        """Whether it does no better there more often than it does."""
        return self.step.pairs > 0 and 2 * self.step.better <= self.step.pairs


def varied(found: Comparison) -> tuple[str, ...]:
    """The settings that vary between futures, the seed and what a rule brings with it left out."""
    names = set(found.paired.varying) - {"seed"}
    return tuple(sorted(name for name in names if not (name.startswith("belief.params.") and RULE in names)))


def cases(found: Comparison, arm: str) -> tuple[Case, ...]:
    """The answer under each value of each setting that varies, one at a time."""
    told = []
    for setting in varied(found):
        values = np.array([str(future.facts.get(setting)) for future in found.paired.futures])
        told += [
            Case(setting, value, against(found, arm, found.baseline, values == value))
            for value in sorted(set(values.tolist()))
        ]
    return tuple(told)


def best_by_rule(found: Comparison) -> dict[str, str]:
    """The best arm under each belief rule that was tried."""
    runs: dict[str, list[str]] = {}
    for future in found.paired.futures:
        runs.setdefault(str(future.facts.get(RULE)), []).append(future.key)
    several = {rule: [found.paired.runs[arm, key] for key in keys for arm in found.arms] for rule, keys in runs.items()}
    return {rule: compare(some, baseline=found.baseline, by=found.by, measure=found.measure).ranking[0]
            for rule, some in several.items()}  # fmt: skip


def losers(found: Comparison, arm: str) -> tuple[tuple[Measure, Difference], ...]:
    """The parts of the public for whom the answer is surely worse than the baseline."""
    main = found.measures[found.measure]
    parts = [
        one for one in found.measures.values() if one.segment and (one.metric, one.part) == (main.metric, main.part)
    ]
    steps = [(one, found.differences[arm, one.name]) for one in parts]
    return tuple((one, step) for one, step in steps if (step.low > 0 if main.better == "lower" else step.high < 0))

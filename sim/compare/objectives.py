"""Trade-offs: arms by several objectives at once, and those that no other arm beats in all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sim.compare.comparison import Comparison
from sim.compare.measures import Measure
from sim.ground.problems import Problem, Problems, raise_if_any

MOST = 4  # more objectives than nobody weighs at a glance


@dataclass(frozen=True)
class Tradeoff:
    """Means of each arm in each objective over the same futures, and who is beaten by whom.

    An arm is beaten by one that is at least as good in every objective and better in one; `pareto` are those
    that nobody beats. An arm for which an objective is undefined in all futures is in neither.
    """

    measures: tuple[Measure, ...]
    futures: int
    means: dict[str, tuple[float, ...]]
    pareto: tuple[str, ...]
    beaten_by: dict[str, tuple[str, ...]]
    undefined: tuple[str, ...]


def tradeoff(found: Comparison, measures: Sequence[str]) -> Tradeoff:
    """Weigh two to four objectives; refuses any of which no way is better."""
    facts = _objectives(found, measures)
    values = {arm: np.array([found.values(arm, one.name) for one in facts]) for arm in found.arms}
    undefined = tuple(arm for arm in found.arms if np.isnan(values[arm]).all(axis=1).any())
    shown = [arm for arm in found.arms if arm not in undefined]
    whole = ~np.isnan(np.array([values[arm] for arm in shown])).any(axis=(0, 1)) if shown else np.zeros(0, np.bool_)
    if not whole.any():
        says = f"no future in which {', '.join(one.name for one in facts)} are defined for all arms"
        raise Problems([Problem("tradeoff", says, advice="Choose other measures.")])
    means = {arm: tuple(float(mean) for mean in values[arm][:, whole].mean(axis=1)) for arm in shown}
    good = {arm: [-mean if one.better == "lower" else mean for one, mean in zip(facts, told, strict=True)]
            for arm, told in means.items()}  # fmt: skip
    beaten = {arm: tuple(other for other in shown if _beats(good[other], good[arm])) for arm in shown}
    pareto = tuple(arm for arm in shown if not beaten[arm])
    return Tradeoff(facts, int(whole.sum()), means, pareto, {arm: by for arm, by in beaten.items() if by}, undefined)


def _objectives(found: Comparison, measures: Sequence[str]) -> tuple[Measure, ...]:
    if not 2 <= len(set(measures)) <= MOST or len(set(measures)) != len(measures):
        says = f"{len(measures)} objectives ({', '.join(measures)})"
        raise Problems([Problem("tradeoff", says, advice=f"Name two to {MOST} different measures.")])
    facts: list[Measure] = []
    problems: list[Problem] = []
    for name in measures:
        try:
            facts.append(found.asked(name, ranked=True))
        except Problems as refused:
            problems += refused.problems
    raise_if_any(problems)
    return tuple(facts)


def _beats(one: Sequence[float], other: Sequence[float]) -> bool:
    at_least = all(ours >= theirs for ours, theirs in zip(one, other, strict=True))
    return at_least and any(ours > theirs for ours, theirs in zip(one, other, strict=True))

"""Knock-outs: what each entry of an answer does, by leaving it out (`answer-entry`) in the same futures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from sim.compare.comparison import Comparison
from sim.compare.differences import Difference, interval, side
from sim.ground.problems import Problem, Problems
from sim.ground.types import F64

LEFT_OUT = re.compile(r"(?<!@)-(\w+)")


@dataclass(frozen=True)
class Together:
    """What entries do only together: the mean over futures, with its interval."""

    entries: tuple[str, ...]
    pairs: int
    mean: float
    low: float
    high: float

    @property
    def adds_up(self) -> bool | None:
        """Whether the interval leaves room for nothing of the kind; None where there is no interval."""
        found = side(self.low, self.high)
        return None if found is None else not found


@dataclass(frozen=True)
class Knockouts:
    """The effect of each entry (the whole answer minus the answer without it), largest first.

    `interactions` come from arms that leave two entries out. `rest` is what is left of the whole effect against
    the baseline when the entries' own effects are taken off: what they do only together, and what entries do that
    were never left out. It is None where doing nothing is not the baseline.
    """

    full: str
    measure: str
    effects: dict[str, Difference]
    interactions: tuple[Together, ...]
    whole: Difference | None
    rest: Together | None


def knockouts(found: Comparison, full: str = "", measure: str = "") -> Knockouts:
    """Take an answer apart by the arms that leave out entries of it."""
    answer = full or _fullest(found)
    facts = found.asked(measure, answer)
    out = {left_out(answer, arm): arm for arm in found.arms if left_out(answer, arm)}
    if not out:
        advice = f"Run {answer}-<entry> for each of its entries in the same futures."
        raise Problems([Problem("knockouts", f"no arm leaves an entry of {answer} out", advice=advice)])
    alone = {entries[0]: found.between(answer, arm, facts.name) for entries, arm in out.items() if len(entries) == 1}
    effects = dict(sorted(alone.items(), key=lambda one: -abs(one[1].mean) if one[1].pairs else 1.0))
    values = {entries: found.values(arm, facts.name) for entries, arm in ({(): answer} | out).items()}
    pairs = tuple(_pair(found, values, *sorted(pair)) for pair in combinations(effects, 2)
                  if tuple(sorted(pair)) in values)  # fmt: skip
    against = found.baseline != answer and found.baseline not in out.values()
    whole = found.between(answer, found.baseline, facts.name) if against else None
    rest = _rest(found, values, found.steps(answer, facts.name)) if against else None
    return Knockouts(answer, facts.name, effects, pairs, whole, rest)


def left_out(answer: str, arm: str) -> tuple[str, ...]:
    """The entries that an arm leaves out of an answer, in order; empty when it is not this answer in part."""
    ours, theirs = _terms(answer), _terms(arm)
    if [term for term, _ in ours] != [term for term, _ in theirs]:
        return ()
    told = list(zip(ours, theirs, strict=True))
    if not all(whole <= less for (_, whole), (_, less) in told):
        return ()
    return tuple(sorted(entry for (_, whole), (_, less) in told for entry in less - whole))


def _terms(arm: str) -> list[tuple[str, frozenset[str]]]:
    return [(LEFT_OUT.sub("", term), frozenset(LEFT_OUT.findall(term))) for term in arm.split("+")]


def _fullest(found: Comparison) -> str:
    """The answer of which most arms leave something out."""
    return max((*found.arms[1:], found.baseline), key=lambda one: sum(bool(left_out(one, arm)) for arm in found.arms))


def _pair(found: Comparison, values: dict[tuple[str, ...], F64], one: str, other: str) -> Together:
    both = values[()] - values[one,] - values[other,] + values[one, other]
    return _together(found, (one, other), both)


def _rest(found: Comparison, values: dict[tuple[str, ...], F64], whole: F64) -> Together:
    alone = [entries for entries in values if len(entries) == 1]
    own = sum((values[()] - values[entries] for entries in alone), np.zeros(len(whole)))
    return _together(found, tuple(entries[0] for entries in alone), whole - own)


def _together(found: Comparison, entries: tuple[str, ...], steps: F64) -> Together:
    defined = ~np.isnan(steps)
    seeds = np.array(found.paired.seeds)[defined]
    if not defined.any():
        return Together(entries, 0, np.nan, np.nan, np.nan)
    return Together(entries, int(defined.sum()), float(steps[defined].mean()), *interval(steps[defined], seeds))

"""Fails when: the simplest honest rule for the futures in which an arm fails, or nothing where there is none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from sim.compare.comparison import Comparison
from sim.compare.factors import Factor, factors
from sim.compare.regrets import Threshold, good_enough
from sim.ground.types import B8, F64

LEAST = 40  # futures; below that a rule is a tale about luck
CUTS = 20  # places to cut a number at
INSIDE = 0.05  # of the futures must lie within
WORTH = 0.05  # by which a second limit must mend the rule to earn its place
LUCK = 0.05  # how often noise may find such a rule, all rules that were tried counted
SAMPLED = 10  # values above which a factor was sampled, so that points are counted and not their repetitions


@dataclass(frozen=True)
class Limit:
    """A factor from `low` to `high` (None: open), or, of one that is no number, at one of `values`."""

    factor: str
    low: float | None = None
    high: float | None = None
    values: tuple[Any, ...] = ()


@dataclass(frozen=True)
class FailsWhen:
    """It fails when all `limits` hold. `reason` says why there are none; it is empty where there are some.

    Coverage is the share of failures that lie within the limits, density the share of what lies within that
    fails, luck the chance that noise gives a rule as good, with all that were tried counted.
    """

    arm: str
    measure: str
    futures: int
    failures: int
    reason: str  # "", "few futures", "nothing varies", "never fails", "always fails" or "no rule"
    limits: tuple[Limit, ...] = ()
    inside: int = 0
    inside_failures: int = 0
    luck: float = 1.0

    @property
    def coverage(self) -> float:
        """The share of all failures that the rule covers."""
        return self.inside_failures / self.failures if self.failures else 0.0

    @property
    def density(self) -> float:
        """The share of failures in what the rule covers."""
        return self.inside_failures / self.inside if self.inside else 0.0


def fails_when(found: Comparison, arm: str, measure: str = "", threshold: Threshold | None = None) -> FailsWhen:
    """A box over one or two assumptions in which an arm fails: is worse than the baseline, or than a threshold."""
    facts = found.asked(measure, arm, ranked=True)
    ours, theirs = found.values(arm, facts.name), found.values(found.baseline, facts.name)
    defined = ~(np.isnan(ours) | np.isnan(theirs))
    fails = ~good_enough(ours, theirs, facts.better, threshold or Threshold(0.0, over_baseline=True))[defined]
    told = [Factor(one.name, tuple(np.array(one.values, object)[defined].tolist())) for one in factors(found.paired)]
    told = [one for one in told if len(set(one.levels)) > 1]
    nothing = FailsWhen(arm, facts.name, len(fails), int(fails.sum()), _why_not(fails, told))
    if nothing.reason:
        return nothing
    return _best(nothing, fails, _limits(told), _repeated(told))


def _why_not(fails: B8, told: list[Factor]) -> str:
    if len(fails) < LEAST:
        return "few futures"
    if not told:
        return "nothing varies"
    return "never fails" if not fails.any() else "always fails" if fails.all() else ""


def _limits(told: list[Factor]) -> list[tuple[Limit, B8]]:
    """Every single limit that could be set, each once, with the futures that lie within."""
    made: dict[bytes, tuple[Limit, B8]] = {}
    for one in told:
        for limit, inside in _cuts(one) if one.ordered else _picks(one):
            if 0 < inside.sum() < len(inside):
                made.setdefault(inside.tobytes(), (limit, inside))
    return list(made.values())


def _cuts(one: Factor) -> list[tuple[Limit, B8]]:
    numbers = np.array([np.nan if value is None else float(value) for value in one.values])
    known = np.unique(numbers[~np.isnan(numbers)])
    cuts = np.unique(np.quantile(known, np.linspace(0, 1, CUTS + 1), method="inverted_cdf"))
    above = [(Limit(one.name, low=float(cut)), numbers >= cut) for cut in cuts]
    return above + [(Limit(one.name, high=float(cut)), numbers <= cut) for cut in cuts]


def _picks(one: Factor) -> list[tuple[Limit, B8]]:
    levels = np.array(one.levels)
    known = dict(zip(one.levels, one.values, strict=True))
    only = [(Limit(one.name, values=(value,)), levels == level) for level, value in known.items()]
    but = [(Limit(one.name, values=tuple(other for key, other in known.items() if key != level)), levels != level)
           for level in known]  # fmt: skip
    return only + but


def _repeated(told: list[Factor]) -> float:
    """Futures to a point of a sampled design: repetitions of a point say nothing about where the limits lie."""
    if max(len(set(one.levels)) for one in told) <= SAMPLED:
        return 1.0
    return len(told[0].values) / len(set(zip(*(one.levels for one in told), strict=True)))


def _best(nothing: FailsWhen, fails: B8, limits: list[tuple[Limit, B8]], repeated: float) -> FailsWhen:
    """The best single limit, or the best pair where the second limit earns its place."""
    masks = np.array([inside for _, inside in limits], np.float64)
    inside, failing = masks @ masks.T, (masks * fails) @ masks.T  # on the diagonal the single ones
    own = np.array([[one.factor == other.factor for other, _ in limits] for one, _ in limits])
    single = np.eye(len(limits), dtype=np.bool_)
    score = 2 * failing / (inside + fails.sum())  # harmonic mean of coverage and density
    score[(inside < INSIDE * len(fails)) | (failing * len(fails) <= inside * fails.sum())] = 0.0
    all_of_them = 2 * fails.sum() / (len(fails) + fails.sum())
    alone = _place(score, single)
    pair = _place(score, ~own)
    pick = pair if score[pair] > score[alone] + WORTH else alone
    tried = len(limits) + (int(np.count_nonzero(~own)) // 2 if pick == pair else 0)
    luck = _luck(len(fails), int(fails.sum()), inside[pick], failing[pick], repeated) * tried
    if score[pick] <= all_of_them or luck > LUCK:
        return replace(nothing, reason="no rule")
    chosen = tuple(limits[place][0] for place in dict.fromkeys(pick))
    return replace(nothing, limits=chosen, inside=int(inside[pick]), inside_failures=int(failing[pick]), luck=luck)


def _place(score: F64, allowed: B8) -> tuple[int, int]:
    """The allowed place with the best score."""
    row, column = np.unravel_index(int(np.argmax(np.where(allowed, score, -1.0))), score.shape)
    return int(row), int(column)


def _luck(futures: int, failures: int, inside: float, failing: float, repeated: float) -> float:
    """How often so many failures fall into the box when they fall anywhere alike (hypergeometric)."""
    from scipy.stats import hypergeom

    whole = [round(number / repeated) for number in (futures, failures, inside)]
    return float(hypergeom.sf(np.floor(failing / repeated) - 1, *whole))

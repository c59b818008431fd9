"""Beforehand: whether what is going to be run can be compared at all, so that nobody waits for a refusal."""

from __future__ import annotations

from collections.abc import Sequence

from sim import catalogue
from sim.compare.measures import HEADLINE, without_direction
from sim.compare.pairs import check_pairs
from sim.ground.problems import Problem, Problems, raise_if_any, unknown
from sim.settings import Settings


def check_comparison(
    asked: Sequence[Settings],
    *,
    by: str = "response",
    baseline: str = "",
    measure: str = "",
    better: str = "",
) -> tuple[str, ...]:
    """The arms of these settings; raises `Problems` with everything for which their comparison would be refused."""
    found = _measure_problems(asked, measure or HEADLINE, better)
    arms: tuple[str, ...] = ()
    try:
        arms = check_pairs([one.as_dict() for one in asked], by)
        found += [unknown("--baseline", "arm", baseline, arms)] if baseline and baseline not in arms else []
    except Problems as problems:
        found += problems.problems
    raise_if_any(found)
    return arms


def _measure_problems(asked: Sequence[Settings], measure: str, better: str) -> list[Problem]:
    metric = measure.partition("@")[0].partition(".")[0]
    if metric not in catalogue.names("metrics"):
        return [unknown("--measure", "measure", metric, catalogue.names("metrics"))]
    lacking = [one.metrics_taken for one in asked if metric not in one.metrics_taken]
    advice = f"Add {metric} to metrics, or rank by another --measure."
    untaken = [Problem("--measure", f"{metric} is not taken", lacking[0], advice)] if lacking else []
    return untaken + without_direction(measure, catalogue.idea("metrics", metric).CARD.better, better)

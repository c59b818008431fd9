"""Response times: what an answer is worth when it comes so many hours later (`answer@6`)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sim.compare.comparison import Comparison
from sim.compare.differences import Difference
from sim.ground.problems import Problem, Problems

LATER = re.compile(r"@(-?\d+(?:\.\d+)?)")


@dataclass(frozen=True)
class Moment:
    """An answer that comes `hours` later: its difference from the baseline, and from the same answer in time."""

    hours: float
    arm: str
    effect: Difference
    against_in_time: Difference | None  # None where the answer in time is no arm


@dataclass(frozen=True)
class ResponseTimes:
    """One answer at its delays, the earliest first; `moved` are those of its parts that come later."""

    response: str
    moved: tuple[str, ...]
    measure: str
    moments: tuple[Moment, ...]


def response_times(found: Comparison, measure: str = "") -> tuple[ResponseTimes, ...]:
    """A curve for each answer that is there with at least two delays."""
    facts = found.asked(measure)
    if found.by != "response":
        raise Problems([Problem("response_times", f"arms differ by {found.by}", advice="Compare responses.")])
    curves: dict[tuple[str, tuple[str, ...]], dict[float, str]] = {}
    in_time = {response: arm for arm in found.arms for response, moved, _ in [shifts(arm)] if not moved}
    for arm in found.arms:
        response, moved, hours = shifts(arm)
        if moved and len(set(hours)) == 1:
            known = curves.setdefault((response, moved), {})
            known |= {hours[0]: arm} | ({0.0: in_time[response]} if response in in_time else {})
    return tuple(
        ResponseTimes(response, moved, facts.name, _moments(found, facts.name, arms))
        for (response, moved), arms in curves.items()
        if len(arms) > 1
    )


def shifts(arm: str) -> tuple[str, tuple[str, ...], tuple[float, ...]]:
    """The answer that an arm names without its delays, the parts that are delayed, and by how many hours."""
    terms = [(LATER.sub("", term), LATER.search(term)) for term in arm.split("+")]
    later = [(term, float(told[1])) for term, told in terms if told and float(told[1])]
    return "+".join(term for term, _ in terms), tuple(term for term, _ in later), tuple(hours for _, hours in later)


def _moments(found: Comparison, measure: str, arms: dict[float, str]) -> tuple[Moment, ...]:
    told = []
    for hours, arm in sorted(arms.items()):
        against = found.between(arm, arms[0.0], measure) if hours and 0.0 in arms else None
        told.append(Moment(hours, arm, found.between(arm, found.baseline, measure), against))
    return tuple(told)

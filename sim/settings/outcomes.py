"""Which outcomes a run takes: all metrics, a list of them, or none; and who asks for one that is not taken."""

from __future__ import annotations

from typing import Any

from sim import catalogue
from sim.ground.problems import Problem, unknown
from sim.scenario import Scenario
from sim.scenario.played import played

ALL, NONE = "all", "none"
Chosen = str | tuple[str, ...]


def read_metrics(value: Any, found: list[Problem]) -> Chosen:
    """The choice of metrics in the catalogue's order, so that one question is always put the same way."""
    told = [value] if isinstance(value, str) else value
    if not isinstance(told, list | tuple) or not all(isinstance(name, str) for name in told):
        found.append(Problem("metrics", f"{value!r} is no list of metrics", advice="Write metrics=[reach,cost]."))
        return ALL
    if list(told) in ([], [NONE]):
        return NONE
    known = catalogue.names("metrics")
    found += [unknown("metrics", "metric", name, (ALL, NONE, *known)) for name in told if name not in (ALL, *known)]
    return ALL if ALL in told or set(told) == set(known) else tuple(name for name in known if name in told)


def taken(chosen: Chosen) -> tuple[str, ...]:
    """The names of the metrics of a choice, with the series that some of them sum up."""
    known = catalogue.names("metrics")
    if isinstance(chosen, str):
        return known if chosen == ALL else ()
    summed = {getattr(catalogue.idea("metrics", name), "SUMS_UP", "") for name in chosen}
    return tuple(name for name in known if name in {*chosen, *summed})


def measurable(names: tuple[str, ...], session: str) -> tuple[str, ...]:
    """Those of the metrics that mean something on a platform with such sessions."""
    single = session != "reading"
    return tuple(name for name in names if single or not getattr(catalogue.idea("metrics", name), "SINGLE_ACTS", False))


def waiting_in_vain(scenario: Scenario, response: str, chosen: Chosen) -> list[Problem]:
    """The triggers of the timeline and of the chosen plan that wait for a metric which nobody takes."""
    if chosen == ALL:
        return []
    there, found = taken(chosen), []
    for place, entry in played(scenario, response):
        metric = entry.when.measure.partition(".")[0] if entry.when else ""
        if metric and metric not in there:
            advice = f"Add {metric} to metrics, or leave metrics=all."
            found.append(Problem(f"{place}.when.measure", f"waits for {metric}, which is not taken", there, advice))
    return found

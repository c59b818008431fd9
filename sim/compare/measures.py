"""Measures: what a column of the results is called, in which unit it is, and which way is better."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from sim.ground.problems import Problem
from sim.results import RunResult

HEADLINE = "false_belief_average"  # over the whole run: a late answer must not look as good as an early one
CLOCK = ("tick", "hour")
WAYS = ("lower", "higher")


@dataclass(frozen=True)
class Measure:
    """One column of the results. `part` is a claim or source, `segment` a part of the public, or empty."""

    name: str
    metric: str
    part: str
    segment: str
    segment_label: str
    label: str
    unit: str
    better: str


def measures_of(runs: list[RunResult]) -> dict[str, Measure]:
    """Every measure that any of the runs has, by the name of its column."""
    found: dict[str, Measure] = {}
    for run in runs:
        for name in run.final:
            if name not in found and name not in CLOCK:
                found[name] = _measure(name, run)
    return found


def headline_of(measures: dict[str, Measure], metric: str = "") -> str:
    """The measure by which arms are ranked: for everybody, on the first claim it is measured for."""
    wanted = metric or HEADLINE
    if wanted in measures:
        return wanted
    fitting = [one.name for one in measures.values() if one.metric == wanted and not one.segment]
    return fitting[0] if fitting else ""


def directed(measures: dict[str, Measure], ranking: str, better: str = "") -> tuple[dict[str, Measure], list[Problem]]:
    """The measures, with a way to rank by one of them where its metric names none, and what speaks against it."""
    main = measures[ranking]
    wrong = without_direction(ranking, main.better, better)
    if wrong or main.better:
        return measures, wrong
    told = {
        name: replace(one, better=better) if (one.metric, one.part) == (main.metric, main.part) else one
        for name, one in measures.items()
    }
    return told, []


def without_direction(name: str, known: str, better: str = "") -> list[Problem]:
    """Why a measure cannot rank: nobody says which way is better, or two say different things."""
    if better and better not in WAYS:
        return [Problem("--better", f'"{better}" is no direction', WAYS)]
    if better and known and better != known:
        return [Problem("--better", f"of {name} {known} is better, not {better}", advice="Leave --better out.")]
    if better or known:
        return []
    advice = "Say --better lower or --better higher, or rank by another --measure."
    return [Problem("--measure", f"nothing says whether more or less of {name} is better", advice=advice)]


def _measure(name: str, run: RunResult) -> Measure:
    column, _, segment = name.partition("@")
    metric, _, part = column.partition(".")
    card = run.manifest["metrics"].get(metric, {})
    label = str(card.get("label", {}).get("en") or _in_letters(metric))
    where = _called(run.settings["scenario"], segment) if segment else ""
    # a claim's own label is a whole sentence, too long for a heading
    words = ", ".join(word for word in (_in_letters(part), where) if word)
    told = f"{label}: {words}" if words else label
    return Measure(name, metric, part, segment, where, told, str(card.get("unit", "")), str(card.get("better", "")))


def _called(scenario: dict[str, Any], segment: str) -> str:
    """What the pack calls a segment or country."""
    known = {**(scenario.get("countries") or {}), **(scenario.get("segments") or {})}
    return str(known.get(segment, {}).get("label", {}).get("en") or _in_letters(segment))


def _in_letters(name: str) -> str:
    return name.replace("_", " ")

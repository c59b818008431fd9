"""Divergence: when two runs first differ, in what was done and in what was measured, and what then grew in each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

import numpy as np

from sim.ground.types import B8
from sim.results import RunResult
from sim.state.codes import Kind, Stance

TOP = 5
Event = tuple[str, str, str]  # what, who, detail


@dataclass(frozen=True)
class JournalParts:
    """The first tick at which the journals differ, and what each of them alone holds there."""

    tick: int
    hour: float
    only_first: tuple[Event, ...]
    only_second: tuple[Event, ...]


@dataclass(frozen=True)
class NumbersPart:
    """The first measured moment at which any number differs, and all that do there, the value of each run."""

    tick: int
    hour: float
    values: dict[str, tuple[float, float]]


@dataclass(frozen=True)
class Cascade:
    """A cascade of reshares; `hour` is None where nobody kept when it began."""

    claim: str
    stance: str
    kind: str  # of the account that began it
    hour: float | None
    size: int
    depth: int
    breadth: int
    virality: float


@dataclass(frozen=True)
class Divergence:
    """Where two runs part; None where they never do."""

    journal: JournalParts | None
    numbers: NumbersPart | None
    first_cascades: tuple[Cascade, ...]
    second_cascades: tuple[Cascade, ...]


def divergence(first: RunResult, second: RunResult, top: int = TOP) -> Divergence:
    """Where two runs part, and the largest cascades about claims of each."""
    return Divergence(_journals(first, second), _numbers(first, second), cascades(first, top), cascades(second, top))


def cascades(run: RunResult, top: int = TOP) -> tuple[Cascade, ...]:
    """The largest cascades about claims, largest first."""
    table = run.table("cascades")
    told = {name: table.column(name).to_numpy() for name in table.column_names}
    about = np.flatnonzero(told["claim"] >= 0) if told else np.zeros(0, np.int64)
    largest = about[np.argsort(-told["size"][about], kind="stable")][:top] if len(about) else about
    claims = list(run.settings["scenario"]["claims"])
    clock = _clock(run)
    return tuple(_cascade({name: values[row] for name, values in told.items()}, claims, clock) for row in largest)


def _cascade(told: dict[str, Any], claims: list[str], clock: tuple[float, float]) -> Cascade:
    tick, kind = int(told["tick"]), int(told["kind"])
    return Cascade(
        claims[int(told["claim"])],
        Stance(int(told["stance"])).name.lower(),
        Kind(kind).name.lower() if kind >= 0 else "",
        clock[0] + clock[1] * tick if tick >= 0 else None,
        int(told["size"]),
        int(told["depth"]),
        int(told["breadth"]),
        float(told["virality"]),
    )


def _clock(run: RunResult) -> tuple[float, float]:
    """The hour at which tick 0 begins, and the hours of a tick; a row is measured at the end of its tick."""
    table = run.table("metrics")
    a_tick = float(run.settings["time"]["minutes"]) / 60
    return float(table.column("hour")[0].as_py()) - a_tick * (int(table.column("tick")[0].as_py()) + 1), a_tick


def _journals(first: RunResult, second: RunResult) -> JournalParts | None:
    ours, theirs = (list(zip(*run.table("events").to_pydict().values(), strict=True)) for run in (first, second))
    apart = (Counter(ours) - Counter(theirs)) + (Counter(theirs) - Counter(ours))
    if not apart:
        return None
    tick, hour = min(row[:2] for row in apart)
    here, there = (Counter(row[2:] for row in rows if row[0] == tick) for rows in (ours, theirs))
    return JournalParts(int(tick), float(hour), tuple((here - there).elements()), tuple((there - here).elements()))


def _numbers(first: RunResult, second: RunResult) -> NumbersPart | None:
    ours, theirs = first.table("metrics"), second.table("metrics")
    ticks, mine, yours = np.intersect1d(ours.column("tick"), theirs.column("tick"), return_indices=True)
    names = [name for name in ours.column_names if name in set(theirs.column_names) - {"tick", "hour"}]
    pairs = {name: (ours.column(name).to_numpy()[mine], theirs.column(name).to_numpy()[yours]) for name in names}
    apart = {name: np.flatnonzero(_differ(*pair)) for name, pair in pairs.items()}
    begins = [rows[0] for rows in apart.values() if len(rows)]
    if not begins:
        return None
    row = int(min(begins))
    values = {name: (float(pairs[name][0][row]), float(pairs[name][1][row]))
              for name, rows in apart.items() if len(rows) and rows[0] == row}  # fmt: skip
    return NumbersPart(int(ticks[row]), float(ours.column("hour").to_numpy()[mine][row]), values)


def _differ(ours: Any, theirs: Any) -> B8:
    differ: B8 = (ours != theirs) & ~(np.isnan(ours) & np.isnan(theirs))
    return differ

"""Fans: how a measured number runs over time in each arm, as bands that hold so much of the futures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from pathlib import Path

import numpy as np

from sim import catalogue
from sim.compare.comparison import Comparison
from sim.ground.problems import Problem, Problems, unknown
from sim.ground.types import F64, I64
from sim.results import RunResult

QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)
KEPT = 4096  # columns in memory: some 40 MB of two weeks in quarters of an hour


@dataclass(frozen=True, eq=False)
class Fan:
    """Quantiles over the futures, a row each, at each hour; `futures` says how many are defined there."""

    arm: str
    of: str  # "value", or "difference" from the baseline in the same future
    values: F64
    futures: I64


@dataclass(frozen=True, eq=False)
class Fans:
    """The fans of all arms, and of all differences from the baseline, at the hours that all runs measured."""

    column: str
    quantiles: tuple[float, ...]
    hours: F64
    values: dict[str, Fan]
    differences: dict[str, Fan]


def fans(found: Comparison, column: str = "", quantiles: Sequence[float] = QUANTILES) -> Fans:
    """The fans of one column of the metric series (by default the one behind the ranking measure)."""
    name = column or timeline_of(found)
    told = {arm: [_series(run, name) for run in found.paired.of(arm)] for arm in found.arms}
    if not name or all(np.isnan(values).all() for arm in told.values() for _, values in arm):
        known = [one for one in _columns(found) if one not in ("tick", "hour")]
        raise Problems([unknown("fans", "measured number", name or found.measure, known)])
    hours = _common([hours for arm in told.values() for hours, _ in arm])
    tables = {arm: np.array([_at(hours, *one) for one in series]) for arm, series in told.items()}
    values = {arm: _fan(arm, "value", table, quantiles) for arm, table in tables.items()}
    steps = {arm: _fan(arm, "difference", tables[arm] - tables[found.baseline], quantiles) for arm in found.arms[1:]}
    return Fans(name, tuple(quantiles), hours, values, steps)


def timeline_of(found: Comparison, measure: str = "") -> str:
    """The column that shows a measure over time: its own, or the one that it sums up; empty where there is none."""
    facts = found.asked(measure)
    columns = _columns(found)
    if facts.name in columns:
        return facts.name
    behind = str(getattr(catalogue.idea("metrics", facts.metric), "SUMS_UP", ""))
    told = behind + facts.name.removeprefix(facts.metric)
    return told if behind and told in columns else ""


def quantiles_of(table: F64, quantiles: Sequence[float]) -> F64:
    """Quantiles down the columns (linear between futures), of what is defined; NaN where nothing is."""
    ranked = np.sort(table, axis=0, kind="stable")  # NaN last
    counted = np.count_nonzero(~np.isnan(table), axis=0)
    place = np.asarray(quantiles, np.float64)[:, None] * np.maximum(counted - 1, 0)
    below = np.floor(place).astype(np.int64)
    above = np.minimum(below + 1, np.maximum(counted - 1, 0))
    low, high = np.take_along_axis(ranked, below, axis=0), np.take_along_axis(ranked, above, axis=0)
    found: F64 = low + (high - low) * (place - below)
    return found


def _fan(arm: str, of: str, table: F64, quantiles: Sequence[float]) -> Fan:
    return Fan(arm, of, quantiles_of(table, quantiles), np.count_nonzero(~np.isnan(table), axis=0))


def _columns(found: Comparison) -> tuple[str, ...]:
    from pyarrow import parquet as pq

    run = next(iter(found.paired.runs.values()))
    return tuple(pq.read_schema(run.folder / "metrics.parquet").names)


def _series(run: RunResult, name: str) -> tuple[F64, F64]:
    """Hours and values of a column; NaN throughout where the run does not have it."""
    return _read(run.folder / "metrics.parquet", str(run.manifest["files"]["metrics.parquet"]), name)


@lru_cache(maxsize=KEPT)
def _read(file: Path, stamp: str, name: str) -> tuple[F64, F64]:  # noqa: ARG001 - a file that was replaced is read anew
    from pyarrow import parquet as pq

    with pq.ParquetFile(file) as table:
        read = table.read(columns=["hour", name], use_threads=False)
    hours = read.column("hour").to_numpy()
    values = (
        read.column(name).to_numpy().astype(np.float64) if name in read.column_names else np.full(len(hours), np.nan)
    )
    for one in (hours, values):
        one.setflags(write=False)
    return hours, values


def _common(all_hours: list[F64]) -> F64:
    first = all_hours[0]
    if all(np.array_equal(first, other) for other in all_hours[1:]):
        return first
    hours: F64 = reduce(np.intersect1d, all_hours)
    if not len(hours):
        raise Problems([Problem("fans", "the runs were measured at no common hour", advice="Measure them alike.")])
    return hours


def _at(hours: F64, there: F64, values: F64) -> F64:
    if len(hours) == len(there):
        return values
    taken: F64 = values[np.searchsorted(there, hours)]
    return taken

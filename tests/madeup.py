"""Made-up runs: one real run written many times by the real writer, each time with another seed and other numbers."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from sim.dashboard.asked import Asked, Question
from sim.results import Outcome, RunResult, write_run
from sim.settings import Settings

SAME = ("tick", "hour")
OWN = ("id", "seed", "files", "format")


def many(run: RunResult, settings: Settings, results: Path, seeds: range, whole: bool = True) -> list[str]:
    """Write a run once for each seed, and give the ids; one not `whole` is what an index reads, and little more."""
    series, events = run.metrics.to_dict("records"), _events(run) if whole else []
    told = {name: value for name, value in run.manifest.items() if name not in OWN}
    records = {name: _columns(run.table(name)) for name in _records(run)} if whole else {}
    kept = run.settings if whole else {}
    ids = []
    for seed, factor in zip(seeds, _factors(len(seeds)), strict=True):
        asked = dataclasses.replace(settings, seed=seed)
        final = {name: value * factor for name, value in run.final.items()}
        rows = [{name: value if name in SAME else value * factor for name, value in row.items()}
                for row in (series if whole else series[:2])]  # fmt: skip
        outcome = Outcome(kept | {"seed": seed}, rows, final, events, _columns(run.table("cascades")), records)
        write_run(results / run.scenario / asked.run_id(), outcome, told | {"id": asked.run_id(), "seed": seed})
        ids.append(asked.run_id())
    return ids


def ask(results: Path, runs: list[str]) -> str:
    """Store the question that compares runs, and give its id."""
    return Asked(results).save(Question(runs=tuple(runs)))


def _factors(count: int) -> Iterator[float]:
    """What the numbers of each are multiplied with: near one, and the same each time."""
    yield from 1.0 + 0.1 * np.sin(np.arange(count, dtype=float))


def _records(run: RunResult) -> list[str]:
    stems = [name.removesuffix(".parquet") for name in run.manifest["files"] if name.endswith(".parquet")]
    return [name for name in stems if name not in ("metrics", "events", "cascades")]


def _events(run: RunResult) -> list[tuple[Any, ...]]:
    return list(run.events[["tick", "hour", "what", "who", "detail"]].itertuples(index=False, name=None))


def _columns(table: Any) -> dict[str, Any]:
    frame = table.to_pandas()
    return {name: frame[name].to_numpy(object if frame[name].dtype.kind not in "biuf" else None) for name in frame}

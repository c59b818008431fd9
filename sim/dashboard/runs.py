"""Runs: the only reader of results behind the windows; each run is verified once and then remembered."""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.compare import Comparison, Difference, compare
from sim.dashboard.asked import RUN, Asked, Question, Wanted
from sim.dashboard.index import Index
from sim.dashboard.kept import Kept
from sim.ground.problems import Problem, Problems
from sim.results import RunResult, load_run

if TYPE_CHECKING:
    import pyarrow as pa

RUNS_KEPT, TABLES_KEPT, COMPARISONS_KEPT = 600, 200, 8  # a run with its settings takes about 0.4 MB
TABLE = re.compile(r"[a-z_]+")


@dataclass(frozen=True)
class Stored:
    """How much of a question is answered on disk."""

    wanted: tuple[Wanted, ...]
    ids: tuple[str, ...]  # of the runs that are stored, among those of futures that every arm has met
    missing: tuple[Wanted, ...]

    @property
    def complete(self) -> bool:
        """Whether every run is there."""
        return not self.missing


@dataclass(frozen=True)
class Recent:
    """A comparison that was made lately, and the question that shows it again."""

    question: str
    scenario: str
    when: float  # seconds since 1970
    arms: tuple[str, ...]
    best: Difference | None  # of the answer that did best; None where the file does not say by what it was ranked
    better: str  # which way is better in its measure
    futures: int


class Runs:
    """What stands in one results folder: runs, their tables, questions and comparisons."""

    def __init__(self, results: Path | str) -> None:
        self.results = Path(results)
        self.index, self.asked = Index(results), Asked(results)
        self._runs, self._tables, self._compared = Kept(RUNS_KEPT), Kept(TABLES_KEPT), Kept(COMPARISONS_KEPT)
        self._places: dict[str, Path] = {}

    def run(self, run_id: str) -> RunResult:
        """The finished run of an id, whole and unchanged; raises `Problems` with its id."""
        return self._runs.get((run_id, self._stamp(run_id)), lambda: self._load(run_id))

    def table(self, run_id: str, name: str) -> pa.Table:
        """A table of a run; raises `Problems` when the run has none of this name."""
        run = self.run(run_id)
        if not TABLE.fullmatch(name) or f"{name}.parquet" not in run.manifest["files"]:
            advice = "It was made by an older version; run it again with --fresh."
            raise Problems([Problem(f"run {run_id}", f'no table "{name[:40]}"', advice=advice)])
        return self._tables.get((run_id, self._stamp(run_id), name), lambda: run.table(name))

    def stored(self, question: Question) -> Stored:
        """What is on disk of a question; a future counts when every arm has met it."""
        if question.runs:
            return Stored((), question.runs, ())
        wanted = self.asked.wanted(question)
        missing = tuple(one for one in wanted if not one.stored)
        unmet = {one.future for one in missing}
        return Stored(wanted, tuple(one.id for one in wanted if one.future not in unmet), missing)

    def comparison(self, question: Question, *, by: str = "response", baseline: str = "",
                   measure: str = "") -> Comparison:  # fmt: skip
        """The arms of a question over the futures that all of them have met so far; raises `Problems` in words."""
        ids = self.stored(question).ids
        if not ids:
            advice = "Start it, or wait until every answer has met a first future."
            raise Problems([Problem(f"question {question.id}", "no future is answered yet", advice=advice)])
        stamps = tuple((run_id, self._stamp(run_id)) for run_id in ids)
        return self._compared.get(
            (stamps, by, baseline, measure),
            lambda: compare([self.run(run_id) for run_id in ids], baseline=baseline, by=by, measure=measure),
        )

    def recent(self, most: int = 8) -> list[Recent]:
        """The comparisons that were saved last, by the app or in a terminal."""
        files = [file for file in self.results.glob("*/comparisons/*.json") if not file.name.startswith(".")]
        found: list[Recent] = []
        for file in sorted(files, key=_written, reverse=True):
            try:
                found.append(self._recent(file))
            except (OSError, ValueError, KeyError, TypeError, AttributeError, Problems):
                continue  # damaged, or of another version: it is not worth a word on the first page
            if len(found) == most:
                break
        return found

    def _recent(self, file: Path) -> Recent:
        told = json.loads(file.read_text())
        ids = tuple(run_id for arm in told["arms"] for run_id in told["runs"][arm["name"]])
        for run_id in ids:
            self._stamp(run_id)  # a comparison whose runs are gone cannot be shown again
        best, better = _best(told)
        return Recent(
            question=self.asked.save(Question(runs=ids)),
            scenario=file.parents[1].name,
            when=_written(file),
            arms=tuple(str(arm["name"]) for arm in told["arms"]),
            best=best,
            better=better,
            futures=len(told["futures"]),
        )

    def _load(self, run_id: str) -> RunResult:
        try:
            return load_run(self._place(run_id))
        except Problems as problems:
            raise Problems(replace(one, where=f"run {run_id}, {Path(one.where).name}") for one in problems.problems) \
                from None  # fmt: skip

    def _stamp(self, run_id: str) -> int:
        """When a run was written; raises `Problems` when there is none."""
        try:
            return (self._place(run_id) / "manifest.json").stat().st_mtime_ns
        except OSError:
            self._places.pop(run_id, None)
            raise _none(run_id) from None

    def _place(self, run_id: str) -> Path:
        if not RUN.fullmatch(run_id):
            raise _none(run_id)
        if run_id not in self._places:
            found = next(self.results.glob(f"*/{run_id}/manifest.json"), None)
            if found is None:
                raise _none(run_id)
            self._places[run_id] = found.parent
        return self._places[run_id]


def _best(told: dict[str, Any]) -> tuple[Difference | None, str]:
    """The difference of the answer that did best by the ranking measure, and which way is better there."""
    rows = [row for row in told["differences"] if row["measure"] == told.get("measure") and row["better_is"]]
    if not rows:
        return None, ""
    better = str(rows[0]["better_is"])
    names = [field.name for field in fields(Difference)]
    known: list[dict[str, Any]] = [
        {name: math.nan if row[name] is None else row[name] for name in names} for row in rows
    ]
    steps = [Difference(**one) for one in known]
    way = -1.0 if better == "lower" else 1.0
    return max(steps, key=lambda one: way * one.mean if one.pairs else -math.inf), better


def _none(run_id: str) -> Problems:
    return Problems([Problem(f"run {run_id[:40]}", "no finished run of this id", advice="It may be gone; ask again.")])


def _written(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0

"""A comparison: every arm against the baseline in every measure, over the same futures."""

from __future__ import annotations

import csv
import hashlib
import json
import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import numpy as np

from sim.compare.differences import CONFIDENCE, FEW, Difference, differences
from sim.compare.measures import Measure, directed, headline_of, measures_of, without_direction
from sim.compare.pairs import Paired, pair
from sim.compare.words import NEVER, counted, headline
from sim.ground.problems import raise_if_any, unknown
from sim.ground.types import F64
from sim.results import RunResult

METHOD = f"mean of paired differences, {CONFIDENCE:.0%} interval by Student's t over the seeds"
NOBODY = "none"  # the response that does nothing, and so the natural baseline


@dataclass(frozen=True)
class Comparison:
    """What `compare` found. `differences` is by (arm, measure); the baseline is not among the arms there."""

    by: str
    baseline: str
    paired: Paired
    labels: dict[str, str]  # arm -> what the pack calls it
    measures: dict[str, Measure]
    measure: str  # the measure by which arms are ranked
    differences: dict[tuple[str, str], Difference]

    @property
    def arms(self) -> tuple[str, ...]:
        """The arms, baseline first."""
        return (self.baseline, *(arm for arm in self.paired.arms if arm != self.baseline))

    @property
    def futures(self) -> str:
        """What the futures are called: seeds, when nothing else differs between them."""
        return "futures" if set(self.paired.varying) - {"seed"} else "seeds"

    @property
    def counted(self) -> str:
        """How many futures there are, in words: `5 seeds`."""
        return counted(len(self.paired.futures), self.futures)

    @property
    def ranking(self) -> tuple[str, ...]:
        """The arms from best to worst mean in the ranking measure; of like ones the baseline first, then by name."""
        sign = 1.0 if self.measures[self.measure].better == "lower" else -1.0
        means = {arm: sign * self.mean(arm, self.measure) for arm in sorted(self.arms)}
        return tuple(sorted(means, key=lambda arm: (means[arm], arm != self.baseline)))

    @property
    def headline(self) -> str:
        """The answer in one sentence."""
        others = [arm for arm in self.ranking if arm != self.baseline]
        best = self.differences[others[0], self.measure]
        return headline(best, self.measures[self.measure], self.labels, self.futures)

    def mean(self, arm: str, measure: str) -> float:
        """The mean of an arm over the futures in which the measure is defined."""
        values = self.values(arm, measure)
        defined = values[~np.isnan(values)]
        return float(np.mean(defined)) if len(defined) else math.nan

    def values(self, arm: str, measure: str) -> F64:
        """The values of an arm, future by future."""
        return _values(self.paired, arm, measure)

    def asked(self, measure: str = "", *arms: str, ranked: bool = False) -> Measure:
        """The measure of this name (of this metric, or the ranking one); refuses what the comparison does not have."""
        name = headline_of(self.measures, measure) if measure else self.measure
        found = [] if name else [unknown("measure", "measure", measure, list(self.measures))]
        found += [unknown("arm", "arm", arm, self.arms) for arm in arms if arm not in self.arms]
        if ranked and not found:
            found += without_direction(name, self.measures[name].better)
        raise_if_any(found)
        return self.measures[name]

    def steps(self, arm: str, measure: str) -> F64:
        """Arm minus baseline, future by future (NaN: undefined in one of them)."""
        return self.values(arm, measure) - self.values(self.baseline, measure)

    def between(self, arm: str, other: str, measure: str) -> Difference:
        """How any arm differs from any other in one measure."""
        facts, seeds = self.asked(measure, arm, other), np.array(self.paired.seeds, np.int64)
        values = (self.values(arm, facts.name)[:, None], self.values(other, facts.name)[:, None])
        return differences(arm, other, [facts], values, seeds)[0]

    def rows(self) -> list[dict[str, Any]]:
        """One row for each measure and arm, as in the CSV file."""
        rows = []
        for found in self.differences.values():
            facts = self.measures[found.measure]
            told = {
                "measure": found.measure,
                "label": facts.label,
                "unit": facts.unit,
                "better_is": facts.better,
            }
            rows.append(told | asdict(found))
        return rows

    def as_dict(self) -> dict[str, Any]:
        """The whole comparison as plain data; undefined numbers are None."""
        return {
            "by": self.by,
            "baseline": self.baseline,
            "arms": [{"name": arm, "label": self.labels[arm]} for arm in self.arms],
            "futures": [{name: one.facts.get(name) for name in ("seed", *self.paired.varying)}
                        for one in self.paired.futures],
            "runs": {arm: [run.id for run in self.paired.of(arm)] for arm in self.arms},
            "measure": self.measure,
            "headline": self.headline,
            "method": METHOD,
            "few_pairs": len(set(self.paired.seeds)) < FEW,
            "caution": NEVER,
            "differences": [{key: _plain(value) for key, value in row.items()} for row in self.rows()],
        }  # fmt: skip

    def csv(self) -> str:
        """The rows as CSV."""
        rows, out = self.rows(), StringIO()
        writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows({key: "" if _plain(value) is None else value for key, value in row.items()} for row in rows)
        return out.getvalue()

    def json(self) -> str:
        """The whole comparison as JSON."""
        return json.dumps(self.as_dict(), indent=1, ensure_ascii=False)

    def save(self, results: Path | str) -> tuple[Path, Path]:
        """Write CSV and JSON beside the runs, named by what is compared."""
        first = next(iter(self.paired.runs.values()))
        runs = sorted(run.id for run in self.paired.runs.values())
        name = hashlib.blake2b(f"{self.by} {self.baseline} {runs}".encode(), digest_size=8).hexdigest()
        folder = Path(results) / first.scenario / "comparisons"
        folder.mkdir(parents=True, exist_ok=True)
        files = folder / f"{name}.csv", folder / f"{name}.json"
        for file, text in zip(files, (self.csv(), self.json()), strict=True):
            file.write_text(text)
        return files


def compare(
    runs: Sequence[RunResult], *, baseline: str = "", by: str = "response", measure: str = "", better: str = ""
) -> Comparison:
    """Compare arms over the futures that all of them met; refuses runs that have no partner.

    `by` is the setting that makes the arms, `baseline` the arm they are held against (doing nothing, or
    else the first), `measure` the measure that ranks them (false belief), and `better` says which way that
    measure is better, lower or higher, where its metric leaves it open.
    """
    paired = pair(runs, by)
    base = baseline or (NOBODY if NOBODY in paired.arms else paired.arms[0])
    measures = measures_of(list(runs))
    ranking = headline_of(measures, measure)
    found = [] if base in paired.arms else [unknown("--baseline", "arm", base, paired.arms)]
    if ranking:
        measures, wrong = directed(measures, ranking, better)
        found += wrong
    else:
        found.append(unknown("--measure", "measure", measure, {one.metric for one in measures.values()}))
    raise_if_any(found)
    labels = {arm: _label(paired.of(arm)[0], arm, by) for arm in paired.arms}
    return Comparison(by, base, paired, labels, measures, ranking, _differences(paired, base, measures))


def _differences(paired: Paired, base: str, measures: dict[str, Measure]) -> dict[tuple[str, str], Difference]:
    tables = {
        arm: np.array([[run.final.get(name, math.nan) for name in measures] for run in paired.of(arm)])
        for arm in paired.arms
    }
    seeds, facts = np.array(paired.seeds, np.int64), list(measures.values())
    return {
        (arm, one.measure): one
        for arm in paired.arms
        if arm != base
        for one in differences(arm, base, facts, (tables[arm], tables[base]), seeds)
    }


def _values(paired: Paired, arm: str, measure: str) -> F64:
    return np.array([run.final.get(measure, math.nan) for run in paired.of(arm)])


def _label(run: RunResult, arm: str, by: str) -> str:
    if by != "response":
        return f"{by}={arm}"
    # tables and sentences need it short: "Late and complete: one statement after twelve hours"
    return str(run.manifest.get("response_label") or arm).partition(": ")[0]


def _plain(value: Any) -> Any:
    return None if isinstance(value, float) and math.isnan(value) else value

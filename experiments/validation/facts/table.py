"""Table: the measured values of all seeds as a verdict, in Markdown for people and CSV for machines."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable
from pathlib import Path
from statistics import fmean, stdev
from typing import NamedTuple

from experiments.validation.facts.bands import BESIDE, PARTS, Part

BEGIN, END = "<!-- measured -->", "<!-- end of measured -->"
Values = dict[str, dict[str, list[float]]]  # graph -> measure -> one value a seed


class Verdict(NamedTuple):
    """One part of a fact on one graph."""

    part: Part
    mean: float
    spread: float  # standard deviation over seeds, NaN with one seed
    inside: int  # seeds whose own value lies in the band
    seeds: int

    @property
    def passed(self) -> bool:
        """Whether the mean over the seeds lies in the band."""
        return self.part.holds(self.mean)


def verdicts(values: dict[str, list[float]]) -> list[Verdict]:
    """What the seeds' values say about every part of every fact."""
    return [_verdict(part, values.get(part.measure, [])) for part in PARTS]


def _verdict(part: Part, found: list[float]) -> Verdict:
    inside = sum(part.holds(value) for value in found)
    known = [value for value in found if not math.isnan(value)]
    return Verdict(part, _mean(known), stdev(known) if len(known) > 1 else math.nan, inside, len(found))


def markdown(values: Values) -> str:
    """One table for each graph, then what was measured beside."""
    return "\n\n".join(block for graph, found in values.items() for block in (_graded(graph, found), _beside(found)))


def _graded(graph: str, values: dict[str, list[float]]) -> str:
    rows = verdicts(values)
    facts = {row.part.fact: all(one.passed for one in rows if one.part.fact == row.part.fact) for row in rows}
    held = [fact for fact, passed in facts.items() if passed]
    seeds = max((row.seeds for row in rows), default=0)
    lines = [
        f"**{graph}**, {seeds} seed{'s' if seeds != 1 else ''}: {len(held)} of {len(facts)} facts hold "
        f"({', '.join(held) or 'none'}).",
        "",
        "| fact | what | value ± sd over seeds | band | seeds inside | verdict | band from |",
        "|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        spread = "" if math.isnan(row.spread) else f" ± {row.spread:.2g}"
        verdict = "pass" if row.passed else "**fail**"
        lines.append(
            f"| {row.part.fact} | {row.part.what} | {_figure(row.mean)}{spread} | {row.part.band} | "
            f"{row.inside}/{row.seeds} | {verdict} | {row.part.source} |"
        )
    return "\n".join(lines)


def _beside(values: dict[str, list[float]]) -> str:
    told = [f"{words} {_figure(_mean(values[name]))}" for name, words in BESIDE.items() if name in values]
    return f"Beside: {'; '.join(told)}."


def _figure(value: float) -> str:
    return f"{value:.4g}" if abs(value) < 1000 else f"{value:,.0f}"


def _mean(found: Iterable[float]) -> float:
    known = [value for value in found if not math.isnan(value)]
    return fmean(known) if known else math.nan


def save(folder: Path, values: Values) -> None:
    """Write `values.csv`, one row for each number, and put the tables between the marks of the README."""
    with (folder / "values.csv").open("w", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["graph", "measure", "seed", "value"])
        for graph, measures in values.items():
            for measure, found in measures.items():
                writer.writerows([graph, measure, seed, f"{value:.6g}"] for seed, value in enumerate(found, 1))
    readme = folder / "README.md"
    before, _, rest = readme.read_text().partition(BEGIN)
    after = rest.partition(END)[2]
    readme.write_text(f"{before}{BEGIN}\n{markdown(load(folder))}\n{END}{after}")


def load(folder: Path) -> Values:
    """The values of the last full run, as `save` wrote them."""
    values: Values = {}
    with (folder / "values.csv").open(newline="") as text:
        for row in csv.DictReader(text):
            values.setdefault(row["graph"], {}).setdefault(row["measure"], []).append(float(row["value"]))
    return values

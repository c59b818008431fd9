"""Summary: medians and spread of every task, and the ratios that say more than seconds on a shared machine."""

from __future__ import annotations

import csv
import os
import platform
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import NamedTuple

Found = dict[str, dict[str, list[float]]]  # task -> value -> one number a round


class Line(NamedTuple):
    """One line of the table: a value of a task, times a factor that makes its unit."""

    task: str
    what: str
    value: str
    unit: str
    factor: float = 1.0


LINES = (
    *(
        line
        for size in ("1,000", "10,000", "100,000")
        for line in (
            Line(f"engine {size}", "visits", "visits_per_s", "thousand/s", 1e-3),
            Line(f"engine {size}", "exposures", "exposures_per_s", "thousand/s", 1e-3),
            Line(f"engine {size}", "deliveries", "deliveries_per_s", "thousand/s", 1e-3),
            Line(f"engine {size}", "an account's tick", "ns_per_account_tick", "ns"),
            Line(f"engine {size}", "peak memory", "peak_mb", "MB"),
        )
    ),
    *(
        line
        for size in ("1,000", "10,000")
        for task in (f"basic rules {size}", f"plain Mesa objects {size}")
        for line in (
            Line(task, "exposures", "exposures_per_s", "thousand/s", 1e-3),
            Line(task, "an account's tick", "ns_per_account_tick", "ns"),
        )
    ),
    Line("graph made 10,000", "world with its graph", "us_per_edge", "µs an edge"),
    Line("graph made 100,000", "world with its graph", "us_per_edge", "µs an edge"),
    Line("graph made by networkx 10,000", "Barabási-Albert graph", "us_per_edge", "µs an edge"),
    Line("graph read 100,000", "edge list", "us_per_edge", "µs an edge"),
    Line("graph read 1,000,000", "edge list", "us_per_edge", "µs an edge"),
    Line("graph read by networkx 100,000", "edge list", "us_per_edge", "µs an edge"),
    Line("help", "parley --help", "cpu", "s CPU"),
    Line("first tick, warm", "fresh process to first tick, kernels compiled", "cpu", "s CPU"),
    Line("first tick, cold", "fresh process to first tick, nothing compiled", "cpu", "s CPU"),
    Line("checkpoint 10,000", "one checkpoint", "ms", "ms wall"),
    Line("checkpoint 100,000", "one checkpoint", "ms", "ms wall"),
)

RATIOS = (  # how many times the first is better than the second, by which value, whether more is better
    ("basic rules 1,000", "plain Mesa objects 1,000", "exposures_per_s", True),
    ("basic rules 10,000", "plain Mesa objects 10,000", "exposures_per_s", True),
    ("graph made 10,000", "graph made by networkx 10,000", "us_per_edge", False),
    ("graph read 100,000", "graph read by networkx 100,000", "us_per_edge", False),
)


def markdown(found: Found) -> str:
    """The table of medians, the ratios, and how quiet the machine was."""
    lines = [machine(), "", "| task | what | median | least to most | unit |", "|---|---|---|---|---|"]
    for line in LINES:
        if numbers := [line.factor * one for one in found.get(line.task, {}).get(line.value, [])]:
            spread = f"{_figure(min(numbers))} to {_figure(max(numbers))}" if len(numbers) > 1 else ""
            lines.append(f"| {line.task} | {line.what} | {_figure(median(numbers))} | {spread} | {line.unit} |")
    lines += ["", "| ratio, pair by pair in the same round | median | least to most |", "|---|---|---|"]
    for ours, theirs, value, more in RATIOS:
        if numbers := ratios(found.get(ours, {}).get(value, []), found.get(theirs, {}).get(value, []), more):
            spread = f"{min(numbers):.3g} to {max(numbers):.3g}"
            lines.append(f"| {ours} over {theirs} | {median(numbers):.3g} x | {spread} |")
    others = [one for values in found.values() for one in values["others"]]
    lines += ["", f"Meanwhile other processes used {median(others):.1f} of the cores (median; most {max(others):.1f})."]
    return "\n".join(lines)


def ratios(ours: list[float], theirs: list[float], more_is_better: bool) -> list[float]:
    """How many times better ours is, round by round."""
    return [a / b if more_is_better else b / a for a, b in zip(ours, theirs, strict=False)]


def machine() -> str:
    """The machine and the versions in one line, without anybody's name."""
    facts = Path("/proc/cpuinfo")
    names = [line.partition(":")[2].strip() for line in facts.read_text().splitlines() if line.startswith("model name")]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    libraries = ", ".join(f"{name} {version(name)}" for name in ("numpy", "numba", "mesa", "networkx"))
    return f"{names[0]}, {len(names)} cores, {memory:.0f} GB; Python {platform.python_version()}, {libraries}."


def save(file: Path, found: Found) -> None:
    """Every number of every round, as CSV."""
    with file.open("w", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["task", "value", "round", "number"])
        for task, values in found.items():
            for value, numbers in values.items():
                writer.writerows([task, value, turn, f"{number:.6g}"] for turn, number in enumerate(numbers, 1))


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value >= 1000 else f"{value:.3g}"

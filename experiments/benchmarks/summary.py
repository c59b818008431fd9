"""Summary: the findings as tables, medians with their spread; saved among the results."""

from __future__ import annotations

import os
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median
from typing import NamedTuple

from experiments.benchmarks import own
from experiments.benchmarks.findings import Findings
from experiments.benchmarks.targets import TARGETS, Target

SIZES = ("1,000", "10,000", "100,000", "1,000,000", "10,000,000")
LIBRARIES = ("numpy", "numba", "mesa", "networkx", "ndlib", "cynetdiff")


class Column(NamedTuple):
    """A column of a table: its heading, the value it shows, and a factor that makes its unit."""

    heading: str
    value: str
    factor: float = 1.0


class Table(NamedTuple):
    """A table with a row for each task of a list (or each size of a task) that was measured."""

    heading: str
    first: str
    rows: tuple[tuple[str, str], ...]  # what the row is called, and its task
    columns: tuple[Column, ...]


def by_size(task: str) -> tuple[tuple[str, str], ...]:
    """A row for each size of a task."""
    return tuple((size, f"{task} {size}") for size in SIZES)


def rows(*tasks: str) -> tuple[tuple[str, str], ...]:
    """A row for each task, called as it is."""
    return tuple((task, task) for task in tasks)


MILLIONS = 1e-6
TABLES = (
    Table("The machine's memory", "MB", (("64", "memory 64"), ("1,024", "memory 1,024")), (
        Column("random gather, one thread, ns", "plain, one thread"),
        Column("with look-ahead", "look-ahead, one thread"),
        Column("two threads, ns", "plain, two threads"), Column("with look-ahead", "look-ahead, two threads"),
        Column("copy, one thread, GB/s", "copy GB/s, one thread"),
        Column("two threads, GB/s", "copy GB/s, two threads"))),
    Table("Reference workload W20", "accounts", by_size("W20"), (
        Column("an account's tick, one thread, ns", "ns, one thread"), Column("two threads, ns", "ns, two threads"),
        Column("two over one, x", "two threads over one"),
        Column("share of the limit, one thread", "share of the limit, one thread"),
        Column("two threads", "share of the limit, two threads"), Column("peak MB", "peak_mb"))),
    Table("Work done in W20, millions a second", "accounts", by_size("W20"), (
        Column("visits, one thread", "visits_per_s, one thread", MILLIONS),
        Column("exposures", "exposures_per_s, one thread", MILLIONS),
        Column("deliveries", "deliveries_per_s, one thread", MILLIONS),
        Column("visits, two threads", "visits_per_s, two threads", MILLIONS),
        Column("exposures", "exposures_per_s, two threads", MILLIONS),
        Column("deliveries", "deliveries_per_s, two threads", MILLIONS))),
    Table("A fortnight of W20 in 336 ticks, two threads", "accounts", by_size("W20 for a fortnight"), (
        Column("world built, s", "built_s"), Column("336 ticks, s", "run_s"), Column("peak MB", "peak_mb"),
        Column("visits, millions/s", "visits_per_s", MILLIONS),
        Column("exposures", "exposures_per_s", MILLIONS), Column("deliveries", "deliveries_per_s", MILLIONS))),
    Table("Through the Mesa face, with collectors", "accounts", by_size("W20 through Mesa"), (
        Column("an account's tick through step(), ns", "ns through step()"), Column("bare phases, ns", "ns bare"),
        Column("step() over bare, x", "face"))),
    Table("W20 as plain Mesa objects", "accounts", by_size("W20 as plain Mesa objects"), (
        Column("an account's tick, ns", "ns, objects"), Column("exposures, thousands/s", "exposures_per_s", 1e-3),
        Column("engine on one thread, x", "engine over objects, one thread"),
        Column("on two threads, x", "engine over objects, two threads"))),
    Table("The full model, one thread", "accounts", by_size("full model"), (
        Column("an account's tick, ns", "ns"), Column("visits, thousands/s", "visits_per_s", 1e-3),
        Column("exposures", "exposures_per_s", 1e-3), Column("deliveries", "deliveries_per_s", 1e-3),
        Column("peak MB", "peak_mb"))),
    Table("The full model over W20", "accounts", by_size("full model beside W20"), (
        Column("for each exposure, x", "times W20, per exposure"), Column("for each tick, x", "times W20, per tick"),
        Column("for each simulated day, x", "times W20, per simulated day"))),
    Table("Independent cascade, p = 0.1", "", rows(*(f"{task} {size}" for size in ("10,000", "1,000,000") for task in (
        "cascades", "cascades by CyNetDiff", "cascades by NDlib"))), (
        Column("cascades a second", "cascades_per_s"), Column("mean size", "mean_size"),
        Column("standard error", "error"))),
    Table("Graphs", "", rows(*(f"graph made {size}" for size in SIZES), "graph made by networkx 10,000",
                             "graph grown by networkx 10,000", *(f"world built {size}" for size in SIZES),
                             *(f"graph read {size}" for size in SIZES), "graph read by networkx 100,000"), (
        Column("µs an edge, CPU", "us_per_edge"), Column("CPU s", "cpu"), Column("s", "wall"),
        Column("peak MB", "peak_mb"))),
    Table("A user's own rules", "", tuple((name, f"{name} 10,000") for name in own.RULED), (
        Column("ns for each time it is asked, with its phase", "ns_per_row"), Column("a day's CPU s", "cpu"))),
    Table("Accounts with a step of their own", "", rows("own kind with steps 1,000"), (
        Column("µs a step", "us_per_step"),)),
    Table("The app in a browser", "", rows("first page of the app", "next page of the app",
                                           "comparison in the app, seeds 20", "folder in the app, runs 5,000"), (
        Column("s", "s"), Column("again, s", "s, warm"), Column("in a new browser, s", "s, browser new to it"),
        Column("with loading, s", "s, with loading"),
        Column("for the first time, s", "s, first time"), Column("index missing, s", "s, index missing"),
        Column("index found, s", "s, index found"), Column("ms to write a run", "ms to write one"))),
    Table("Starting, saving, many runs", "", rows("help", "first tick, warm", "first tick, cold", "checkpoint 10,000",
                                                  "checkpoint 100,000", "six runs 10,000"), (
        Column("CPU s", "cpu"), Column("s", "wall"), Column("ms", "ms"), Column("two workers over one, x", "speed-up"),
        Column("runs a minute", "runs a minute"))),
)  # fmt: skip


def markdown(found: Findings) -> str:
    """All tables, and how quiet the machine was."""
    parts = [[machine()], targets(found), *(table(found, one) for one in TABLES), phases(found), mechanisms(found)]
    parts.append([f"Not measured: {task} ({reason})." for task, reason in found.missing.items()])
    others = [number for values in found.numbers.values() for number in values.get("others", [])]
    if others:
        used = f"{median(others):.1f} of the cores (median; most {max(others):.1f})"
        parts.append([f"Meanwhile other processes used {used}."])
    return "\n\n".join("\n".join(part) for part in parts if part)


def targets(found: Findings) -> list[str]:
    """What was promised, what was measured, and why a promise is missed."""
    lines = ["| target | goal | measured | least to most | met |", "|---|---|---|---|---|"]
    causes, unknown = [], []
    for one in TARGETS:
        numbers, met = one.numbers(found), one.met(found)
        if met is None:
            unknown.append(one.text)
            continue
        spread = f"{figure(min(numbers))} to {figure(max(numbers))}" if len(numbers) > 1 else ""
        word = "yes" if met else "**no**"
        lines.append(f"| {one.text} | {_goal(one)} | {_with_unit(median(numbers), one)} | {spread} | {word} |")
        if not met and one.cause:
            causes.append(f"- {one.text}: {one.cause}")
    lines += ["", "Why a target is missed:", "", *causes] if causes else []
    return lines + (["", f"Targets not measured here: {'; '.join(unknown)}."] if unknown else [])


def table(found: Findings, asked: Table) -> list[str]:
    """One table: medians, with the spread where a value was measured more than once."""
    columns = [one for one in asked.columns if any(found.of(task, one.value) for _, task in asked.rows)]
    lines = []
    for called, task in asked.rows:
        if any(found.of(task, column.value) for column in columns):
            cells = (cell([column.factor * one for one in found.of(task, column.value)]) for column in columns)
            lines.append(f"| {called} | {' | '.join(cells)} |")
    if not lines:
        return []
    heads = " | ".join(column.heading for column in columns)
    return [f"**{asked.heading}**", "", f"| {asked.first} | {heads} |", "|---" * (len(columns) + 1) + "|", *lines]


def phases(found: Findings) -> list[str]:
    """The share of each phase of the day, where it is worth naming."""
    lines = []
    for task, values in found.numbers.items():
        shares = {name.removeprefix("share of "): median(numbers) for name, numbers in values.items()
                  if name.startswith("share of ") and "limit" not in name and "day" not in name}  # fmt: skip
        if shares:
            told = sorted(((share, name) for name, share in shares.items() if share >= 0.01), reverse=True)
            lines.append(f"| {task} | {', '.join(f'{name} {share:.0%}' for share, name in told)} |")
    return ["**Where the time goes**", "", "| task | share of each phase |", "|---|---|", *lines] if lines else []


def mechanisms(found: Findings) -> list[str]:
    """What each mechanism of the full model costs."""
    lines = []
    for task, values in found.numbers.items():
        if shares := values.get("share of a day's time"):
            each = values["with over without, per exposure"]
            lines.append(f"| {task.removeprefix('without ')} | {100 * median(shares):.0f} % | {cell(each)} |")
    head = "| mechanism, accounts | of a day's time | with over without, for each exposure |"
    return ["**What each mechanism costs in the full model**", "", head, "|---|---|---|", *lines] if lines else []


def cell(numbers: list[float]) -> str:
    """A median, with its spread if there is one."""
    if not numbers:
        return ""
    spread = f" ({figure(min(numbers))} to {figure(max(numbers))})" if len(numbers) > 1 else ""
    return figure(median(numbers)) + spread


def figure(number: float) -> str:
    """A number as people read it."""
    return f"{number:,.0f}" if abs(number) >= 1000 else f"{number:.3g}"


def _goal(target: Target) -> str:
    return f"{'≥' if target.at_least else '≤'} {figure(target.goal)} {target.unit}".strip()


def _with_unit(number: float, target: Target) -> str:
    return f"{figure(number)} {target.unit}".strip()


def machine() -> str:
    """The machine and the versions in one line, without anybody's name."""
    facts = Path("/proc/cpuinfo")
    names = [line.partition(":")[2].strip() for line in facts.read_text().splitlines() if line.startswith("model name")]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    libraries = ", ".join(f"{name} {number}" for name in LIBRARIES if (number := _version(name)))
    return f"{names[0]}, {len(names)} cores, {memory:.0f} GB; Python {platform.python_version()}, {libraries}."


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def save(folder: Path, found: Findings, text: str) -> None:
    """Every number, and the tables."""
    folder.mkdir(parents=True, exist_ok=True)
    found.write(folder / "latest.csv")
    (folder / "latest.md").write_text(f"{text}\n")

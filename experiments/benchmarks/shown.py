"""Shown: the measured numbers put into the READMEs, between marks, so that nobody copies them by hand."""

from __future__ import annotations

from pathlib import Path
from statistics import median

from experiments.benchmarks.findings import Findings
from experiments.benchmarks.summary import figure, machine
from experiments.benchmarks.targets import Numbers, ratio, value

HERE = Path(__file__).parent
FRONT, STUDY, REFERENCE = HERE.parents[1] / "README.md", HERE / "README.md", HERE / "reference.csv"
BEGIN, END = "<!-- measured -->", "<!-- end of measured -->"
FORTNIGHTS = tuple((size, f"W20 for a fortnight {size}") for size in ("1,000,000", "10,000,000"))
OBJECTS = "W20 as plain Mesa objects 100,000"
LINES: tuple[tuple[str, Numbers, str], ...] = (
    *(line for size, task in FORTNIGHTS for line in (
        (f"{size} accounts for two weeks of hourly ticks, two threads", value(task, "run_s"), "s"),
        ("&emsp; peak memory, graph included", value(task, "peak_mb", 1 / 1024), "GB"))),
    ("posts seen in a second by 1,000,000 accounts, two threads",
     value("W20 1,000,000", "exposures_per_s, two threads", 1e-6), "million"),
    ("the same work as plain Mesa objects, 100,000 accounts, one thread",
     value(OBJECTS, "engine over objects, one thread"), "times slower"),
    ("independent cascades by NDlib, 10,000 accounts",
     ratio("cascades 10,000", "cascades by NDlib 10,000", "cascades_per_s"), "times slower"),
    ("independent cascades by CyNetDiff, 1,000,000 accounts",
     ratio("cascades 1,000,000", "cascades by CyNetDiff 1,000,000", "cascades_per_s"), "times slower"),
    ("a follower graph of 1,000,000 accounts and 20 million follows", value("graph made 1,000,000", "wall"), "s"),
    ("fresh process to first tick", value("first tick, warm", "wall"), "s"),
)  # fmt: skip


def show(found: Findings, text: str) -> None:
    """Make these the numbers of reference: in the CSV beside the study, in its README, and on the front page."""
    found.write(REFERENCE)
    _put_between_marks(STUDY, text)
    _put_between_marks(FRONT, front(found))


def front(found: Findings) -> str:
    """The few numbers of the front page."""
    lines = [f"On {machine().split(';')[0]} (`make bench`):", "", "| what | measured |", "|---|---|"]
    for text, numbers, unit in LINES:
        if measured := numbers(found):
            lines.append(f"| {text} | {figure(median(measured))} {unit} |")
    return "\n".join(lines)


def _put_between_marks(page: Path, text: str) -> None:
    before, _, rest = page.read_text().partition(BEGIN)
    page.write_text(f"{before}{BEGIN}\n{text}\n{END}{rest.partition(END)[2]}")

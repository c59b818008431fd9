"""Benchmarks, interleaved in one run: `make bench`, or `python -m experiments.benchmarks [--quick]`."""

from __future__ import annotations

import argparse
from pathlib import Path

from experiments.benchmarks import summary
from experiments.benchmarks.tasks import FULL, QUICK, Task, carried_out

HERE = Path(__file__).parent
LATEST = HERE.parents[1] / "results/benchmarks"
BEGIN, END = "<!-- measured -->", "<!-- end of measured -->"


def main() -> None:
    """Measure, print the table, and save it."""
    parser = argparse.ArgumentParser(prog="python -m experiments.benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small sizes, two rounds: about a minute and a half")
    parser.add_argument("--rounds", type=int, help="how often everything is measured (5)")
    parser.add_argument("--reference", action="store_true", help="make these the numbers that the README shows")
    args = parser.parse_args()
    found = measured(QUICK if args.quick else FULL, args.rounds or (2 if args.quick else 5))
    text = summary.markdown(found)
    print(text)
    LATEST.mkdir(parents=True, exist_ok=True)
    summary.save(LATEST / "latest.csv", found)
    (LATEST / "latest.md").write_text(f"{text}\n")
    if args.reference:
        summary.save(HERE / "reference.csv", found)
        readme = HERE / "README.md"
        before, _, rest = readme.read_text().partition(BEGIN)
        readme.write_text(f"{before}{BEGIN}\n{text}\n{END}{rest.partition(END)[2]}")


def measured(tasks: tuple[Task, ...], rounds: int) -> summary.Found:
    """Every task once in each round, so that a noisy minute falls on all of them alike."""
    found: summary.Found = {}
    for turn in range(rounds):
        for task in tasks:
            if turn == 0 or task.every_round:
                print(f"round {turn + 1} of {rounds}: {task.name}", flush=True)
                for name, value in carried_out(task).items():
                    found.setdefault(task.name, {}).setdefault(name, []).append(value)
    return found


if __name__ == "__main__":
    main()

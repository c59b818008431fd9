"""Benchmarks, interleaved in one run: `make bench`, or `python -m experiments.benchmarks [--quick]`."""

from __future__ import annotations

import argparse
from pathlib import Path
from time import monotonic

from experiments.benchmarks import shown, summary
from experiments.benchmarks.findings import Findings
from experiments.benchmarks.tasks import FULL, QUICK, Missing, Task, carried_out

LATEST = Path(__file__).parents[2] / "results/benchmarks"


def main() -> None:
    """Measure, print the tables, and save them."""
    parser = argparse.ArgumentParser(prog="python -m experiments.benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small sizes, two rounds: under three minutes")
    parser.add_argument("--rounds", type=int, help="how often everything is measured (5; dear tasks less often)")
    parser.add_argument("--minutes", type=float, help="after which nothing new is begun (24, quick 3)")
    parser.add_argument("--only", default="", metavar="WORDS", help="only the tasks whose name holds these words")
    parser.add_argument(
        "--reference",
        action="store_true",
        help="make these the numbers that the READMEs show; with --only, keep the others",
    )
    parser.add_argument("--again", action="store_true", help="measure nothing: show what was last measured")
    args = parser.parse_args()
    tasks = tuple(task for task in (QUICK if args.quick else FULL) if args.only in task.name)
    if args.again:
        found = Findings.read(LATEST / "latest.csv")
    else:
        minutes = args.minutes or (3.0 if args.quick else 24.0)
        found = measured(tasks, args.rounds or (2 if args.quick else 5), 60.0 * minutes)
    print(text := summary.markdown(found))
    summary.save(LATEST, found, text)
    if args.reference:
        whole = found.before(Findings.read(shown.REFERENCE)) if args.only else found
        shown.show(whole, summary.markdown(whole))


def measured(tasks: tuple[Task, ...], rounds: int, seconds: float) -> Findings:
    """Every task in each of its rounds, in turn, so that a noisy minute falls on all; saved after each."""
    found, began = Findings(), monotonic()
    for turn in range(rounds):
        for task in (one for one in tasks if turn < one.rounds):
            if (passed := monotonic() - began) > seconds:
                if turn == 0:
                    found.missing[task.name] = f"no time left after {passed / 60.0:.0f} minutes"
                continue
            print(f"{passed:5.0f} s  round {turn + 1} of {rounds}: {task.name}", flush=True)
            try:
                found.add(task.name, carried_out(task))
            except Missing as reason:
                found.missing[task.name] = str(reason)
                print(f"         not measured: {reason}", flush=True)
            found.write(LATEST / "latest.csv")
    return found


if __name__ == "__main__":
    main()

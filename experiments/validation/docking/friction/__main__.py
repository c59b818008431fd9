"""Friction with learning, docked: `python -m experiments.validation.docking.friction [--quick] [--runs N]`."""

from __future__ import annotations

import argparse
import csv
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import mean, stdev

from experiments.validation.docking.friction.lessons import Outcome, run

HERE = Path(__file__).parent
BEGIN, END = "<!-- measured -->", "<!-- end of measured -->"
OFTEN = (0.01, 0.05, 0.1, 0.2, 0.4, 0.8, 0.95)
ALONE = tuple((often, 0.0) for often in (0.1, 0.2, 0.5))
HALF = tuple((often, 0.5) for often in (0.05, 0.2, 0.8))
CASES = ((0.0, 0.0), *ALONE, *HALF, *((often, 1.0) for often in OFTEN))
QUICK = ((0.0, 0.0), (0.2, 0.0), (0.2, 1.0), (0.95, 1.0))
GRAPHS = 5
Found = dict[tuple[float, float], list[Outcome]]


def main() -> None:
    """Run all cases, print the claims and the table, and put those of a full run into the README."""
    parser = argparse.ArgumentParser(prog="python -m experiments.validation.docking.friction", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="four cases, two runs, not saved")
    parser.add_argument("--runs", type=int, help="runs of each case, over five graphs (5)")
    parser.add_argument("--workers", type=int, default=2, help="processes")
    args = parser.parse_args()
    found = outcomes(QUICK if args.quick else CASES, args.runs or (2 if args.quick else 5), args.workers)
    print(text := f"{claims(found)}\n\n{markdown(found)}")
    if not args.quick:
        save(found)
        readme = HERE / "README.md"
        before, _, rest = readme.read_text().partition(BEGIN)
        readme.write_text(f"{before}{BEGIN}\n{text}\n{END}{rest.partition(END)[2]}")


def outcomes(cases: tuple[tuple[float, float], ...], runs: int, workers: int) -> Found:
    """Every case on every graph."""
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        asked = {case: [pool.submit(run, *case, turn % GRAPHS + 1, turn + 1) for turn in range(runs)] for case in cases}
        return {case: [job.result() for job in jobs] for case, jobs in asked.items()}


def quality(runs: list[Outcome]) -> tuple[float, float]:
    """Mean quality over the runs, and its standard error."""
    values = [outcome.quality for outcome in runs]
    return mean(values), stdev(values) / len(values) ** 0.5


def claims(found: Found) -> str:
    """The three claims of the original, each with what came of it."""
    base, error = quality(found[0.0, 0.0])
    alone = {f: quality(runs)[0] - base for (f, learning), runs in found.items() if f and not learning}
    best = {f: quality(runs)[0] - base for (f, learning), runs in found.items() if learning == 1.0}
    low, high = (max(best.items(), key=lambda one: one[1]), (max(best), best[max(best)]))
    flat = all(gain <= 3 * error for gain in alone.values())
    gains = {f: gain for f, gain in best.items() if 0.1 <= f <= 0.2}
    return "\n".join([
        f"- friction alone leaves quality flat or slightly down: {verdict(flat)} "
        f"(largest change {max(alone.values(), key=abs):+.4f}; without friction {base:.4f}, s.e. {error:.4f})",
        f"- friction of 0.1 to 0.2 with learning is clearly up: {verdict(min(gains.values()) > 0.03)} "
        f"({', '.join(f'{gain:+.3f} at {f:g}' for f, gain in gains.items())})",
        f"- too much is counterproductive: {verdict(high[1] < 0.5 * low[1])} "
        f"({low[1]:+.3f} at {low[0]:g}, the best of these; {high[1]:+.3f} at {high[0]:g})",
    ])  # fmt: skip


def verdict(holds: bool) -> str:
    """The word for it."""
    return "holds" if holds else "**fails**"


def markdown(found: Found) -> str:
    """The table."""
    lines = ["| friction | learning | quality on screens | s.e. | reshares, share of turns | steps, mean | runs |",
             "|---|---|---|---|---|---|---|"]  # fmt: skip
    for (friction, learning), runs in found.items():
        value, error = quality(runs)
        reshares, steps = mean(one.reshares for one in runs), mean(one.steps for one in runs)
        lines.append(f"| {friction:g} | {learning:g} | {value:.4f} | {error:.4f} | {reshares:.3f} | {steps:.0f} "
                     f"| {len(runs)} |")  # fmt: skip
    return "\n".join(lines)


def save(found: Found) -> None:
    """Every outcome, one a row."""
    with (HERE / "values.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["friction", "learning", "run", *Outcome._fields])
        writer.writerows(
            [*case, turn, *outcome] for case, runs in found.items() for turn, outcome in enumerate(runs, 1)
        )


if __name__ == "__main__":
    main()

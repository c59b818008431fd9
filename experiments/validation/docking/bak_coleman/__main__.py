"""Single and combined measures, docked: `python -m experiments.validation.docking.bak_coleman [--quick]`."""

from __future__ import annotations

import argparse
import csv
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from experiments.validation.docking.bak_coleman.arms import ARMS, QUICK
from experiments.validation.docking.bak_coleman.one import engagement
from experiments.validation.docking.bak_coleman.table import NONE, Found, markdown

HERE = Path(__file__).parent
BEGIN, END = "<!-- measured -->", "<!-- end of measured -->"


def main() -> None:
    """Live every future under every measure, print the table and the claims; those of a full run go to the README."""
    parser = argparse.ArgumentParser(prog="python -m experiments.validation.docking.bak_coleman", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="ten measures, three seeds, not saved")
    parser.add_argument("--seeds", type=int, help="futures (10)")
    parser.add_argument("--workers", type=int, default=2, help="processes")
    args = parser.parse_args()
    found = outcomes(QUICK if args.quick else tuple(ARMS), args.seeds or (3 if args.quick else 10), args.workers)
    print(text := markdown(found))
    if not args.quick:
        save(found)
        readme = HERE / "README.md"
        before, _, rest = readme.read_text().partition(BEGIN)
        readme.write_text(f"{before}{BEGIN}\n{text}\n{END}{rest.partition(END)[2]}")


def outcomes(arms: Sequence[str], seeds: int, workers: int) -> Found:
    """The engagement under every measure, and under none, in every future."""
    asked = {NONE: {}, **{name: ARMS[name].entries for name in arms}}
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        jobs = {
            name: [pool.submit(engagement, told, seed) for seed in range(1, seeds + 1)] for name, told in asked.items()
        }
        return {name: [job.result() for job in told] for name, told in jobs.items()}


def save(found: Found) -> None:
    """Every number of every future."""
    with (HERE / "values.csv").open("w", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(["measure", "seed", "engagement"])
        rows.writerows((name, seed, value) for name, values in found.items() for seed, value in enumerate(values, 1))


if __name__ == "__main__":
    main()

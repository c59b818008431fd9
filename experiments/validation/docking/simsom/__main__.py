"""Docking to SimSoM: `python -m experiments.validation.docking.simsom [--quick]` runs its sweeps on our engine."""

from __future__ import annotations

import argparse
import csv
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path

from experiments.validation.docking.simsom.one import Job, carry_out
from experiments.validation.docking.simsom.rows import rows, shuffled
from experiments.validation.docking.simsom.table import into_readme, markdown

VALUES = Path(__file__).parent / "values.csv"
HEAD = ("graph", "words", "seed", "people", "quality", "diversity", "seconds", "step")
QUICK = ("quality", "γ 0.01", "γ 0.1", "γ 0.01, θ 64", "γ 0.01, φ 1.0", "γ 0.1, hubs")
Values = dict[Job, dict[str, float]]


def main() -> None:
    """Run what has not been run yet, a seed after the other, then write the table."""
    args = read()
    asked = {graph: [row for row in told if not args.quick or row.what in QUICK]
             for graph, told in (("uneven", rows()), ("uniform", shuffled()))}  # fmt: skip
    known = {} if args.quick else stored()
    for seed in range(1, args.seeds + 1):
        jobs = [Job(graph, row.words, seed, args.people) for graph, told in asked.items() for row in told]
        run_missing(list(dict.fromkeys(jobs)), known, args.workers, save=not args.quick)
    text = markdown(asked, known, args.people)
    print(text)
    if not args.quick:
        into_readme(text)


def read() -> argparse.Namespace:
    """What was typed."""
    parser = argparse.ArgumentParser(prog="python -m experiments.validation.docking.simsom", description=__doc__)
    parser.add_argument("--seeds", type=int, help="runs of each row (10)")
    parser.add_argument("--people", type=int, help="accounts beside the bots (10,006)")
    parser.add_argument("--workers", type=int, default=2, help="processes")
    parser.add_argument("--quick", action="store_true", help="1,500 people, 2 seeds, six rows, nothing saved")
    args = parser.parse_args()
    usual = {"seeds": 2, "people": 1500} if args.quick else {"seeds": 10, "people": 10_006}
    for name, value in usual.items():
        if getattr(args, name) is None:
            setattr(args, name, value)
    return args


def stored() -> Values:
    """What earlier sittings have found."""
    if not VALUES.exists():
        return {}
    with VALUES.open(newline="") as file:
        lines = list(csv.DictReader(file))
    return {
        Job(line["graph"], tuple(line["words"].split()), int(line["seed"]), int(line["people"])): {
            name: float(line[name]) for name in HEAD[4:]
        }
        for line in lines
    }


def run_missing(jobs: list[Job], known: Values, workers: int, save: bool) -> None:
    """Run the jobs that nobody has run, and add them to what is known."""
    missing = [job for job in jobs if job not in known]
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        for done in as_completed([pool.submit(carry_out, job) for job in missing]):
            found = done.result()
            known[found.job] = {name: getattr(found, name) for name in HEAD[4:]}
            print(f"{found.job.graph} {' '.join(found.job.words) or 'no bots'}: {found.quality:.4f}", flush=True)
            if save:
                add(found.job, known[found.job])


def add(job: Job, values: dict[str, float]) -> None:
    """Append one run to the file of values."""
    fresh = not VALUES.exists()
    with VALUES.open("a", newline="") as file:
        write = csv.writer(file, lineterminator="\n")
        if fresh:
            write.writerow(HEAD)
        write.writerow(
            [job.graph, " ".join(job.words), job.seed, job.people, *(f"{one:.5f}" for one in values.values())]
        )


if __name__ == "__main__":
    main()

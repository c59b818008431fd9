"""Echo chambers, docked: `python -m experiments.validation.docking.echo_chambers [--quick] [--seeds N]`."""

from __future__ import annotations

import argparse
import csv
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import mean, median
from typing import NamedTuple

from experiments.validation.docking.echo_chambers.chamber import Outcome, run

HERE = Path(__file__).parent
BEGIN, END = "<!-- measured -->", "<!-- end of measured -->"
STRENGTHS = (0.1, 0.5)


class Case(NamedTuple):
    """What is asked: how much influence, how much unfollowing, and how others are found."""

    influence: float
    offence: float
    route: str = "random"
    most: int = 80_000  # visits


BOTH = tuple(Case(influence, offence) for influence in STRENGTHS for offence in STRENGTHS)
CONTROLS = (Case(0.5, 0.0, most=20_000), Case(0.0, 0.5, most=20_000))
ROUTES = (Case(0.5, 0.5, "reshared"), Case(0.5, 0.5, "recommended"))
QUICK = (Case(0.5, 0.5), Case(0.5, 0.1), *(case._replace(most=10_000) for case in CONTROLS))
Found = dict[Case, list[Outcome]]


def main() -> None:
    """Run all cases, print the table and the claims, and put those of a full run into the README."""
    parser = argparse.ArgumentParser(prog="python -m experiments.validation.docking.echo_chambers", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="four cases, two seeds, not saved")
    parser.add_argument("--seeds", type=int, help="runs of each case (5)")
    parser.add_argument("--workers", type=int, default=2, help="processes")
    args = parser.parse_args()
    cases = QUICK if args.quick else (*BOTH, *CONTROLS, *ROUTES)
    found = outcomes(cases, args.seeds or (2 if args.quick else 5), args.workers)
    print(text := f"{claims(found)}\n\n{markdown(found)}")
    if not args.quick:
        save(found)
        readme = HERE / "README.md"
        before, _, rest = readme.read_text().partition(BEGIN)
        readme.write_text(f"{before}{BEGIN}\n{text}\n{END}{rest.partition(END)[2]}")


def outcomes(cases: tuple[Case, ...], seeds: int, workers: int) -> Found:
    """Every case with every seed."""
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        asked = {case: [pool.submit(run, *case, seed) for seed in range(1, seeds + 1)] for case in cases}
        return {case: [job.result() for job in jobs] for case, jobs in asked.items()}


def claims(found: Found) -> str:
    """The claims of the original, each with what came of it."""
    both = {case: runs for case, runs in found.items() if case.influence and case.offence and case.route == "random"}
    alone = [outcome for case, runs in found.items() if case not in both and case.route == "random" for outcome in runs]
    ended = [outcome.segregated for runs in both.values() for outcome in runs]
    times = {(case.influence, case.offence): median(outcome.visits for outcome in runs) for case, runs in both.items()}
    more = [times[a] >= times[b] for a in times for b in times if a[0] <= b[0] and a[1] <= b[1] and a != b]
    return "\n".join([
        f"- with both, {sum(ended)} of {len(ended)} runs end in full segregation",
        f"- with one of them alone, {sum(outcome.segregated for outcome in alone)} of {len(alone)} do",
        f"- more of either is no slower in {sum(more)} of {len(more)} comparisons of medians",
    ])  # fmt: skip


def markdown(found: Found) -> str:
    """The table; the median counts runs that did not end with the visits that they were given."""
    head = ["| influence | unfollowing | followed instead | fully segregated | visits, median | same sign | clusters |",
            "|---|---|---|---|---|---|---|"]  # fmt: skip
    for case, runs in found.items():
        visits, ended = median(outcome.visits for outcome in runs), sum(outcome.segregated for outcome in runs)
        over = "over " if 2 * ended <= len(runs) else ""
        signs, clusters = mean(outcome.same_sign for outcome in runs), mean(outcome.clusters for outcome in runs)
        head.append(f"| {case.influence:g} | {case.offence:g} | {case.route} | {ended} of {len(runs)} "
                    f"| {over}{visits:,.0f} | {signs:.3f} | {clusters:.1f} |")  # fmt: skip
    return "\n".join(head)


def save(found: Found) -> None:
    """Every outcome, one a row."""
    with (HERE / "values.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*Case._fields, "seed", *Outcome._fields])
        writer.writerows(
            [*case, seed, *outcome] for case, runs in found.items() for seed, outcome in enumerate(runs, 1)
        )


if __name__ == "__main__":
    main()

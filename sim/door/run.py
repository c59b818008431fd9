"""parley run: run settings, tell what came out and what it took, and compare the responses."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from sim.compare import across_beliefs, check_comparison, compare
from sim.door import report
from sim.door.carry_out import asked, carry_out, tell_failures
from sim.door.dry import show_problems, show_runs
from sim.door.screen import Screen
from sim.door.telling import NOTHING_YET, Teller, telling
from sim.ground.problems import Problem, Problems
from sim.results import RunResult
from sim.run import RunFailures
from sim.settings import Settings

FEW = 3  # runs whose outcomes are shown one by one


def main(args: Namespace, screen: Screen) -> int:
    """Run what the words describe, or only say which runs these are."""
    if args.dry:
        return _dry(args, screen)
    if args.json:
        raise Problems([Problem("--json", "it goes with --dry", advice="parley compare --json FILE writes all.")])
    with telling(args.tell, **NOTHING_YET, words=args.words) as told:
        return _run(args, screen, told)


def _dry(args: Namespace, screen: Screen) -> int:
    try:
        return show_runs(_checked(args), screen, args.json)
    except Problems as problems:
        if not args.json:
            raise
        return show_problems(problems, screen)


def _checked(args: Namespace) -> list[Settings]:
    settings = asked(args.words, args)
    if len({one.response for one in settings}) > 1:
        check_comparison(settings, baseline=args.baseline, measure=args.measure, better=args.better)
    return settings


def _run(args: Namespace, screen: Screen, told: Teller) -> int:
    try:
        runs, seconds = carry_out(_checked(args), args, screen, told)
    except RunFailures as failures:
        told.failed(failures)
        tell_failures(failures, screen)
        return 1
    if len({one.response for one in runs}) > 1:
        told.facts["comparison"] = str(compare_and_save(screen, runs, args).absolute())
    elif len(runs) <= FEW:
        for one in runs:
            report.outcome(screen, one)
    report.effort(screen, runs, seconds)
    screen.show(f"Results: {runs[0].folder if len(runs) == 1 else runs[0].folder.parent}")
    return 0


def compare_and_save(screen: Screen, runs: Sequence[RunResult], args: Namespace) -> Path:
    """Show and save the comparison of the responses; gives the file of its facts."""
    found = compare(runs, baseline=args.baseline, measure=args.measure, better=args.better)
    report.comparison(screen, found, args.all)
    if args.beliefs:
        report.across(screen, across_beliefs(runs, baseline=args.baseline, measure=args.measure, better=args.better))
    table, facts = found.save(Path(runs[0].folder).parents[1])
    screen.show(f"Saved as {table} and {facts.suffix[1:]}.")
    return facts

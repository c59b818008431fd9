"""parley run: run settings, tell what came out and what it took, and compare the responses."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from sim.compare import across_beliefs, check_comparison, compare
from sim.door import report
from sim.door.carry_out import asked, carry_out, tell_failures
from sim.door.screen import Screen
from sim.results import RunResult
from sim.run import RunFailures

FEW = 3  # runs whose outcomes are shown one by one


def main(args: Namespace, screen: Screen) -> int:
    """Run what the words describe."""
    settings = asked(args.words, args)
    if len({one.response for one in settings}) > 1:
        check_comparison(settings, baseline=args.baseline, measure=args.measure, better=args.better)
    try:
        runs, seconds = carry_out(settings, args, screen)
    except RunFailures as failures:
        tell_failures(failures, screen)
        return 1
    if len({one.response for one in runs}) > 1:
        compare_and_save(screen, runs, args)
    elif len(runs) <= FEW:
        for one in runs:
            report.outcome(screen, one)
    report.effort(screen, runs, seconds)
    screen.show(f"Results: {runs[0].folder if len(runs) == 1 else runs[0].folder.parent}")
    return 0


def compare_and_save(screen: Screen, runs: Sequence[RunResult], args: Namespace) -> None:
    """Show and save the comparison of the responses."""
    found = compare(runs, baseline=args.baseline, measure=args.measure, better=args.better)
    report.comparison(screen, found, args.all)
    if args.beliefs:
        report.across(screen, across_beliefs(runs, baseline=args.baseline, measure=args.measure, better=args.better))
    table, facts = found.save(Path(runs[0].folder).parents[1])
    screen.show(f"Saved as {table} and {facts.suffix[1:]}.")

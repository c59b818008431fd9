"""parley compare: hold finished runs against each other, running first what is missing."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from sim.compare import across_beliefs, check_comparison, compare
from sim.door import report
from sim.door.carry_out import asked, carry_out, tell_failures, told_apart
from sim.door.screen import Screen
from sim.run import RunFailures


def main(args: Namespace, screen: Screen) -> int:
    """Compare the named runs and those that the settings describe."""
    settings, runs = told_apart(args)
    if settings:
        wanted = asked(settings, args)
        if not runs:  # with finished runs beside them, only those can tell
            check_comparison(wanted, by=args.by, baseline=args.baseline, measure=args.measure, better=args.better)
        try:
            made, seconds = carry_out(wanted, args, screen)
        except RunFailures as failures:
            tell_failures(failures, screen)
            return 1
        runs += made
        report.effort(screen, made, seconds)
    found = compare(runs, baseline=args.baseline, by=args.by, measure=args.measure, better=args.better)
    report.comparison(screen, found, args.all)
    if args.beliefs:
        report.across(screen, across_beliefs(runs, baseline=args.baseline, measure=args.measure, better=args.better))
    for file, text in ((args.csv, found.csv()), (args.json, found.json())):
        if file:
            Path(file).write_text(text)
            screen.show(f"Written: {file}")
    return 0

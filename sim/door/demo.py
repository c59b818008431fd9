"""parley demo: one rumour, four answers, the same futures for each, and what a planner sees of it."""

from __future__ import annotations

from argparse import Namespace

from sim.door import report
from sim.door.carry_out import asked, carry_out, tell_failures
from sim.door.run import compare_and_save
from sim.door.screen import Screen
from sim.run import RunFailures
from sim.settings import Settings

SCENARIO = "embassy_rumour"
RESPONSES = ("none", "late_statement", "fast_statement", "fast_with_partners")


def main(args: Namespace, screen: Screen) -> int:
    """Run the answers, compare them, and say what to try next."""
    answers, seeds = ",".join(RESPONSES), ",".join(str(seed) for seed in range(1, args.seeds + 1))
    words = [f"scenario={SCENARIO}", f"response={answers}", f"seed={seeds}"]
    words += [f"population.accounts={args.accounts}"] if args.accounts else []
    settings = asked(words, args)
    _introduce(screen, settings)
    try:
        runs, seconds = carry_out(settings, args, screen)
    except RunFailures as failures:
        tell_failures(failures, screen)
        return 1
    compare_and_save(screen, runs, args)
    report.effort(screen, runs, seconds)
    _what_next(screen, len(runs[0].manifest["assumed"]))
    return 0


def _introduce(screen: Screen, settings: list[Settings]) -> None:
    scenario = settings[0].scenario
    screen.show(f"\n{scenario.label.en}\n{scenario.question.en}\n")
    for plan in dict.fromkeys(one.plan.label.en for one in settings):
        screen.show(f"  • {plan}")
    futures = len(settings) // len(RESPONSES)
    screen.show(
        f"\nEach answer meets the same {futures} futures of {settings[0].accounts:,} people and "
        f"{settings[0].horizon_hours / 24:g} days, so that only the answers differ.\n"
    )


def _what_next(screen: Screen, assumed: int) -> None:
    screen.show(f"\n{assumed} of the inputs are assumed, not measured; every run's manifest.json lists them.")
    screen.show("\nTry next:")
    for command in (
        f"parley run scenario={SCENARIO} response=none,debunk,label,prebunk seed=1,2,3",
        f"parley run scenario={SCENARIO} response=none,fast_statement seed=1,2,3 --beliefs all",
        "parley serve",
        f"parley check {SCENARIO}",
        "parley list",
    ):
        screen.show(f"  {command}")

"""Carry out: compose what was typed into settings, run them with progress, and tell who failed."""

from __future__ import annotations

import dataclasses
from argparse import Namespace
from time import perf_counter

from sim.door.bars import watch
from sim.door.screen import Screen
from sim.door.telling import Teller
from sim.results import RunResult, find_run
from sim.run import RunFailures, run, run_many
from sim.settings import Settings


def asked(words: list[str], args: Namespace) -> list[Settings]:
    """The settings that overrides describe, with the options of execution put in."""
    from sim import catalogue
    from sim.compose import compose

    rules = [f"belief={','.join(catalogue.names('beliefs'))}"] if args.beliefs else []
    settings = compose([*words, *rules], args.config_dir)
    return [with_options(one, args) for one in settings]


def told_apart(args: Namespace) -> tuple[list[str], list[RunResult]]:
    """The settings among the words that were typed, and the finished runs that the others name."""
    settings = [word for word in args.words if "=" in word or word.startswith("~")]
    return settings, [find_run(word, args.results or "results") for word in args.words if word not in settings]


def with_options(settings: Settings, args: Namespace) -> Settings:
    """Settings with the folder of results and the threads that were asked for."""
    told = {"results": args.results, "threads": args.threads}
    execution = dataclasses.replace(
        settings.execution, **{name: value for name, value in told.items() if value is not None}
    )
    return dataclasses.replace(settings, execution=execution)


def carry_out(
    settings: list[Settings], args: Namespace, screen: Screen, told: Teller | None = None
) -> tuple[list[RunResult], float]:
    """All runs, in the order of the settings, and the seconds it took; somebody may be told on the way."""
    began = perf_counter()
    _announce_compiling(screen)
    with watch(screen, len(settings)) as shown:
        progress = told.follow(settings, shown) if told else shown
        if len(settings) == 1:
            runs = [run(settings[0], fresh=args.fresh, progress=progress)]
        else:
            runs = run_many(settings, workers=args.workers, fresh=args.fresh, progress=progress)
    return runs, perf_counter() - began


def tell_failures(failures: RunFailures, screen: Screen) -> None:
    """Say which runs failed and why, each reason once."""
    by_reason: dict[str, list[str]] = {}
    for failure in failures.failures:
        details = f" (whole story in {failure.details})" if failure.details else ""
        by_reason.setdefault(failure.reason + details, []).append(failure.run)
    for reason, runs in by_reason.items():
        screen.say(f"Failed: {'; '.join(runs)}: {reason}")
    screen.say(f"{len(failures.finished)} other runs are stored; the same command runs only what is missing.")


def _announce_compiling(screen: Screen) -> None:
    from sim.ground.rules import kernel_cache

    if not any(kernel_cache().glob("**/*.nbc")):
        screen.say("Compiling the kernels: once for this version, it takes up to a minute.")

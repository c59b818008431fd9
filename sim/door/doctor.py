"""parley doctor: whether the installation is sound, or with --levers whether every lever does what it says."""

from __future__ import annotations

import dataclasses
import json
import math
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter

from rich import box
from rich.table import Table

from sim.doctor import Finding, Lever, Order, chosen, examine
from sim.doctor.installation import installation
from sim.doctor.verdicts import SOUND
from sim.door.bars import watch
from sim.door.screen import Screen
from sim.ground.problems import Problem, raise_if_any

FEWEST = 60  # accounts in which the whole cast of the small world finds followers


def main(args: Namespace, screen: Screen) -> int:
    """Look, tell, and leave with 0 if all is sound and 1 if not."""
    return _installation(args, screen) if args.levers is None else _levers(args, screen)


def _hindrances(args: Namespace, levers: Sequence[Lever]) -> Iterator[Problem]:
    """What would come to nothing, told before the work rather than after it."""
    if not levers:
        yield Problem("--shelf", f'no lever of these names stands on the shelf "{args.shelf}"')
    if args.accounts < FEWEST:
        yield Problem("--accounts", f"{args.accounts} are too few", advice=f"Use at least {FEWEST}.")
    if args.json and not Path(args.json).resolve().parent.is_dir():
        yield Problem("--json", f'no folder "{Path(args.json).parent}"')


def _installation(args: Namespace, screen: Screen) -> int:
    raise_if_any(Problem(f"--{word}", "it goes with --levers")
                 for word in ("shelf", "sample", "json") if getattr(args, word))  # fmt: skip
    screen.say("Looking at the installation; where kernels are not compiled yet it takes up to a minute.")
    checks = installation(args.results or "results")
    for check in checks:
        screen.show(f"{'ok' if check.fine else '!!'}  {check.what:<22} {check.found}")
        if not check.fine:
            screen.show(f"{'':<26} {check.advice}")
    bad = sum(not check.fine for check in checks)
    screen.show(f"\n{bad} of {len(checks)} want mending." if bad else f"\nAll {len(checks)} are as they should be.")
    return 1 if bad else 0


def _levers(args: Namespace, screen: Screen) -> int:
    levers = chosen(args.levers, args.shelf, args.sample, args.seed)
    raise_if_any(_hindrances(args, levers))
    order = Order(args.seeds, args.accounts, min(args.workers, len(levers)), args.seed)
    began = perf_counter()
    with watch(screen, len(levers)) as progress:
        findings = examine(levers, order, lambda finding: progress.at(finding.name, 1, 1))
    tell(screen, findings)
    screen.show(f"{len(findings)} levers in {perf_counter() - began:.0f} s: {counted(findings)}.")
    if args.json:
        Path(args.json).write_text(as_json(order, findings), "utf-8")
        screen.show(f"Written: {args.json}")
    return 0 if all(finding.verdict == SOUND for finding in findings) else 1


def tell(screen: Screen, findings: Sequence[Finding]) -> None:
    """The table of all levers, then what to do about each that is not sound."""
    table = Table(box=box.MARKDOWN if screen.plain else box.ROUNDED)
    for heading in ("Lever", "Verdict", "Outcome", "Effect", "Noise", "Tried"):
        table.add_column(heading, justify="right" if heading in ("Effect", "Noise") else "left")
    for one in findings:
        style = None if one.verdict == SOUND else "bold red"
        table.add_row(one.name, one.verdict, one.outcome, _figure(one.effect, "+"), _figure(one.noise, ""),
                      " · ".join(one.tried), style=style)  # fmt: skip
    screen.show(table)
    for one in findings:
        if one.verdict != SOUND:
            declared = f", declared {one.declared}" if one.declared else ""
            detail = f"{one.detail.rstrip('.')}. " if one.detail else ""
            screen.show(f"{one.name}: {one.verdict}{declared}. {detail}{one.advice}")
    screen.show()


def counted(findings: Sequence[Finding]) -> str:
    """How many levers got each verdict, in words."""
    counts = Counter(finding.verdict for finding in findings)
    return ", ".join(f"{count} {verdict}" for verdict, count in counts.most_common())


def as_json(order: Order, findings: Sequence[Finding]) -> str:
    """Everything that was found, for a program; what is not a number is null."""
    rows = [{name: _plain(value) for name, value in dataclasses.asdict(one).items()} | {"advice": one.advice}
            for one in findings]  # fmt: skip
    return json.dumps({"order": dataclasses.asdict(order), "levers": rows}, indent=1) + "\n"


def _plain(value: object) -> object:
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _figure(number: float, sign: str) -> str:
    return f"{number:{sign}.3g}" if math.isfinite(number) else ""

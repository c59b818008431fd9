"""parley brief: the one page that a decision needs, as HTML or PDF, in English or French, with its data as zip."""

from __future__ import annotations

import shlex
from argparse import Namespace
from pathlib import Path

from sim.brief import Asked, brief_html, brief_pdf, data_zip, written
from sim.compare import compare
from sim.door.carry_out import asked, carry_out, tell_failures, told_apart
from sim.door.screen import Screen
from sim.i18n import words
from sim.run import RunFailures


def main(args: Namespace, screen: Screen) -> int:
    """Write the brief of the named runs and of those that the settings describe, running first what is missing."""
    settings, runs = told_apart(args)
    if settings:
        try:
            runs += carry_out(asked(settings, args), args, screen)[0]
        except RunFailures as failures:
            tell_failures(failures, screen)
            return 1
    found = compare(runs, baseline=args.baseline, by=args.by, measure=args.measure)
    wanted = Asked(args.arm, args.threshold, _as_typed(args) if len(settings) == len(args.words) else "")
    if not (args.html or args.pdf or args.zip):
        args.html = f"{found.paired.of(found.baseline)[0].scenario}.{args.lang}.html"
    if args.html:
        Path(args.html).write_text(brief_html(found, args.lang, wanted), encoding="utf-8")
    if args.pdf:
        Path(args.pdf).write_bytes(brief_pdf(found, args.lang, wanted))
    if args.zip:
        Path(args.zip).write_bytes(data_zip(found))
    for file in filter(None, (args.html, args.pdf, args.zip)):
        screen.show(words(args.lang)("brief-written", file=file))
    screen.show(written(found, args.lang, wanted).advice)
    return 0


def _as_typed(args: Namespace) -> str:
    """The command line again, without the files that it was to write."""
    told = {"--baseline": args.baseline, "--by": args.by if args.by != "response" else "", "--measure": args.measure,
            "--arm": args.arm, "--threshold": "" if args.threshold is None else str(args.threshold),
            "--beliefs": args.beliefs or "", "--lang": args.lang}  # fmt: skip
    options = [word for name, value in told.items() if value for word in (name, value)]
    return shlex.join(["parley", "brief", *args.words, *options])

"""Dry: which runs a question asks for, and which of them are answered already; nothing is simulated."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sim.door.screen import Screen
from sim.ground.problems import Problems
from sim.run import Logged
from sim.run.job import Job
from sim.run.one import on_disk
from sim.scenario import plain
from sim.settings import Settings
from sim.state.graph_store import PAGE

HEADS = ("id", "response", "seed", "belief", "stored", "accounts", "ticks")


def show_runs(settings: Sequence[Settings], screen: Screen, as_json: bool) -> int:
    """Show the runs, one line each or as JSON."""
    runs = [facts(one) for one in settings]
    if as_json:
        _show_json(screen, runs, [])
        return 0
    rows = [HEADS, *(tuple(_word(run[head]) for head in HEADS) for run in runs)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADS))]
    for row in rows:
        screen.show("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    stored = sum(run["stored"] for run in runs)
    screen.show(f"{len(runs)} run{'s' if len(runs) > 1 else ''}, {stored} of them stored.")
    return 0


def show_problems(problems: Problems, screen: Screen) -> int:
    """Show as JSON what is wrong with the question."""
    _show_json(screen, [], [str(one) for one in problems.problems])
    return 2


def facts(settings: Settings) -> dict[str, Any]:
    """A run that is asked for, as plain data."""
    job = Job.asking(settings, None)
    hours = settings.burn_in_hours, settings.horizon_hours
    return {
        "id": job.id,
        "run": job.name,
        "scenario": settings.scenario.name,
        "response": settings.response,
        "response_labels": plain(settings.plan.label),
        "seed": settings.seed,
        "belief": settings.belief.name,
        "stored": on_disk(job, Logged()) is not None,
        "accounts": _accounts(settings),
        "ticks": sum(round(span * 60.0 / settings.time.minutes) for span in hours),
    }


def _accounts(settings: Settings) -> int | None:
    """How many ordinary accounts; of a graph file that was not imported yet, nobody knows."""
    if not settings.graph.file:
        return settings.accounts
    page = Path(settings.graph.file) / PAGE
    return int(json.loads(page.read_text("utf-8"))["report"]["accounts"]) if page.exists() else None


def _show_json(screen: Screen, runs: list[dict[str, Any]], problems: list[str]) -> None:
    screen.show(json.dumps({"runs": runs, "problems": problems}, ensure_ascii=False, indent=1))


def _word(value: Any) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else "?" if value is None else str(value)

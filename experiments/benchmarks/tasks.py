"""Tasks: everything that is measured, in which rounds, and how one is carried out in a process of its own."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from experiments.benchmarks import (
    app,
    cascades,
    engine,
    ensembles,
    graphs,
    limit,
    mechanisms,
    own,
    plain,
    saving,
    starting,
    w20,
)
from experiments.benchmarks.timing import Values

PATIENCE = 900.0  # seconds after which a task is given up
MEASURES: dict[str, Callable[[int], Values]] = {
    "memory": limit.measure,
    "W20": w20.measure,
    "W20 through Mesa": w20.measure_face,
    "W20 for a fortnight": w20.measure_fortnight,
    "W20 as plain Mesa objects": plain.measure,
    "full model": engine.measure,
    "full model beside W20": engine.measure_beside_w20,
    "cascades": cascades.measure,
    "cascades by CyNetDiff": cascades.measure_cynetdiff,
    "cascades by NDlib": cascades.measure_ndlib,
    "graph made": graphs.make,
    "graph made by networkx": graphs.make_networkx,
    "graph grown by networkx": graphs.make_networkx_ties,
    "graph read": graphs.read,
    "graph read by networkx": graphs.read_networkx,
    "world built": graphs.build,
    "help": starting.help_shown,
    "first tick, warm": starting.first_tick_warm,
    "first tick, cold": starting.first_tick_cold,
    "checkpoint": saving.checkpoint,
    "six runs": ensembles.measure,
    "first page of the app": app.first_page,
    "next page of the app": app.next_page,
    "comparison in the app, seeds": app.comparison,
    "folder in the app, runs": app.folder,
    **own.MEASURES,
    **mechanisms.MEASURES,
}


class Task(NamedTuple):
    """One measurement at one size, in so many of the rounds at most, with so many threads at hand."""

    measure: str
    size: int = 0
    rounds: int = 9
    threads: int = 1

    @property
    def name(self) -> str:
        """How the tables call it."""
        return f"{self.measure} {self.size:,}" if self.size else self.measure


QUICK = (
    Task("memory", 64),
    Task("W20", 1_000, threads=2),
    Task("W20", 10_000, threads=2),
    Task("W20 through Mesa", 10_000),
    Task("W20 as plain Mesa objects", 1_000, threads=2),
    Task("full model", 1_000),
    Task("full model beside W20", 10_000),
    Task("cascades", 10_000),
    Task("cascades by CyNetDiff", 10_000),
    Task("cascades by NDlib", 10_000, rounds=1),
    Task("graph made", 10_000),
    Task("graph made by networkx", 10_000),
    Task("graph grown by networkx", 10_000),
    Task("graph read", 100_000),
    Task("graph read by networkx", 100_000),
    Task("help"),
    Task("first tick, warm"),
    Task("checkpoint", 10_000),
    Task("first page of the app", rounds=1),
    Task("next page of the app", rounds=1),
)
FULL = (
    *QUICK,
    Task("memory", 1024, rounds=2),
    Task("W20", 100_000, threads=2),
    Task("W20 through Mesa", 100_000),
    Task("W20", 1_000_000, rounds=3, threads=2),
    Task("full model beside W20", 100_000, rounds=3),
    Task("full model", 100_000, rounds=2),
    Task("cascades", 1_000_000, rounds=3),
    Task("cascades by CyNetDiff", 1_000_000, rounds=3),
    Task("graph made", 1_000_000, rounds=3, threads=2),
    Task("world built", 1_000_000, rounds=2, threads=2),
    Task("graph read", 10_000_000, rounds=2, threads=2),
    Task("six runs", 10_000, rounds=2),
    Task("comparison in the app, seeds", 20, rounds=1),
    Task("folder in the app, runs", 5_000, rounds=1),
    Task("first tick, cold", rounds=2),
    Task("checkpoint", 100_000, rounds=3),
    Task("W20 as plain Mesa objects", 10_000, rounds=3, threads=2),
    Task("W20 as plain Mesa objects", 100_000, rounds=1, threads=2),
    Task("full model", 10_000, rounds=2),
    Task("full model", 1_000_000, rounds=1),
    Task("W20 for a fortnight", 1_000_000, rounds=2, threads=2),
    Task("W20 for a fortnight", 10_000_000, rounds=1, threads=2),
    *(Task(name, 100_000, rounds=1) for name in mechanisms.MEASURES),
    *(Task(name, 10_000, rounds=2) for name in own.RULED),
    Task("own kind with steps", 1_000, rounds=2),
)


class Missing(Exception):
    """A task that was not carried out, and why."""


def carried_out(task: Task) -> Values:
    """Measure in a fresh process; what other processes of the machine took meanwhile is measured too."""
    command = [sys.executable, "-m", "experiments.benchmarks.tasks", task.measure, str(task.size)]
    room = os.environ | {"NUMBA_NUM_THREADS": str(task.threads)}  # one: then seconds mean the same for all
    busy, began = _busy(), perf_counter()
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=room, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        raise Missing(f"not done after {PATIENCE:.0f} s") from None
    if done.returncode:
        lines = done.stderr.strip().splitlines() or [f"ended with code {done.returncode}"]
        raise Missing(lines[-1])
    found: Values = json.loads(done.stdout.splitlines()[-1])
    others = (_busy() - busy - found.pop("own")) / (perf_counter() - began)
    return found | {"others": max(0.0, others), "took_s": perf_counter() - began}


def _busy() -> float:
    """CPU seconds that all processes together have used since the machine started."""
    first = Path("/proc/stat").read_text().partition("\n")[0]
    user, nice, system = (int(word) for word in first.split()[1:4])
    return (user + nice + system) / os.sysconf("SC_CLK_TCK")


def _own(who: int) -> float:
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    values = MEASURES[sys.argv[1]](int(sys.argv[2]))
    values.setdefault("peak_mb", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    values["own"] = _own(resource.RUSAGE_SELF) + _own(resource.RUSAGE_CHILDREN)
    print(json.dumps(values))

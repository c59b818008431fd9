"""Tasks: everything that is measured; each runs in a fresh process, so that memory and luck are its own."""

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

from experiments.benchmarks import engine, graphs, plain, saving, starting

MEASURES: dict[str, Callable[[int], dict[str, float]]] = {
    "engine": engine.measure,
    "basic rules": engine.measure_basic,
    "plain Mesa objects": plain.measure,
    "graph made": graphs.make,
    "graph made by networkx": graphs.make_networkx,
    "graph read": graphs.read,
    "graph read by networkx": graphs.read_networkx,
    "help": starting.help_shown,
    "first tick, warm": starting.first_tick_warm,
    "first tick, cold": starting.first_tick_cold,
    "checkpoint": saving.checkpoint,
}


class Task(NamedTuple):
    """One measurement at one size; the dear ones are not repeated in every round."""

    measure: str
    size: int
    every_round: bool = True

    @property
    def name(self) -> str:
        """How the tables call it."""
        return f"{self.measure} {self.size:,}" if self.size else self.measure


QUICK = (
    Task("engine", 1_000),
    Task("engine", 10_000),
    Task("basic rules", 1_000),
    Task("plain Mesa objects", 1_000),
    Task("graph made", 10_000),
    Task("graph made by networkx", 10_000),
    Task("graph read", 100_000),
    Task("graph read by networkx", 100_000),
    Task("help", 0),
    Task("first tick, warm", 0),
    Task("checkpoint", 10_000),
)
FULL = (
    *QUICK,
    Task("engine", 100_000),
    Task("basic rules", 10_000),
    Task("plain Mesa objects", 10_000),
    Task("graph made", 100_000),
    Task("graph read", 1_000_000),
    Task("checkpoint", 100_000),
    Task("first tick, cold", 0, every_round=False),
)


def carried_out(task: Task) -> dict[str, float]:
    """Measure in a fresh process; what other processes of the machine took meanwhile is measured too."""
    command = [sys.executable, "-m", "experiments.benchmarks.tasks", task.measure, str(task.size)]
    alone = os.environ | {"NUMBA_NUM_THREADS": "1"}  # one thread each: CPU seconds mean the same for all
    busy, began = _busy(), perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=alone)
    if done.returncode:
        raise RuntimeError(f"{task.name}:\n{done.stderr}")
    found: dict[str, float] = json.loads(done.stdout)
    others = (_busy() - busy - found.pop("own")) / (perf_counter() - began)
    return found | {"others": max(0.0, others)}


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
    values["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    values["own"] = _own(resource.RUSAGE_SELF) + _own(resource.RUSAGE_CHILDREN)
    json.dump(values, sys.stdout)

"""Ensembles: many runs in two processes against the same runs one after another."""

from __future__ import annotations

import tempfile
from time import perf_counter

from experiments.benchmarks.engine import settings_of
from sim import run_many

RUNS = 6


def measure(accounts: int) -> dict[str, float]:
    """Seconds of the clock for the same six runs with one worker and with two, their start included."""
    _seconds(500, 2)  # every kernel is compiled by then
    return {"speed-up": (alone := _seconds(accounts, 1)) / (both := _seconds(accounts, 2)), "serial_s": alone,
            "runs a minute": 60.0 * RUNS / both}  # fmt: skip


def _seconds(accounts: int, workers: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        asked = [settings_of(accounts, f"execution.results='{folder}'", f"seed={seed}") for seed in range(1, RUNS + 1)]
        began = perf_counter()
        run_many(asked, workers=workers)
        return perf_counter() - began

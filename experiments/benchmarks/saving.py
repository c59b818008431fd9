"""Saving: what one checkpoint costs, measured by a run that writes one after every tick."""

from __future__ import annotations

import tempfile

from experiments.benchmarks.engine import settings_of
from sim import run


def checkpoint(accounts: int) -> dict[str, float]:
    """Wall milliseconds of one checkpoint, from taking the state to the renamed folder."""
    with tempfile.TemporaryDirectory() as folder:
        often = ("time.days=0.1", "execution.checkpoint_seconds=0.000001", f"execution.results='{folder}'")
        manifest = run(settings_of(accounts, *often)).manifest
    return {"ms": 1000 * manifest["times"]["checkpoint"] / manifest["ticks"]}

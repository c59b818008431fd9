"""Starting: how long a newcomer waits: help, the first tick of a fresh process, the first one ever."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from time import perf_counter

FIRST_TICK = "from sim import Model, compose; Model(compose(['population.accounts=1000'])[0]).step()"


def help_shown(_: int) -> dict[str, float]:
    """`parley --help`, from typing to the last line."""
    return _timed([sys.executable, "-m", "sim", "--help"], {})


def first_tick_warm(_: int) -> dict[str, float]:
    """A fresh process up to its first tick, with kernels compiled before."""
    return _timed([sys.executable, "-c", FIRST_TICK], {})


def first_tick_cold(_: int) -> dict[str, float]:
    """The same with no compiled kernel anywhere."""
    with tempfile.TemporaryDirectory() as empty:
        return _timed([sys.executable, "-c", FIRST_TICK], {"NUMBA_CACHE_DIR": empty})


def _timed(command: list[str], environment: dict[str, str]) -> dict[str, float]:
    spent, began = _children(), perf_counter()
    subprocess.run(command, env=os.environ | environment, check=True, stdout=subprocess.DEVNULL)
    return {"cpu": _children() - spent, "wall": perf_counter() - began}


def _children() -> float:
    times = os.times()
    return times.children_user + times.children_system

"""Aside: while this process compiles its first kernels, another one compiles others, into the same cache.

numba compiles one kernel at a time, however many threads ask for it; only a second process makes use of a second core.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from sim.ground.rules import SLOW, kernel_cache


@contextmanager
def aside(module: str, told: object) -> Iterator[None]:
    """Where nothing was ever compiled, let a process run `module`, which reads what it is told; wait for it at the end.

    It is asked for once in the life of a cache, never on a single core, and whatever stops it costs only time.
    """
    hand = _hired(module, pickle.dumps(told)) if not SLOW and _cores() > 1 and _first_here() else None
    try:
        yield
    except BaseException:
        if hand is not None:
            hand.kill()
        raise
    finally:
        if hand is not None:
            hand.wait()


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _first_here() -> bool:
    place = kernel_cache()
    try:
        if (place / "aside").exists() or any(place.glob("**/*.nbc")):
            return False
        (place / "aside").mkdir(parents=True)  # only one process can, and only once: so nobody is asked twice
    except OSError:
        return False
    return True


def _hired(module: str, told: bytes) -> subprocess.Popen[bytes] | None:
    quiet = subprocess.DEVNULL
    try:
        hand = subprocess.Popen([sys.executable, "-m", module], stdin=subprocess.PIPE, stdout=quiet, stderr=quiet)
    except OSError:
        return None
    assert hand.stdin is not None
    with suppress(BrokenPipeError), hand.stdin as line:  # it may be gone already
        line.write(told)
    return hand

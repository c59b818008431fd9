"""Limit: what the machine itself allows, random gathers and copies, since the engine waits for memory."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from time import perf_counter
from typing import Any

import numpy as np

REACHES = 4_000_000  # random accesses in one sample: tens of milliseconds
AHEAD = 32  # how many accesses ahead the processor is told of
ACCESSES = (16, 1)  # random accesses of a visit (an inbox and its 15 posts) and of a delivery
LINE = 64  # bytes of an account's inbox
COPIED = 512  # MB


def measure(megabytes: int) -> dict[str, float]:
    """Nanoseconds of a random gather in so many MB, plain and with look-ahead, on one thread and on two; copying."""
    found = {}
    for threads, words in ((1, "one thread"), (2, "two threads")):
        found[f"plain, {words}"] = _gather(_table(megabytes), threads, 0)
        found[f"look-ahead, {words}"] = _gather(_table(megabytes), threads, AHEAD)
        found[f"copy GB/s, {words}"] = _copy(threads)
    return found


def nanoseconds(accounts: int, threads: int) -> float:
    """The best a random gather does on a table as big as the inboxes of so many accounts."""
    table = _table(matching(accounts))
    return min(_gather(table, threads, ahead) for ahead in (0, AHEAD))


def share(work: dict[str, int], seconds: float, nanoseconds: float) -> float:
    """Time that the random accesses of some work would take at the limit, over the time that it took."""
    reached = ACCESSES[0] * work["visits"] + ACCESSES[1] * work["deliveries"]
    return 1e-9 * nanoseconds * reached / seconds


def matching(accounts: int) -> int:
    """MB, a power of two, that hold as many lines as there are accounts."""
    return 1 << max(0, accounts * LINE // 1_000_000 - 1).bit_length()


@cache
def _table(megabytes: int) -> Any:
    return np.ones(megabytes << 18, np.int32)


def _gather(table: Any, threads: int, ahead: int) -> float:
    """Nanoseconds of one access, the best of three samples; with two threads each reaches for half."""
    reach = _kernel()
    reach(table, 0, 64, ahead)
    share = REACHES // threads
    jobs = [lambda part=part: reach(table, part * share, (part + 1) * share, ahead) for part in range(threads)]
    return 1e9 * min(_together(jobs) for _ in range(3)) / REACHES


def _copy(threads: int) -> float:
    """Gigabytes read and written in a second by a sequential copy, the best of three."""
    source = np.ones(COPIED << 18, np.int32)
    target = np.zeros_like(source)
    target[:] = 1
    half = len(source) // threads
    parts = [slice(part * half, (part + 1) * half) for part in range(threads)]
    jobs = [lambda part=part: np.copyto(target[part], source[part]) for part in parts]
    return 2e-9 * source.nbytes / min(_together(jobs) for _ in range(3))


def _together(jobs: list[Callable[[], Any]]) -> float:
    with ThreadPoolExecutor(len(jobs)) as threads:
        list(threads.map(lambda _: None, jobs))  # the threads are there before the clock starts
        began = perf_counter()
        list(threads.map(lambda job: job(), jobs))
        return perf_counter() - began


@cache
def _kernel() -> Any:
    """The compiled loop of `gather`; loaded late, so that the engine has chosen its folder of kernels by then."""
    from experiments.benchmarks.gather import gather

    return gather

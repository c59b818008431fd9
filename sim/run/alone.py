"""Alone: only one process at a time works on a run; the next waits, says so, and then finds the answer."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sim.run.progress import Progress


@contextmanager
def alone(place: Path, progress: Progress) -> Iterator[None]:
    """Hold the lock of a run; the system frees it when a process dies, however it dies."""
    file = place.with_name(f"{place.name}.lock")
    handle = _locked(file, progress)
    while not _is(file, handle):  # whoever held it has removed the file: its lock is not that of the next
        os.close(handle)
        handle = _locked(file, progress)
    try:
        yield
    finally:
        file.unlink(missing_ok=True)
        os.close(handle)


def _locked(file: Path, progress: Progress) -> int:
    handle = os.open(file, os.O_CREAT | os.O_RDWR)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        progress.say(f"Another process is at run {file.stem}; waiting for it.")
        fcntl.flock(handle, fcntl.LOCK_EX)
    return handle


def _is(file: Path, handle: int) -> bool:
    try:
        there = file.stat()
    except FileNotFoundError:
        return False
    return os.path.samestat(there, os.fstat(handle))

"""Files that are whole or not there: written through to the disk and sealed with a hash."""

from __future__ import annotations

import errno
import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sim.ground.problems import Problem, Problems

NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def put(file: Path, content: bytes) -> str:
    """Write a file through to the disk; returns its sha256."""
    with file.open("wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    return hashlib.sha256(content).hexdigest()


def settle(folder: Path) -> None:
    """Make the names in a folder survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sha256_of(file: Path) -> str:
    """The sha256 of a file on disk."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def sealed(facts: dict[str, Any], indent: int | None = 1) -> bytes:
    """Facts as JSON with a hash of themselves, so that a changed or cut file is noticed."""
    return json.dumps(facts | {"seal": _seal(facts)}, indent=indent).encode()


def unsealed(file: Path) -> dict[str, Any]:
    """Read what `sealed` wrote; raises ValueError when it is not whole."""
    facts = json.loads(file.read_bytes())
    if not isinstance(facts, dict) or facts.pop("seal", "") != _seal(facts):
        raise ValueError("its content does not match its own hash")
    return facts


@contextmanager
def room_on_disk(place: Path, advice: str) -> Iterator[None]:
    """Tell a full disk as a problem with advice; other errors pass."""
    try:
        yield
    except OSError as error:
        if error.errno not in NO_ROOM:
            raise
        problem = Problem(str(place), f"no room on the disk ({error.strerror})", advice=advice)
        raise Problems([problem]) from None


def _seal(facts: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()

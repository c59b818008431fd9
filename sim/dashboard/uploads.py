"""Uploads: a graph from a browser, told by its content, read by a process with limits, kept under pseudonyms."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import logging
import re
import secrets
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sim.dashboard import apart
from sim.dashboard.asked import UPLOADS
from sim.dashboard.formats import ending_of
from sim.ground.problems import Problem, Problems, raise_if_any, unknown
from sim.settings.reading import DIRECTIONS

MOST_BYTES = 50_000_000
HASH = re.compile(r"[0-9a-f]{16}")
COLUMN = re.compile(r"[^\x00-\x1f]{0,100}")
IMPORT = (sys.executable, "-m", "sim", "import")
SECONDS = 120  # for reading one file
LIMITS = {"memory": 4 * 2**30, "cpu": SECONDS, "file": 2**30, "nice": 5}  # bytes, s, bytes of each file
LOG = logging.getLogger("parley")
AT_ONCE = 2  # files that are read at the same time


@dataclass(frozen=True)
class Upload:
    """A graph that was uploaded: its hash, the importer's report as data, and as the lines a person reads."""

    hash: str
    report: dict[str, Any]
    lines: tuple[str, ...]

    @property
    def word(self) -> str:
        """The setting by which a question uses it."""
        return f"graph=upload:{self.hash}"


class Uploads:
    """The uploaded graphs of one results folder; the files themselves are not kept."""

    def __init__(self, results: Path | str, *, command: Sequence[str] = IMPORT, most: int = MOST_BYTES,
                 seconds: float = SECONDS, limits: dict[str, int] | None = None) -> None:  # fmt: skip
        self.folder = Path(results) / UPLOADS
        self.command, self.most, self.seconds = tuple(command), most, seconds
        self.limits = LIMITS | (limits or {})
        self._room = threading.BoundedSemaphore(AT_ONCE)

    def receive(self, content: bytes, direction: str, source_column: str = "", target_column: str = "") -> Upload:
        """Read a graph and keep it; raises the importer's own `Problems`."""
        if len(content) > self.most:
            raise _too_large(self.most)
        found = [] if direction in DIRECTIONS else [unknown("direction", "direction", direction[:80], DIRECTIONS)]
        found += [Problem("column", f'"{column[:80]}" is no name') for column in (source_column, target_column)
                  if not COLUMN.fullmatch(column)]  # fmt: skip
        raise_if_any(found)
        ending, options = ending_of(content), _options(direction, source_column, target_column)
        digest = hashlib.sha256(json.dumps([ending, *options]).encode() + b"\0" + content).hexdigest()[:16]
        if (self.folder / digest).is_dir():
            return self.upload(digest)
        if not self._room.acquire(blocking=False):
            raise Problems([Problem("upload", "other files are being read", advice="Try again in a minute.")])
        try:
            self._import(content, ending, options, digest)
        finally:
            self._room.release()
        return self.upload(digest)

    def receive_base64(self, data: str, direction: str, source_column: str = "", target_column: str = "") -> Upload:
        """Read a graph that comes as a data address, as browsers send it."""
        text = data.rpartition(",")[2]
        if len(text) > self.most * 4 / 3 + 4:
            raise _too_large(self.most)
        try:
            content = base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError):
            raise Problems([Problem("upload", "broken on its way", advice="Send it again.")]) from None
        return self.receive(content, direction, source_column, target_column)

    def upload(self, digest: str) -> Upload:
        """An upload that is kept; raises `Problems` when there is none."""
        try:
            folder = self._place(digest) / "graph"
            report = json.loads((folder / "graph.json").read_text("utf-8"))["report"]
            return Upload(digest, report, tuple((folder / "report.txt").read_text("utf-8").splitlines()))
        except (OSError, ValueError, KeyError, TypeError):
            raise _none(digest) from None

    def all(self) -> list[Upload]:
        """Every upload that is kept, the newest first."""
        folders = [one for one in self.folder.glob("*") if HASH.fullmatch(one.name)]
        found = []
        for folder in sorted(folders, key=lambda one: one.stat().st_mtime, reverse=True):
            with suppress(Problems):  # a damaged one cannot be offered
                found.append(self.upload(folder.name))
        return found

    def forget(self, digest: str) -> None:
        """Delete an upload; questions that use it cannot be asked any more."""
        shutil.rmtree(self._place(digest), ignore_errors=True)

    def _place(self, digest: str) -> Path:
        if not HASH.fullmatch(digest):
            raise _none(digest)
        return self.folder / digest

    def _import(self, content: bytes, ending: str, options: list[str], digest: str) -> None:
        """Have a child read the file beside its place, and move what it made there."""
        work = (self.folder / f".{digest}.{secrets.token_hex(4)}").resolve()
        (work / "made").mkdir(parents=True)
        try:
            file = work / f"graph{ending}"  # whatever the browser called it
            file.write_bytes(content)
            line = [*self.command, str(file), *options, "--out", str(work / "made" / "graph"), "--plain", "--debug"]
            code, said = self._run(line, work)
            if code == -signal.SIGABRT and not _too_little_memory(said):  # libraries do it for want of threads, too
                LOG.warning("A graph's reader broke off (%s); it reads once more.", " ".join(said.split())[-300:])
                code, said = self._run(line, work)
            if code != 0 or not (work / "made" / "graph" / "graph.json").is_file():
                raise Problems(self._refused(code, said))
            if not (self.folder / digest).exists():
                (work / "made").rename(self.folder / digest)
        finally:
            shutil.rmtree(work, ignore_errors=True)  # the ids of real people with it

    def _run(self, line: list[str], work: Path) -> tuple[int, str]:
        """Have the file read once: the exit code, and what was said."""
        claim, out = work / "claim", work / "out.txt"
        for left in (claim, out):
            left.unlink(missing_ok=True)
        code = self._wait(apart.start(line, claim, out, self.limits), work)
        return code, out.read_text(errors="replace")

    def _wait(self, child: subprocess.Popen[bytes], work: Path) -> int:
        try:
            return child.wait(self.seconds)
        except subprocess.TimeoutExpired:
            (apart.claimed(work / "claim") or apart.Process(child.pid, apart.born(child.pid))).end(signal.SIGKILL)
            child.wait()
            return -signal.SIGXCPU
        finally:
            apart.take_leave()

    def _refused(self, code: int, said: str) -> list[Problem]:
        """What was wrong: the importer's own words, or that the limits were reached."""
        lines = [line for line in said.splitlines() if line.strip()]
        if code == 2 and lines:
            return [_problem(line) for line in lines]
        if code in (-signal.SIGXCPU, -signal.SIGKILL):
            return [
                Problem("upload", f"it takes longer than {self.seconds:g} s to read", advice="Send a smaller part.")
            ]
        memory = self.limits["memory"] / 2**30
        advice = "Send a smaller part, or use parley import."
        if _too_little_memory(said):
            return [Problem("upload", f"unpacked and read, it needs more than {memory:g} GB of memory", advice=advice)]
        if code < 0:
            says = f"its reader ended by signal {-code}, perhaps as it needs more than {memory:g} GB of memory"
            return [Problem("upload", says, advice=advice)]
        last = lines[-1] if lines else f"exit code {code}"
        return [Problem("upload", f"it cannot be read ({last[:200]})", advice="Try parley import, which says more.")]


def _too_little_memory(said: str) -> bool:
    return "MemoryError" in said or "bad_alloc" in said


def _options(direction: str, source: str, target: str) -> list[str]:
    """The importer's options, each one word, so that no name is taken for another option."""
    columns = {"--source-column": source, "--target-column": target}
    return [f"--direction={direction}", *(f"{option}={name}" for option, name in columns.items() if name)]


def _problem(line: str) -> Problem:
    """A problem again, from the line in which the importer told it."""
    where, _, found = line.partition(": ")
    return Problem(where, found) if found else Problem("upload", line)


def _too_large(most: int) -> Problems:
    advice = "Pack it (gzip or zstd), or use parley import."
    return Problems([Problem("upload", f"larger than {most / 1e6:g} MB", advice=advice)])


def _none(digest: str) -> Problems:
    return Problems([Problem("graph", f'no upload "{digest[:40]}" is stored here')])

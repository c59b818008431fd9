"""Telling: how far a command is, as one JSON document in a file, for whoever follows it from outside."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Lock, Thread, current_thread, main_thread
from time import monotonic
from typing import Any

from sim.door.bars import Tally
from sim.ground.problems import Problem, Problems
from sim.run import Progress, RunFailures
from sim.run.job import Job
from sim.settings import Settings

EVERY = 0.5  # seconds between two versions of the document
STATES = ("running", "done", "failed", "problems", "stopped")
NOTHING_YET: dict[str, Any] = {
    "runs": 0, "finished": 0, "share": 0.0, "left": None, "under_way": {}, "finished_ids": [], "failures": [],
    "comparison": None,
}  # fmt: skip


class Teller:
    """The document and its file; where nobody asked for one, nothing is written."""

    def __init__(self, file: str | None, facts: dict[str, Any]) -> None:
        self.file = Path(file).absolute() if file else None
        self.facts: dict[str, Any] = {"state": STATES[0], "problems": [], **facts, "pid": os.getpid()}
        self.following: Following | None = None
        self.began = monotonic()
        self._over = Event()
        self._writer = Thread(target=self._write_on, daemon=True)

    def begin(self) -> None:
        """Write the first version, and go on writing beside the work."""
        if self.file is None:
            return
        try:
            self._write()
        except OSError as error:
            raise Problems([Problem("--tell", f"{self.file} cannot be written: {error.strerror}")]) from None
        self._writer.start()

    def follow(self, settings: Sequence[Settings], progress: Progress) -> Progress:
        """Listen to the progress of runs on its way to the screen."""
        if self.file is None:
            return progress
        self.following = Following([Job.asking(one, None) for one in settings], progress)
        return self.following

    def failed(self, failures: RunFailures) -> None:
        """Note which runs failed and why."""
        ids = {job.name: job.id for job in self.following.jobs} if self.following else {}
        self.facts["failures"] = [
            {"run": one.run, "id": ids.get(one.run, ""), "reason": one.reason} for one in failures.failures
        ]

    def end(self, state: str, **facts: Any) -> None:
        """Write the last version; a full disk does not hide what came of the work."""
        self.facts |= facts | {"state": state}
        self._over.set()
        if self._writer.is_alive():
            self._writer.join()
        if self.file is not None:
            with suppress(OSError):
                self._write()

    def document(self) -> dict[str, Any]:
        """What there is to tell now."""
        runs = self.following.facts(self.facts["state"]) if self.following else {}
        return self.facts | runs | {"seconds": round(monotonic() - self.began, 1)}

    def _write_on(self) -> None:
        while not self._over.wait(EVERY):
            with suppress(OSError):
                self._write()

    def _write(self) -> None:
        assert self.file is not None
        writing = self.file.with_name(f"{self.file.name}.writing")
        writing.write_text(json.dumps(self.document(), ensure_ascii=False, indent=1), "utf-8")
        writing.replace(self.file)


class Following:
    """Progress of some runs: passed on, and kept as facts."""

    def __init__(self, jobs: Sequence[Job], progress: Progress) -> None:
        self.jobs, self.progress = list({job.id: job for job in jobs}.values()), progress
        self.tally, self.lock, self.began = Tally(len(self.jobs)), Lock(), monotonic()

    def say(self, text: str) -> None:
        """Pass a sentence on."""
        self.progress.say(text)

    def at(self, run: str, done: int, total: int) -> None:
        """Note the place in a run and pass it on."""
        with self.lock:
            self.tally.at(run, done, total)
        self.progress.at(run, done, total)

    def facts(self, state: str) -> dict[str, Any]:
        """How far the runs are; one has finished when its folder is there."""
        with self.lock:
            parts, left = dict(self.tally.parts), self.tally.left(monotonic() - self.began)
        told = {job.name: parts.get(job.name, 0.0) for job in self.jobs}
        finished = [job.id for job in self.jobs if told[job.name] >= 1.0 and job.place.exists()]
        known = {job.name for job in self.jobs if job.id in finished}
        return {
            "runs": len(self.jobs),
            "finished": len(finished),
            "share": round(sum(told.values()) / len(self.jobs), 4),
            "left": None if left is None or state != STATES[0] else round(left, 1),
            "under_way": {name: round(part, 4) for name, part in told.items() if part and name not in known}
            if state == STATES[0] else {},
            "finished_ids": finished,
        }  # fmt: skip


@contextmanager
def telling(file: str | None, **facts: Any) -> Iterator[Teller]:
    """Tell of what is done inside, and how it ended, whatever happens; a SIGTERM stops it as Ctrl-C does."""
    teller = Teller(file, facts)
    with _stopped_in_order():
        teller.begin()
        try:
            yield teller
        except Problems as problems:
            teller.end("problems", problems=[str(one) for one in problems.problems])
            raise
        except KeyboardInterrupt:
            teller.end("stopped")
            raise
        except BaseException as error:
            reason = f"{type(error).__name__}: {error}"
            teller.end("failed", failures=[{"run": "", "id": "", "reason": reason}])
            raise
        teller.end("failed" if teller.facts.get("failures") else "done")


@contextmanager
def _stopped_in_order() -> Iterator[None]:
    if current_thread() is not main_thread():  # only there may one hear signals
        yield
        return

    def stop(*_: object) -> None:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)  # once is enough: the workers are being ended
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before or signal.SIG_DFL)

"""Jobs: start `parley run` as a person would, follow it, stop it, and find it again after whatever happened."""

from __future__ import annotations

import fcntl
import json
import os
import re
import secrets
import shutil
import signal
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sim.dashboard import apart
from sim.dashboard.allowed import check_words, placed
from sim.dashboard.asked import UPLOADS
from sim.dashboard.told import ACTIVE, Job, read_job
from sim.ground.problems import Problem, Problems
from sim.results.files import room_on_disk

FOLDER = ".jobs"
ID = re.compile(r"[0-9a-f]{12}")
RUN = (sys.executable, "-m", "sim", "run")
GRACE = 10.0  # seconds between the wish to stop and the end by force
CLAIMING = 20.0  # seconds that a new process may take to say that it is there
MOST = 50  # jobs in line
EVERY = 1.0  # seconds between two looks at the line
NICE = 5  # the windows come first


class Jobs:
    """The jobs of one results folder: at most so many at once, the others wait in line, on disk."""

    def __init__(self, results: Path | str, *, command: Sequence[str] = RUN, most: int = 0, workers: int = 0,
                 grace: float = GRACE) -> None:  # fmt: skip
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        self.results = Path(results)
        self.folder = self.results / FOLDER
        self.command, self.grace = tuple(command), grace
        self.most = most or max(1, cores // 2)
        self.workers = workers or max(1, cores // self.most)

    def start(self, words: Sequence[str], question: str = "") -> str:
        """Put a job in line, and begin it if there is room; one that is under way with these words is not doubled."""
        check_words(words)
        with room_on_disk(Path(FOLDER), "Free some room, and start it again."), self._alone():
            active = [job for job in self._all() if job.active]
            for job in active:
                if job.words == tuple(words):
                    return job.id
            if len(active) >= MOST:
                advice = "Wait until one has ended, or stop one."
                raise Problems([Problem("job", f"{len(active)} jobs are in line already", advice=advice)])
            name = secrets.token_hex(6)
            (self.folder / name).mkdir(parents=True)
            now = datetime.now(UTC).isoformat(timespec="seconds")
            self._note(name, {"words": list(words), "question": question, "workers": self.workers, "created": now,
                              "queued": time.time_ns()})  # fmt: skip
            self._advance()
        return name

    def all(self) -> tuple[Job, ...]:
        """Every job, the newest first."""
        apart.take_leave()
        return tuple(sorted(self._all(), key=lambda job: job.queued, reverse=True))

    def job(self, name: str) -> Job:
        """One job as it stands now; raises `Problems` when there is none."""
        apart.take_leave()
        return self._job(name)

    def cancel(self, name: str) -> None:
        """Ask a job to stop; if it does not within the grace, it is ended."""
        with self._alone():
            job = self._job(name)
            if job.state not in ACTIVE:
                return
            (self.folder / name / "stop").touch()
            if process := apart.claimed(self.folder / name / "claim"):
                process.end(signal.SIGTERM)
            self._advance()

    def go_on(self, name: str) -> None:
        """Put a job in line again; it goes on from what is stored."""
        with self._alone():
            job = self._job(name)
            if job.state in ACTIVE:
                return
            for file in ("claim", "tell.json", "stop", "out.txt"):
                (self.folder / name / file).unlink(missing_ok=True)
            self._note(name, json.loads((self.folder / name / "job.json").read_text()) | {"queued": time.time_ns()})
            self._advance()

    def forget(self, name: str) -> None:
        """Take a job that has ended off the list; its runs stay."""
        with self._alone():
            if self._job(name).state in ACTIVE:
                raise Problems([Problem(f"job {name}", "is under way", advice="Stop it first.")])
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def advance(self) -> None:
        """Begin waiting jobs while there is room, and end those that will not stop."""
        if self.folder.is_dir():
            with self._alone():
                self._advance()
        apart.take_leave()

    def watch(self) -> threading.Event:
        """Advance the line again and again, whoever looks on; gives the event that ends it."""
        ended = threading.Event()

        def look() -> None:
            while not ended.wait(EVERY):
                with suppress(OSError):  # a folder out of reach for a moment
                    self.advance()

        threading.Thread(target=look, name="jobs", daemon=True).start()
        return ended

    def _advance(self) -> None:
        jobs = sorted(self._all(), key=lambda job: job.queued)
        for job in jobs:
            overdue = job.state == "stopping" and time.time() - job.stop_asked > self.grace
            if overdue and (process := apart.claimed(self.folder / job.id / "claim")):
                process.end(signal.SIGKILL)
        busy = sum(job.state in ("running", "stopping") for job in jobs)
        for job in [job for job in jobs if job.state == "waiting"][: max(0, self.most - busy)]:
            self._begin(job)

    def _begin(self, job: Job) -> None:
        folder = (self.folder / job.id).resolve()
        words = placed(job.words, self.results.resolve() / UPLOADS)
        options = ["--workers", str(job.workers), "--results", str(self.results.resolve()),
                   "--tell", str(folder / "tell.json"), "--plain"]  # fmt: skip
        line = [*self.command, *words, *options]
        child = apart.start(line, folder / "claim", folder / "out.txt", {"nice": NICE})
        until = time.monotonic() + CLAIMING
        while not (folder / "claim").exists() and child.poll() is None and time.monotonic() < until:
            time.sleep(0.01)  # whoever looks next must see it running
        if child.poll() is not None:
            apart.give_up(folder / "claim")  # else it would be begun again and again

    def _all(self) -> list[Job]:
        names = [entry.name for entry in os.scandir(self.folder)] if self.folder.is_dir() else []
        jobs = [read_job(self.folder / name) for name in names if ID.fullmatch(name)]
        return [job for job in jobs if job is not None]

    def _job(self, name: str) -> Job:
        job = read_job(self.folder / name) if ID.fullmatch(name) else None
        if job is None:
            raise Problems([Problem("job", f'no job "{name[:40]}" is known here')])
        return job

    def _note(self, name: str, facts: dict[str, Any]) -> None:
        file = self.folder / name / "job.json"
        writing = file.with_name(".job.json")
        writing.write_text(json.dumps(facts, indent=1))
        writing.replace(file)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One thread of one server at a time."""
        self.folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(self.folder / ".lock", os.O_CREAT | os.O_RDWR)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)

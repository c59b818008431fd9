"""Many runs: a few processes share the work; one that fails does not stop the others."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Lock
from typing import Any

from sim.results import RunResult
from sim.run.job import Job
from sim.run.one import on_disk
from sim.run.progress import Logged, Progress
from sim.settings import Settings


@dataclass(frozen=True)
class Failure:
    """A run that did not finish, and why."""

    run: str
    reason: str
    details: Path | None = None  # file with the whole story


class RunFailures(Exception):
    """Some runs failed; `finished` holds the others in their order."""

    def __init__(self, failures: Sequence[Failure], finished: Sequence[RunResult]) -> None:
        self.failures, self.finished = tuple(failures), tuple(finished)
        lines = [f"{failure.run}: {failure.reason}" for failure in failures]
        super().__init__("\n".join([f"{len(lines)} of {len(lines) + len(finished)} runs failed", *lines]))


def run_many(
    settings: Sequence[Settings], *, workers: int = 2, fresh: bool = False, progress: Progress | None = None,
    own: Mapping[str, Callable[..., Any]] | None = None,
) -> list[RunResult]:  # fmt: skip
    """Run every one of the settings in processes of their own; results come in the order of the settings.

    Raises `RunFailures` at the end when some failed. Stopped in any way and called again, it goes on.
    Functions in `own` take the place of rules in all of them, as in `run`.
    """
    heard = _InTurn(progress or Logged())
    jobs = [Job.asking(one, own) for one in settings]
    done: list[RunResult | Failure | None] = [None if fresh else on_disk(job, heard) for job in jobs]
    waiting: SimpleQueue[int] = SimpleQueue()
    for number, result in enumerate(done):
        if result is None:
            waiting.put(number)
        else:
            heard.at(jobs[number].name, 1, 1)
    crew = [_Hand(heard, fresh) for _ in range(min(workers, waiting.qsize()))]

    def work(hand: _Hand) -> None:
        while (number := _next(waiting)) is not None:
            done[number] = hand.carry_out(jobs[number])

    try:
        with ThreadPoolExecutor(max(1, len(crew))) as threads:
            try:
                list(threads.map(work, crew))
            except BaseException:
                while _next(waiting) is not None:  # nothing more is begun
                    continue
                for hand in crew:
                    hand.process.kill()
                raise
    finally:
        for hand in crew:
            hand.dismiss()
    failures = [one for one in done if isinstance(one, Failure)]
    finished = [one for one in done if isinstance(one, RunResult)]
    if failures:
        raise RunFailures(failures, finished)
    return finished


def _next(waiting: SimpleQueue[int]) -> int | None:
    try:
        return waiting.get_nowait()
    except Empty:
        return None


class _Hand:
    """The parent's end of one worker; a worker that dies is replaced."""

    def __init__(self, progress: Progress, fresh: bool) -> None:
        self.progress, self.fresh = progress, fresh
        self.process = self._hire()

    def _hire(self) -> subprocess.Popen[bytes]:
        # a group of its own: Ctrl-C reaches the parent alone, which then ends its workers
        command = [sys.executable, "-m", "sim.run.worker"]
        return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, process_group=0)

    def carry_out(self, job: Job) -> RunResult | Failure:
        """Have the worker do a job, passing its progress on."""
        try:
            self._order(job)
            while True:
                kind, *facts = self._hear()
                if kind == "say":
                    self.progress.say(*facts)
                elif kind == "at":
                    self.progress.at(*facts)
                else:
                    return _told(job, kind, facts[0])
        except (EOFError, BrokenPipeError, pickle.UnpicklingError):  # dead, perhaps in the middle of a word
            return self._died(job)

    def dismiss(self) -> None:
        """End the worker: the closed line tells it to go."""
        with suppress(BrokenPipeError, ValueError):  # its thread may be closing the line at this moment
            self.process.communicate()

    def _order(self, job: Job) -> None:
        assert self.process.stdin is not None
        pickle.dump((job.settings, self.fresh, job.id, job.facts, job.packed_own()), self.process.stdin)
        self.process.stdin.flush()

    def _hear(self) -> Any:
        assert self.process.stdout is not None
        return pickle.load(self.process.stdout)

    def _died(self, job: Job) -> Failure:
        self.dismiss()
        code = self.process.returncode
        self.process = self._hire()
        how = f"signal {-code}" if code < 0 else f"exit code {code}"
        hint = ", perhaps for lack of memory" if code == -9 else ""
        return Failure(job.name, f"its process ended by {how}{hint}; run it again and it goes on")


def _told(job: Job, kind: str, what: Any) -> RunResult | Failure:
    if isinstance(what, RunResult):
        return what
    if kind == "problems":
        return Failure(job.name, str(what))
    last = str(what).strip().splitlines()[-1]
    return Failure(job.name, last, job.failure)


class _InTurn:
    """Progress told by several threads, one at a time."""

    def __init__(self, progress: Progress) -> None:
        self.progress, self.lock = progress, Lock()

    def say(self, text: str) -> None:
        """Pass a sentence on."""
        with self.lock:
            self.progress.say(text)

    def at(self, run: str, done: int, total: int) -> None:
        """Pass the place in a run on."""
        with self.lock:
            self.progress.at(run, done, total)

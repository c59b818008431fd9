"""One run: answered from disk, continued from its last checkpoint, or simulated from the first tick."""

from __future__ import annotations

import shutil
import traceback
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from sim.ground.problems import Problems
from sim.results import RunResult, load_run, mend
from sim.run.alone import alone
from sim.run.job import Job
from sim.run.progress import Logged, Progress
from sim.run.simulate import simulate
from sim.settings import Settings


def run(settings: Settings, *, fresh: bool = False, progress: Progress | None = None,
        own: Mapping[str, Callable[..., Any]] | None = None) -> RunResult:  # fmt: skip
    """Answer the question that the settings ask.

    A finished answer on disk is returned as it is, a killed run is continued with the same bits;
    `fresh` simulates anew. Two processes never work on one run at a time. Functions in `own` take the
    place of rules, as in `Model`; their source is a part of the question.
    """
    return answer(Job.asking(settings, own), fresh=fresh, progress=progress)


def answer(job: Job, *, fresh: bool = False, progress: Progress | None = None) -> RunResult:
    """Find or make the finished run of a job."""
    heard = progress or Logged()
    job.place.parent.mkdir(parents=True, exist_ok=True)
    with alone(job.place, heard):
        mend(job.place)
        if fresh:
            shutil.rmtree(job.partial, ignore_errors=True)
        elif found := on_disk(job, heard):
            heard.say(f"{job.name}: answered from {job.place}")
            heard.at(job.name, 1, 1)
            return found
        try:
            simulate(job, heard)
        except Problems:
            raise
        except Exception:
            job.failure.write_text(traceback.format_exc())
            raise
        shutil.rmtree(job.partial, ignore_errors=True)
        job.failure.unlink(missing_ok=True)
    return replace(load_run(job.place), from_disk=False)


def on_disk(job: Job, progress: Progress) -> RunResult | None:
    """The stored answer, when there is a sound one."""
    if not job.place.exists():
        return None
    try:
        return load_run(job.place)
    except Problems as problems:
        progress.say(f"{problems} Running it anew.")
        return None

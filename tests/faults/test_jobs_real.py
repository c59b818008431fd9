"""The real command behind a job: asked, run, stopped, killed and taken up again, and compared at the end."""

from __future__ import annotations

import signal
import subprocess
import sys
import time

import pytest

from sim.dashboard import apart
from sim.dashboard.asked import Question
from sim.dashboard.jobs import Jobs
from sim.dashboard.runs import Runs

SMALL = ("scenario=embassy_rumour", "population.accounts=150", "time.days=1", "time.burn_in_days=0.25")
LONGER = ("scenario=embassy_rumour", "population.accounts=300", "time.days=4", "time.minutes=5")


def until(what, seconds=300.0):
    """Wait for something to come true."""
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.05)
    return what()


@pytest.fixture
def jobs(tmp_path):
    made = Jobs(tmp_path, most=1, workers=1, grace=20.0)
    yield made
    for job in made.all():
        if process := apart.claimed(made.folder / job.id / "claim"):
            process.end(signal.SIGKILL)
    for child in list(apart.CHILDREN):
        child.wait(30)
    apart.take_leave()


def test_that_a_question_becomes_a_job_and_then_a_comparison(jobs, tmp_path):
    runs = Runs(tmp_path)
    question = Question(SMALL, ("none", "fast_statement"), seeds=2)
    name = jobs.start(question.overrides(), runs.asked.save(question))
    until(lambda: not jobs.job(name).active)
    job = jobs.job(name)
    assert (job.state, job.share, job.runs, job.finished) == ("done", 1.0, 4, 4), job.out
    assert set(job.finished_ids) == {one.id for one in runs.asked.wanted(question)}
    assert runs.stored(question).complete
    assert len(runs.comparison(question).paired.futures) == 2
    assert [one.scenario for one in runs.recent()] == ["embassy_rumour"]
    listed = runs.index.rows()
    assert {row.id for row in listed} == set(job.finished_ids)
    assert {row.belief for row in listed} == {"log_odds"}


def test_that_settings_that_cannot_be_end_a_job_in_words(jobs):
    name = jobs.start([*SMALL, "response=none,fast_statment"])
    until(lambda: not jobs.job(name).active)
    job = jobs.job(name)
    assert job.state == "problems"
    assert 'Did you mean "fast_statement"?' in job.problems[0]


def test_that_a_server_that_starts_again_takes_up_what_waits_in_line(tmp_path):
    long = [sys.executable, "-c", "import time; time.sleep(600)"]
    before = Jobs(tmp_path, command=long, most=1)  # a server that ends before its second job begins
    first, second = before.start(["seed=1"]), before.start([*SMALL, "response=fast_statment"])
    apart.claimed(before.folder / first / "claim").end(signal.SIGKILL)
    apart.CHILDREN.pop().wait(30)
    assert [before.job(name).state for name in (first, second)] == ["cut off", "waiting"]
    serve = [sys.executable, "-m", "sim", "serve", "--port", "0", "--results", str(tmp_path)]
    with subprocess.Popen(serve, stdout=subprocess.DEVNULL) as server:
        try:
            until(lambda: not before.job(second).active)
        finally:
            server.kill()
    assert [before.job(name).state for name in (first, second)] == ["cut off", "problems"]


@pytest.mark.parametrize("how", ["stopped", "cut off"])
def test_that_a_job_taken_up_again_does_only_what_is_missing(jobs, tmp_path, how):
    name = jobs.start([*LONGER, "seed=1,2,3,4"])
    (first, *_) = until(lambda: jobs.job(name).finished_ids)
    written = (tmp_path / "embassy_rumour" / first / "manifest.json").stat().st_mtime_ns
    if how == "stopped":
        jobs.cancel(name)
    else:
        apart.claimed(jobs.folder / name / "claim").end(signal.SIGKILL)
    until(lambda: not jobs.job(name).active)
    assert jobs.job(name).state == how
    assert len(jobs.job(name).finished_ids) < 4
    jobs.go_on(name)
    until(lambda: not jobs.job(name).active)
    assert jobs.job(name).state == "done"
    assert len(jobs.job(name).finished_ids) == 4
    assert (tmp_path / "embassy_rumour" / first / "manifest.json").stat().st_mtime_ns == written

"""A run that is killed goes on where it was, from sound checkpoints only, and ends with the same bits."""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import time

import pytest

from sim import Problems, compose, run
from sim.model import DAYS
from sim.results import load_run
from sim.results.found import TABLES
from sim.run import checkpoints
from sim.run.job import Job

SMALL = ["scenario=embassy_rumour", "response=fast_statement", "population.accounts=150", "time.days=1",
         "time.burn_in_days=0.25", "time.minutes=30"]  # fmt: skip
OFTEN = "execution.checkpoint_seconds=0.0001"  # after every tick
BITS = ("final.json", *(f"{name}.parquet" for name in TABLES))


class Heard:
    """Progress that remembers."""

    def __init__(self, stop_at=None):
        self.said, self.ticks, self.stop_at = [], [], stop_at

    def say(self, text):
        self.said.append(text)

    def at(self, _run, done, _total):
        self.ticks.append(done)
        if done == self.stop_at:
            raise KeyboardInterrupt


def small(results, *more):
    return compose([*SMALL, f"execution.results='{results}'", *more])[0]


def bits(found):
    return {name: found.manifest["files"][name] for name in BITS}


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The run that nobody disturbed."""
    return run(small(tmp_path_factory.mktemp("whole")))


@pytest.fixture
def stopped(tmp_path):
    """Settings of a run that was stopped after tick 40, with its last two checkpoints on disk."""
    settings = small(tmp_path, OFTEN)
    with pytest.raises(KeyboardInterrupt):
        run(settings, progress=Heard(stop_at=40))
    return settings


def test_that_a_stopped_run_goes_on_with_the_same_bits(stopped, whole):
    heard = Heard()
    found = run(stopped, progress=heard)
    assert heard.ticks[0] == 40  # tick 40 had been done but not kept
    assert "continued from hour" in heard.said[0]
    assert bits(found) == bits(whole)
    assert found.manifest["sittings"] == 2


def test_that_a_finished_run_leaves_no_checkpoints(stopped):
    job = Job(stopped, stopped.run_id())
    run(stopped)
    assert [folder.name for folder in job.place.parent.iterdir()] == [job.id]


def test_that_asking_again_answers_from_disk(tmp_path, whole):
    again = run(small(whole.folder.parents[1]), progress=(heard := Heard()))
    assert again.from_disk
    assert heard.ticks == [1]  # all of it at once
    assert "answered from" in heard.said[0]


def test_that_fresh_simulates_anew_and_replaces(tmp_path):
    first = run(small(tmp_path))
    again = run(small(tmp_path), fresh=True)
    assert not again.from_disk
    assert bits(again) == bits(first)
    assert [folder.name for folder in first.folder.parent.iterdir()] == [first.id]


def test_that_execution_does_not_change_the_question(tmp_path):
    one, other = small(tmp_path), small(tmp_path / "elsewhere", OFTEN, "execution.threads=2")
    assert one.run_id() == other.run_id()


def test_that_a_damaged_answer_is_run_anew_aloud(tmp_path, whole):
    settings = small(tmp_path)
    found = run(settings)
    (found.folder / "final.json").write_text("{}")
    again = run(settings, progress=(heard := Heard()))
    assert "its hash is not the manifest's" in heard.said[0]
    assert bits(again) == bits(load_run(found.folder)) == bits(whole)


@pytest.mark.parametrize("file", ["arrays.npz", "state.json"])
@pytest.mark.parametrize("harm", ["flipped", "cut", "gone"])
def test_that_a_damaged_checkpoint_is_passed_over_for_the_one_before(stopped, whole, file, harm):
    job = Job(stopped, stopped.run_id())
    newest = checkpoints.stored(job.partial)[-1] / file
    content = bytearray(newest.read_bytes())
    content[len(content) // 2] ^= 1
    if harm == "gone":
        newest.unlink()
    else:
        newest.write_bytes(content if harm == "flipped" else content[: len(content) // 2])
    found = run(stopped, progress=(heard := Heard()))
    assert "damaged checkpoint" in heard.said[0]
    assert heard.ticks[0] == 39
    assert bits(found) == bits(whole)


def test_that_without_a_sound_checkpoint_the_run_starts_anew_aloud(stopped, whole):
    for place in checkpoints.stored(Job(stopped, stopped.run_id()).partial):
        (place / "arrays.npz").write_bytes(b"rubbish")
    found = run(stopped, progress=(heard := Heard()))
    assert len(heard.said) == 2
    assert heard.ticks[0] == 1
    assert bits(found) == bits(whole)


def test_that_a_full_disk_stops_the_run_and_loses_nothing(stopped, whole):
    job = Job(stopped, stopped.run_id())
    before = [place.name for place in checkpoints.stored(job.partial)]
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, limits[1]))  # no file may grow beyond 2,000 bytes
    try:
        with pytest.raises(Problems, match="no room on the disk"):
            run(stopped)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert [place.name for place in checkpoints.stored(job.partial)] == before
    assert bits(run(stopped)) == bits(whole)


def test_that_a_defect_leaves_its_story(tmp_path, monkeypatch):
    settings = small(tmp_path)
    job = Job(settings, settings.run_id())
    monkeypatch.setitem(DAYS, "reading", (lambda _world: 1 / 0,))
    with pytest.raises(ZeroDivisionError):
        run(settings)
    assert "ZeroDivisionError" in job.failure.read_text()
    monkeypatch.undo()
    run(settings)
    assert not job.failure.exists()


def start(results):
    """The same run as a process of its own."""
    words = [*SMALL, OFTEN, "--results", str(results), "--plain"]
    command = [sys.executable, "-m", "sim", "run", *words]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def kill_when(process, sight, later=0.0):
    """Kill -9 a process a moment after a sight; False when it ends before."""
    while not sight():
        if process.poll() is not None:
            return False
        time.sleep(0.0005)
    time.sleep(later)
    process.kill()
    return process.wait() == -9


@pytest.mark.slow
def test_that_a_run_killed_at_any_moment_ends_with_the_same_bits(tmp_path, whole):
    chance = random.Random(7)
    writing = [lambda: any(tmp_path.glob("*/*.partial/writing/arrays.npz"))] * 2  # in the middle of a checkpoint
    anywhere = [lambda: any(tmp_path.glob("*/*.partial/checkpoint-*"))] * 3
    killed = [
        kill_when(start(tmp_path), sight, chance.random() * later)
        for sight, later in [*((sight, 0.002) for sight in writing), *((sight, 0.3) for sight in anywhere)]
    ]
    assert sum(killed) >= 3
    assert start(tmp_path).wait() == 0
    found = load_run(tmp_path / "embassy_rumour" / whole.id)
    assert bits(found) == bits(whole)
    assert found.manifest["sittings"] > 1


@pytest.mark.slow
def test_that_two_processes_at_one_run_make_it_once(tmp_path, whole):
    processes = [start(tmp_path), start(tmp_path)]
    assert [process.wait() for process in processes] == [0, 0]
    folders = sorted(folder.name for folder in (tmp_path / "embassy_rumour").iterdir())
    assert folders == [whole.id]
    assert bits(load_run(tmp_path / "embassy_rumour" / whole.id)) == bits(whole)

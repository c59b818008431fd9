"""Many runs: in order, each failure by itself, a dead worker replaced, and nothing done twice."""

from __future__ import annotations

import dataclasses
import os
import signal
import threading

import pytest

from sim import compose, run, run_many
from sim.run import RunFailures
from sim.run.many import _Hand

SMALL = ["scenario=embassy_rumour", "population.accounts=100", "time.days=0.5", "time.burn_in_days=0",
         "time.minutes=30"]  # fmt: skip


class Heard:
    """Progress that remembers which runs it heard of."""

    def __init__(self, on_tick=None):
        self.runs, self.threads, self.on_tick = set(), set(), on_tick

    def say(self, text):
        self.runs.add(text)

    def at(self, run, done, _total):
        self.runs.add(run)
        self.threads.add(threading.current_thread().name)
        if self.on_tick:
            self.on_tick(run, done)


def small(results, *more):
    return compose([*SMALL, f"execution.results='{results}'", *more])


def test_that_results_come_in_the_order_of_the_settings(tmp_path):
    settings = small(tmp_path, "response=none,label", "seed=3,1,2")
    found = run_many(settings, progress=(heard := Heard()))
    assert [(one.response, one.seed) for one in found] == [(one.response, one.seed) for one in settings]
    assert len(heard.runs) == 6
    assert len(heard.threads) == 2
    again = run_many(settings, progress=(quiet := Heard()))
    assert [one.id for one in again] == [one.id for one in found]
    assert all(one.from_disk for one in again)
    assert len(quiet.runs) == 6  # told as done, and by nobody at work
    assert quiet.threads == {threading.main_thread().name}


def test_that_a_worker_gives_the_same_bits_as_this_process(tmp_path):
    here, there = small(tmp_path / "here")[0], small(tmp_path / "there")[0]
    names = ("metrics.parquet", "events.parquet", "cascades.parquet", "final.json")
    files = [found.manifest["files"] for found in (run(here), *run_many([there]))]
    assert [files[0][name] for name in names] == [files[1][name] for name in names]


def test_that_failures_do_not_stop_the_others(tmp_path):
    settings = small(tmp_path, "seed=1,2,3,4")
    broken = dataclasses.replace(settings[1], scenario=dataclasses.replace(settings[1].scenario, start="some day"))
    wrong = dataclasses.replace(settings[2], platform=dataclasses.replace(settings[2].platform, feed="loud"))
    with pytest.raises(RunFailures) as caught:
        run_many([settings[0], broken, wrong, settings[3]])
    defect, problem = caught.value.failures
    assert [one.seed for one in caught.value.finished] == [1, 4]
    assert defect.run.startswith("none · seed 2")
    assert "ValueError" in defect.reason
    assert "Traceback" in defect.details.read_text()
    assert (problem.run[:13], problem.details) == ("none · seed 3", None)
    assert 'no feed "loud"' in problem.reason


def test_that_a_killed_worker_costs_only_its_run(tmp_path, monkeypatch):
    hands = []
    monkeypatch.setattr(_Hand, "_hire", lambda self, hire=_Hand._hire: hands.append(hire(self)) or hands[-1])
    victims = iter([True])

    def kill_one(run, done):
        if "seed 2" in run and done == 3 and next(victims, False):
            for process in hands:
                os.kill(process.pid, signal.SIGKILL)

    settings = small(tmp_path, "seed=1,2,3")
    with pytest.raises(RunFailures, match="ended by signal 9") as caught:
        run_many(settings, workers=1, progress=Heard(kill_one))
    assert [one.seed for one in caught.value.finished] == [1, 3]
    assert len(hands) == 2
    assert [one.seed for one in run_many(settings)] == [1, 2, 3]


def test_that_ctrl_c_ends_the_workers_and_the_work_goes_on_later(tmp_path, monkeypatch):
    hands = []
    monkeypatch.setattr(_Hand, "_hire", lambda self, hire=_Hand._hire: hands.append(hire(self)) or hands[-1])

    def interrupt(_run, done):
        if done == 3:
            os.kill(os.getpid(), signal.SIGINT)

    settings = small(tmp_path, "seed=1,2,3,4")
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs are born deaf to Ctrl-C
    with pytest.raises(KeyboardInterrupt):
        run_many(settings, progress=Heard(interrupt))
    assert all(process.returncode is not None for process in hands)
    assert len(run_many(settings)) == 4

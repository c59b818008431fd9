"""A fork takes up a run at an hour and lives on under another plan, as if that had been the plan all along."""

from __future__ import annotations

import dataclasses

import pytest

from sim import Problems, compose, fork, load_run, run
from sim.results.found import TABLES
from sim.state.timeline import Condition

SMALL = ["scenario=embassy_rumour", "population.accounts=150", "time.days=1", "time.burn_in_days=0.25",
         "time.minutes=30"]  # fmt: skip
BITS = ("final.json", *(f"{name}.parquet" for name in TABLES))


class Heard:
    """Progress that remembers, and stops a run after a tick."""

    def __init__(self, stop_at=None):
        self.ticks, self.stop_at = [], stop_at

    def say(self, text):
        assert text

    def at(self, run, done, _total):
        self.ticks.append((run, done))
        if (done, "again" in run) == (self.stop_at, False):
            raise KeyboardInterrupt


def small(results, response, *more):
    return compose([*SMALL, f"response={response}", f"execution.results='{results}'", *more])[0]


def bits(found):
    return {name: found.manifest["files"][name] for name in BITS}


@pytest.mark.parametrize("kept", ["", "execution.keep_checkpoints=[3,6]"])
def test_that_a_fork_without_a_change_equals_the_run(tmp_path, kept):
    settings = small(tmp_path, "fast_statement", *([kept] if kept else []))
    whole = run(settings)
    forked = fork(settings, settings, 6.0, progress=(heard := Heard()))
    assert bits(forked) == bits(whole)
    assert forked.manifest["forked_from"] == {"id": whole.id, "hour": 6.0}
    assert forked.id != whole.id
    replayed = [name for name, _ in heard.ticks if "again" in name]
    assert bool(replayed) == (not kept)


def test_that_a_fork_plays_again_only_what_no_checkpoint_holds(tmp_path):
    settings = small(tmp_path, "none", "execution.keep_checkpoints=[3]")
    run(settings)
    fork(settings, settings, 6.0, progress=(heard := Heard()))
    assert len([name for name, _ in heard.ticks if "again" in name]) == 6  # half-hours from 3 to 6


def test_that_a_fork_to_a_later_answer_equals_that_answer_from_the_start(tmp_path):
    none, late = small(tmp_path, "none"), small(tmp_path, "late_statement")
    forked = fork(none, late, 6.0)
    assert bits(forked) == bits(run(late))
    assert bits(forked) != bits(run(none))


def test_that_a_fork_which_is_stopped_goes_on(tmp_path):
    none = small(tmp_path, "none")
    late = small(tmp_path, "late_statement", "execution.checkpoint_seconds=0.0001")
    with pytest.raises(KeyboardInterrupt):
        fork(none, late, 6.0, progress=Heard(stop_at=40))
    forked = fork(none, late, 6.0, progress=(heard := Heard()))
    assert heard.ticks[0][1] == 40
    assert bits(forked) == bits(fork(none, dataclasses.replace(late, execution=none.execution), 6.0))


def test_that_a_fork_is_a_stored_answer_too(tmp_path):
    none, late = small(tmp_path, "none"), small(tmp_path, "late_statement")
    forked = fork(none, late, 6.0)
    assert load_run(forked.folder).id == forked.id
    assert fork(none, late, 6.0).from_disk


def test_that_a_fork_cannot_change_the_past(tmp_path):
    with pytest.raises(Problems, match=r"entry holding_line: differs .* was due before hour 6"):
        fork(small(tmp_path, "none"), small(tmp_path, "fast_statement"), 6.0)


def test_that_a_fork_cannot_change_the_world(tmp_path):
    none = small(tmp_path, "none")
    other = small(tmp_path, "none", "seed=2", "platform.share_rate=0.02")
    with pytest.raises(Problems) as caught:
        fork(none, other, 6.0)
    assert {problem.where for problem in caught.value.problems} == {"seed", "platform"}


def test_that_a_fork_cannot_take_back_what_a_condition_began(tmp_path):
    def plan(measure):
        settings = small(tmp_path, "label")
        entries = tuple(
            dataclasses.replace(entry, at=None, when=Condition(measure, above=-1.0)) for entry in settings.plan.entries
        )
        plans = (dataclasses.replace(settings.plan, entries=entries),)
        return dataclasses.replace(settings, scenario=dataclasses.replace(settings.scenario, responses=plans))

    with pytest.raises(Problems, match="had begun by hour 6"):
        fork(plan("false_reach"), plan("bot_share"), 6.0)

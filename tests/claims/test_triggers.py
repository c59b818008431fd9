"""Triggers: an entry begins at its hour, when a measure crosses its mark, or when an alert has been raised."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from sim.day.happen import happen
from sim.ground.cards import Cost
from sim.state.timeline import Condition, Entry
from tests.worlds import complete, world_of

MARK = Condition(measure="false_belief_share.rumour", above=0.2)


class Diary:
    """An idea that only notes what is asked of it."""

    CARD = SimpleNamespace(cost=Cost(money=100.0, staff_hours=3.0))

    def __init__(self):
        self.lines = []

    def begin(self, world, _entry):
        self.lines.append(("begin", world.clock.hour))

    def during(self, world, _entry):
        self.lines.append(("during", world.clock.hour))

    def end(self, world, _entry):
        self.lines.append(("end", world.clock.hour))


@pytest.fixture
def diary():
    return Diary()


def lived(entry, diary, ticks=12, change=lambda _: None):
    world = world_of(complete(3))
    world.ideas.timeline["diary"] = diary
    world.timeline.append(entry)
    for _ in range(ticks):
        change(world)
        happen(world)
        world.clock.tick += 1
    return world


def measure_at(tick, value):
    def change(world):
        if world.clock.tick == tick:
            world.measured.append({MARK.measure: value, f"{MARK.measure}@young": 0.9})

    return change


def test_that_an_entry_begins_at_its_hour_runs_and_ends(diary):
    world = lived(Entry("one", "events", "diary", None, at=0.5, hours=0.5), diary)
    assert diary.lines == [("begin", 0.5), ("during", 0.5), ("during", 0.75), ("end", 1.0)]
    assert [row[2] for row in world.journal.rows] == ["begin", "end"]


def test_that_an_entry_without_length_lasts_one_tick(diary):
    lived(Entry("one", "events", "diary", None, at=0.3), diary)
    assert diary.lines == [("begin", 0.5), ("during", 0.5), ("end", 0.75)]


def test_that_a_cost_is_booked_once_when_an_entry_begins(diary):
    ledger = lived(Entry("one", "events", "diary", None, at=0.0, hours=2.0), diary).ledger
    assert (ledger.money, ledger.staff_hours) == (100.0, 3.0)


@pytest.mark.parametrize(("value", "begins"), [(0.3, [("begin", 1.0)]), (0.2, []), (float("nan"), [])])
def test_that_a_measure_above_its_mark_fires_and_nothing_else_does(diary, value, begins):
    lived(Entry("one", "events", "diary", None, when=MARK), diary, change=measure_at(4, value))
    assert [line for line in diary.lines if line[0] == "begin"] == begins


def test_that_a_measure_below_its_mark_fires(diary):
    low = Condition(measure=MARK.measure, below=0.2)
    lived(Entry("one", "events", "diary", None, when=low), diary, change=measure_at(2, 0.1))
    assert diary.lines[0] == ("begin", 0.5)


def test_that_a_condition_may_look_at_one_segment_alone(diary):
    young = Condition(measure=MARK.measure, above=0.8, segment="young")
    lived(Entry("one", "events", "diary", None, when=young), diary, change=measure_at(2, 0.0))
    assert diary.lines[0] == ("begin", 0.5)


def test_that_an_alert_fires_after_the_delay_it_takes_to_act(diary):
    def alarm(world):
        if world.clock.tick == 3:
            world.alerts["z_score"] = 3

    watched = Condition(alert="z_score", delay=1.0)
    world = lived(Entry("one", "events", "diary", None, when=watched), diary, change=alarm)
    assert diary.lines[0] == ("begin", 1.75)
    assert world.journal.rows[0][2] == "trigger"


def test_that_an_hour_and_a_condition_must_both_have_come(diary):
    lived(Entry("one", "events", "diary", None, at=2.0, when=MARK), diary, change=measure_at(1, 0.9))
    assert diary.lines[0] == ("begin", 2.0)

"""An estimate of time follows stored runs like the question, and says how sure it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sim.dashboard import estimate as estimates
from sim.dashboard.asked import Asked, Question
from sim.dashboard.estimate import BEGINNING, estimate
from sim.dashboard.index import Listed

QUESTION = Question(
    ("scenario=embassy_rumour", "population.accounts=1000", "time.days=2"), ("none", "fast_statement"), 4
)


@pytest.fixture(scope="module")
def missing(tmp_path_factory):
    return Asked(tmp_path_factory.mktemp("results")).wanted(QUESTION)


def rows(missing, seconds, accounts=1000, scenario="embassy_rumour", number=5, **more):
    """Stored runs of as many ticks as those that are missing."""
    return [Listed(f"{place:016x}", scenario, "finished", accounts=accounts, ticks=missing[0].ticks, seconds=seconds,
                   simulate=seconds, **more) for place in range(number)]  # fmt: skip


def test_that_runs_of_the_same_story_and_size_tell_the_time(missing):
    found = estimate(missing, rows(missing, 3.0), workers=2)
    assert (found.basis, found.missing, found.asked) == ("stored", 8, 5)
    assert found.seconds == pytest.approx(8 * 3.0 / 2 + BEGINNING)
    assert found.low <= found.seconds <= found.high


def test_that_more_workers_take_less_time_but_never_more_than_there_are_runs(missing):
    stored = rows(missing, 3.0)
    one, two, many = (estimate(missing, stored, workers=workers).seconds for workers in (1, 2, 100))
    assert one - BEGINNING == pytest.approx(2 * (two - BEGINNING))
    assert many == pytest.approx(3.0 + BEGINNING)


def test_that_time_grows_with_the_public_when_only_a_smaller_one_was_run(missing):
    small = estimate(missing, rows(missing, 3.0, accounts=1000))
    large = [replace(one, settings=replace(one.settings, population=replace(one.settings.population, accounts=100_000)))
             for one in missing]  # fmt: skip
    found = estimate(large, rows(missing, 3.0, accounts=1000))
    assert found.basis == "alike"
    assert found.seconds > 5 * small.seconds
    assert found.high >= 2 * (found.seconds - BEGINNING)


def test_that_another_story_is_believed_less(missing):
    found = estimate(missing, rows(missing, 3.0, scenario="cyclone"))
    assert found.basis == "alike"
    assert found.seconds == pytest.approx(8 * 3.0 / 2 + BEGINNING)
    assert found.high > estimate(missing, rows(missing, 3.0)).high


@pytest.mark.parametrize("number", [0, 2])
def test_that_a_rule_of_thumb_helps_where_nothing_was_run(missing, number):
    found = estimate(missing, rows(missing, 3.0, number=number))
    assert found.basis == "thumb"
    assert BEGINNING < found.low < found.seconds < found.high


def test_that_nothing_missing_takes_no_time(missing):
    assert estimate([], rows(missing, 3.0)).seconds == 0.0
    assert estimate([], []).basis == "nothing"


def test_that_runs_of_this_processor_count_first(missing, monkeypatch):
    monkeypatch.setattr(estimates, "machine", lambda: {"cpu": "fast"})
    stored = rows(missing, 1.0, cpu="fast") + rows(missing, 30.0, cpu="slow")
    assert estimate(missing, stored, workers=1).seconds == pytest.approx(8 * 1.0 + BEGINNING)


def test_that_failed_and_damaged_runs_tell_no_time(missing):
    stored = [replace(row, state="failed") for row in rows(missing, 3.0)]
    assert estimate(missing, stored).basis == "thumb"

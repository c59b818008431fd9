"""The benchmarks compare like with like: plain objects and columns do about the same work on the same public."""

from __future__ import annotations

import pytest

from experiments.benchmarks import plain, summary, tasks
from experiments.benchmarks.engine import basic_of
from sim import Model

TICKS = 192


def test_that_plain_objects_do_about_the_work_of_the_engine():
    model = Model(basic_of(2000))
    town = plain.Town(Model(basic_of(2000)))
    for _ in range(TICKS):
        model.step()
        town.step()
    tallies = model.world.tallies
    for done, name in ((town.visits, "visits"), (town.exposures, "exposures")):
        assert done / tallies.total(name) == pytest.approx(1.0, abs=0.35), name


def test_that_ratios_are_taken_round_by_round():
    assert summary.ratios([10.0, 20.0], [1.0, 4.0], more_is_better=True) == [10.0, 5.0]
    assert summary.ratios([1.0, 2.0], [10.0, 10.0], more_is_better=False) == [10.0, 5.0]


def test_that_every_line_and_ratio_of_the_table_is_of_a_task():
    names = {task.name for task in tasks.FULL}
    assert {line.task for line in summary.LINES} | {name for ratio in summary.RATIOS for name in ratio[:2]} <= names
    assert {task.measure for task in tasks.FULL} == tasks.MEASURES.keys()


def test_that_the_table_shows_medians():
    found = {"help": {"cpu": [0.1, 0.4, 0.2], "others": [1.0, 0.0, 0.5]}}
    assert "| help | parley --help | 0.2 | 0.1 to 0.4 | s CPU |" in summary.markdown(found)

"""The table of runs holds what is stored, and the lines show the same numbers."""

from __future__ import annotations

import dataclasses
import math

import pytest

pytest.importorskip("dash", reason="the app's libraries are not installed")

from sim.dashboard.figures.parallel import Axis, parallel
from sim.dashboard.index import FAILED, FINISHED, Listed
from sim.dashboard.studies import HEADLINE, lines, metric, rows, unfinished
from sim.i18n import words

EN, FR = words("en"), words("fr")


def run(number: int, response: str, false_belief: float | None, **facts) -> Listed:
    """A finished run as the index lists it."""
    started, label = "2031-03-14T07:00:00+00:00", {"en": response, "fr": f"{response} (fr)"}
    return Listed(
        f"{number:016x}", "embassy_rumour", FINISHED, response=response, label=label, seed=number, belief="log_odds",
        platform="engagement", accounts=300, started=started,
        outcomes={HEADLINE: false_belief, "cost": 1000.0 * number}, facts=facts,
    )  # fmt: skip


def test_that_a_row_tells_a_run_in_the_readers_language_with_its_numbers_untouched():
    one = rows([run(1, "fast", 0.0612345)], FR)[0]
    assert (one["story"], one["response"], one["started"]) == (
        "Une rumeur sur l’ambassade",
        "fast (fr)",
        "2031-03-14 07:00",
    )
    assert one[HEADLINE] == 0.0612345
    assert rows([run(1, "fast", 0.0612345)], EN)[0]["story"] == "Rumour about the embassy"


def test_that_runs_without_a_result_stand_apart():
    listed = [run(1, "fast", 0.1), Listed("a" * 16, "embassy_rumour", FAILED, reason="out of memory")]
    assert [one["id"] for one in rows(listed, EN)] == [listed[0].id]
    assert unfinished(listed) == [listed[1]]


def test_that_the_title_of_the_lines_names_the_answer_with_the_least_false_belief():
    told = [run(1, "fast", 0.05), run(2, "fast", 0.07), run(3, "late", 0.09), run(4, "late", None)]
    picture = lines(told, EN, dark=False)
    assert "fast" in picture.title
    assert EN.percent(0.06) in picture.title
    assert EN.percent(0.05) in lines(told[:2], EN, dark=False).title
    assert picture.title != lines([run(1, "a", None), run(2, "b", None)], EN, dark=False).title


def test_that_runs_of_two_stories_are_not_ranked():
    told = [run(1, "fast", 0.05), dataclasses.replace(run(2, "late", 0.09), scenario="cyclone")]
    assert lines(told, EN, dark=False).title == "2 runs side by side"


def test_that_only_what_differs_becomes_an_upright_and_the_rest_is_told():
    told = [run(1, "fast", 0.05, **{"population.bots": 0.0}), run(1, "late", 0.07, **{"population.bots": 0.1})]
    picture = lines(told, FR, dark=True)
    assert picture.columns == ("Réponse", "population.bots", "Croyance erronée sur la durée")
    assert "Comptes (300)" in picture.summary


def test_that_the_table_under_the_lines_holds_the_stored_numbers():
    picture = lines([run(1, "fast", 0.0512345), run(2, "late", None)], EN, dark=False)
    at = picture.columns.index("Cost")
    assert sorted(row[at] for row in picture.rows) == [1000.0, 2000.0]
    outcome = metric(HEADLINE, EN).title
    assert outcome not in picture.columns  # one value alone does not differ
    both = lines([run(1, "fast", 0.0512345), run(2, "late", None), run(3, "late", 0.2)], EN, dark=False)
    held = [row[both.columns.index(outcome)] for row in both.rows]
    assert held[0] == 0.0512345
    assert math.isnan(held[1])


def test_that_a_line_passes_each_upright_at_the_height_of_its_value():
    told = [{"who": "a", "x": 2.0}, {"who": "b", "x": 4.0}, {"who": "b", "x": 3.0}]
    axes = [Axis("who", "Who"), Axis("x", "X")]
    figure = parallel(told, axes, axes[1], EN, dark=False).figure
    heights = [[y for x, y in zip(trace.x, trace.y, strict=True) if x == 1] for trace in figure.data]
    assert heights == [[0.0], [1.0, 0.5]]
    assert [trace.line.dash for trace in figure.data] == ["solid", "dash"]  # told apart without colours
    assert {note.text for note in figure.layout.annotations} == {"a", "b", "2.0", "4.0"}

"""Figures say what they show: titles find what is there and no more, tables hold what is drawn, in both languages."""

from __future__ import annotations

import json
import math
from typing import Any

import numpy as np
import pytest

pytest.importorskip("fluent.runtime", reason="the app's libraries are not installed")

from sim import catalogue
from sim.dashboard.figures import COLOURS
from sim.dashboard.figures.axes import ticks, written
from sim.dashboard.figures.delays import Delayed, delay_curve
from sim.dashboard.figures.dots import COLUMNS, Strip, dot_plot, stacked
from sim.dashboard.figures.fans import MOST, QUANTILES, Fan, Happening, apart_from, fan_chart, gathered, thinned
from sim.dashboard.figures.intervals import Mark, interval_chart
from sim.dashboard.figures.picture import Picture
from sim.dashboard.figures.quantities import Manner, Quantity, slug
from sim.dashboard.figures.regrets import Regretted, regret_chart
from sim.dashboard.figures.spreads import Split, spread_chart
from sim.dashboard.figures.theme import GROUND, STANDS_OUT, colour, contrast
from sim.dashboard.figures.tradeoffs import Point, trade_off
from sim.i18n import LANGUAGES, words

EN, FR = Manner(words("en")), Manner(words("fr"))
BELIEF = Quantity("False belief", "share of people", "lower")
TRUST = Quantity("Trust", "0..1", "higher")
COST = Quantity("Cost", "€", "lower")


def traces(shown: Picture, **kind: Any) -> list[dict[str, Any]]:
    """The traces of a figure that are of this kind."""
    drawn = shown.figure.to_plotly_json()
    json.dumps(drawn, default=list)  # plain data through and through
    return [one for one in drawn["data"] if all(one.get(key) == value for key, value in kind.items())]


def strip(label: str, dots: list[float], place: int = 0) -> Strip:
    better, worse = sum(dot < 0 for dot in dots), sum(dot > 0 for dot in dots)
    return Strip(label, place, tuple(dots), better, worse, len(dots) - better - worse)


def fan(label: str, middle: np.ndarray, width: float = 0.01) -> Fan:
    return Fan(label, np.array([middle + width * (share - 0.5) for share in QUANTILES]))


def test_that_every_dot_is_in_the_table_and_near_its_place_in_the_figure():
    dots = [-0.03, -0.02, -0.0199, 0.0, 0.001, 0.02]
    shown = dot_plot([strip("fast", dots)], BELIEF, "none", EN)
    assert [row[1] for row in shown.rows] == dots
    drawn = sorted(x for trace in traces(shown) for x in trace["x"])
    low, high = shown.figure.layout["xaxis"]["range"]
    assert len(drawn) == len(dots)
    assert np.abs(np.array(drawn) - np.array(dots)).max() <= (high - low) / COLUMNS


def test_that_no_heap_of_dots_lies_on_both_sides_of_no_difference():
    dots = [-0.0001, -0.00005, 0.0, 0.00005, 0.0001, 1.0]
    heaps = stacked(dots, (-1.0, 1.0))
    assert [np.sign(x) for x, _ in heaps] == [np.sign(dot) for dot in dots]
    assert [height for _, height in heaps] == [0, 1, 0, 0, 1, 0]


def test_that_better_and_worse_dots_differ_in_shape_and_not_in_colour_alone():
    shown = dot_plot([strip("fast", [-0.02, 0.02, 0.0])], BELIEF, "none", EN)
    assert len({trace["marker"]["symbol"] for trace in traces(shown)}) == 3
    higher = dot_plot([strip("fast", [-0.02, 0.02])], TRUST, "none", EN)
    assert [trace["x"] for trace in traces(higher) if trace["marker"]["symbol"] == "circle"] == [[0.02]]


def test_that_dots_promise_nothing_when_no_answer_wins_in_three_futures_of_four():
    many = dot_plot([strip("fast", [-1.0] * 9 + [1.0]), strip("late", [1.0] * 10)], BELIEF, "none", EN)
    none = dot_plot([strip("fast", [-1.0, 1.0]), strip("late", [0.0, 0.0])], BELIEF, "none", EN)
    assert many.title == "One answer of 2 does better than “none” in at least three futures of four"
    assert none.title == "No answer does better than “none” in three futures of four"


def test_that_a_fan_draws_what_its_table_holds():
    hours = np.arange(0.0, 50.0)
    fans = fan("none", 0.1 + 0 * hours), fan("fast", 0.1 - 0.001 * hours), fan("", -0.001 * hours)
    shown = fan_chart(hours, fans, [], BELIEF, (0, EN))
    table = np.array(shown.rows).T
    assert np.array_equal(table[0], hours)
    for number, one in enumerate(fans):
        assert np.array_equal(table[1 + 5 * number : 6 + 5 * number], one.bands)
    medians = [trace["y"] for trace in traces(shown, mode="lines") if trace["line"].get("dash")]
    assert all(np.array_equal(y, one.bands[2]) for y, one in zip(medians, fans, strict=True))


def test_that_a_long_path_is_thinned_to_what_can_be_seen_and_keeps_its_ends():
    chosen = thinned(1344)
    assert (chosen[0], chosen[-1], len(chosen)) == (0, 1343, MOST)
    assert list(thinned(5)) == [0, 1, 2, 3, 4]


def test_that_two_paths_part_only_where_nine_futures_of_ten_agree():
    hours = np.arange(0.0, 101.0)
    step = np.where(hours >= 40, -0.05, 0.0)
    never = np.zeros_like(hours)
    fans = fan("none", never + 0.2), fan("fast", 0.2 + step), fan("", step)
    assert apart_from(hours, fans[2]) == [(40.0, 100.0)]
    assert "part after 40\u202fh and stay apart" in fan_chart(hours, fans, [], BELIEF, (0, EN)).title
    alike = fan("none", never), fan("fast", never), fan("", never)
    assert "cannot be told apart" in fan_chart(hours, alike, [], BELIEF, (0, EN)).title
    passing = np.where((hours >= 20) & (hours < 60), -0.05, 0.0)
    came_back = fan("none", never), fan("fast", passing), fan("", passing)
    assert "from 20\u202fh to 2.5\u202fd only" in fan_chart(hours, came_back, [], BELIEF, (0, EN)).title


def test_that_events_too_close_to_be_told_apart_share_a_mark_and_lose_no_number():
    happened = [Happening(hour, "something", "rival", str(number + 1)) for number, hour in enumerate((0, 1, 2, 50))]
    happened.append(Happening(1.0, "a statement", "ours", "A"))
    marks = gathered(happened, np.array([0.0, 100.0]))
    assert [(side, numbers) for _, side, numbers, _ in marks] == [("rival", "1–3"), ("rival", "4"), ("ours", "A")]


def test_that_an_interval_on_one_side_is_filled_and_one_across_zero_is_hollow():
    marks = [Mark("fast", 0, "capital", -0.02, -0.03, -0.01), Mark("fast", 0, "coast", -0.01, -0.03, 0.01)]
    shown = interval_chart(marks, BELIEF, "none", EN, "title")
    symbols = {trace["x"][0]: trace["marker"]["symbol"] for trace in traces(shown, mode="markers")}
    assert symbols == {-0.02: "circle", -0.01: "circle-open"}
    assert {tuple(trace["x"]) for trace in traces(shown, mode="lines")} == {(-0.03, -0.01), (-0.03, 0.01)}
    assert [row[2:] for row in shown.rows] == [(-0.02, -0.03, -0.01), (-0.01, -0.03, 0.01)]
    assert "capital" in shown.summary
    assert "coast" not in shown.summary


def test_that_regret_names_the_answer_whose_worst_future_is_least_bad():
    found = [Regretted("slow", 0, 0.0, 0.01, 0.05, 0.5), Regretted("safe", 1, 0.01, 0.015, 0.02, 0.9)]
    shown = regret_chart(found, BELIEF, EN)
    assert shown.title == "“safe” is the safest: at worst it ends 2.0 points from the best answer"
    drawn = sorted(trace["x"][0] for trace in traces(shown, mode="markers"))
    assert drawn == sorted(value for row in shown.rows for value in row[1:4])
    assert regret_chart([found[0], found[0]], BELIEF, EN).title == "All answers end equally far from the best"


def test_that_the_parts_of_a_spread_fill_its_bar_and_what_did_not_vary_is_said():
    split = Split("fast", {"chance": 3.0, "parameters": None, "model": 6.0, "rest": 1.0}, 10.0)
    shown = spread_chart([split], EN)
    assert sum(trace["x"][0] for trace in traces(shown, type="bar")) == pytest.approx(1.0)
    assert shown.rows == (("fast", 3.0, "not varied", 6.0, 1.0, 10.0),)
    assert "Parameters" in shown.summary
    assert shown.title == "For “fast”, the belief rule makes the largest part of the spread: 60\u202f%"
    alone = Split("fast", {"chance": 1.0, "parameters": None, "model": None, "rest": None}, 1.0)
    assert "Only chance varied" in spread_chart([alone], EN).title
    assert "same in every future" in spread_chart([Split("fast", {}, 0.0)], EN).title


def test_that_answers_worth_weighing_are_full_and_joined():
    points = [Point("a", 0, 0.1, 10.0, True), Point("b", 1, 0.2, 5.0, True), Point("c", 2, 0.3, 20.0, False)]
    shown = trade_off(points, BELIEF, COST, EN)
    marks = {trace["x"][0]: trace["marker"]["symbol"] for trace in traces(shown, mode="markers")}
    assert {x for x, symbol in marks.items() if not symbol.endswith("-open")} == {0.1, 0.2}
    assert traces(shown, mode="lines")[0]["x"] == [0.1, 0.2]
    assert [row[1:3] for row in shown.rows] == [(0.1, 10.0), (0.2, 5.0), (0.3, 20.0)]
    assert shown.title.startswith("2 of 3 answers are worth weighing")


def test_that_waiting_is_said_to_cost_only_where_intervals_do_not_meet():
    early = Delayed("fast", 0, 1.0, -0.03, -0.04, -0.02)
    late, unclear = Delayed("fast", 0, 24.0, 0.0, -0.01, 0.01), Delayed("fast", 0, 24.0, -0.02, -0.04, 0.0)
    costs = delay_curve([early, late], BELIEF, "none", EN)
    assert costs.title == "Waiting costs: “fast” loses 3.0 points when it begins 24\u202fh later instead of 1\u202fh"
    at_once = Delayed("fast", 0, 0.0, -0.03, -0.04, -0.02)
    assert delay_curve([at_once, late], BELIEF, "none", EN).title.endswith(
        "loses 3.0 points when it begins 24\u202fh later"
    )
    assert "No clear cost" in delay_curve([early, unclear], BELIEF, "none", EN).title
    assert [trace["y"] for trace in traces(costs, mode="lines+markers")] == [[-0.03, 0.0]]
    assert [row[1:3] for row in costs.rows] == [(1.0, -0.03), (24.0, 0.0)]


def test_that_every_colour_stands_out_from_a_light_and_from_a_dark_ground():
    shades = [(colour(place, dark), GROUND[dark]) for dark in (False, True) for place in range(-1, len(COLOURS))]
    assert all(contrast(*pair) >= STANDS_OUT for pair in shades)
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    for ground in GROUND.values():
        assert len({shade for shade, under in shades if under == ground}) == len(COLOURS) + 1


def test_that_ticks_are_few_and_round_and_written_as_the_language_does():
    assert ticks(-0.021, 0.013) == pytest.approx([-0.02, -0.01, 0.0, 0.01])
    assert ticks(0.0, 10.0) == [0.0, 2.0, 4.0, 6.0, 8.0, 10.0]
    assert written([-0.005, 0.0, 0.005], BELIEF, EN, change=True) == ["−0.5", "0.0", "+0.5"]
    assert written([0.0, 2500.0, 5000.0], COST, FR) == ["0", "2\u202f500", "5\u202f000"]


def test_that_every_unit_of_a_metric_has_words_in_both_languages():
    units = {catalogue.card("metrics", name).unit for name in catalogue.names("metrics")} - {""}
    lacking = [
        (lang, unit) for lang in LANGUAGES for unit in units if not words(lang).has(f"figures-unit-{slug(unit)}")
    ]
    assert lacking == []
    assert len(units) > 20


def test_that_amounts_carry_their_unit_and_intervals_carry_it_once():
    assert BELIEF.value(EN.t, 0.064) == "6.4\u202f%"
    assert BELIEF.change(FR.t, -0.012) == "−1,2\u202fpoint"
    assert BELIEF.span(EN.t, -0.0131, -0.0076) == "−1.31 to −0.76 points"
    assert COST.change(EN.t, 2000.0) == "+€2,000"
    assert TRUST.change(EN.t, 0.0134) == "+0.013"
    assert BELIEF.change(EN.t, math.nan) == "–"
    assert (BELIEF.wins(-1.0), TRUST.wins(-1.0), Quantity("", "").wins(1.0)) == (True, False, True)


def test_that_a_french_figure_says_nothing_in_english():
    found = [Strip("vite", 0, (-0.012, 0.003), 1, 1, 0)]
    shown = dot_plot(found, Quantity("Croyance erronée", "share of people", "lower"), "rien", FR)
    said = [shown.title, shown.summary, *shown.columns, shown.figure.layout["xaxis"]["title"]["text"]]
    said += [note["text"] for note in shown.figure.layout["annotations"]]
    english = {"better", "worse", "futures", "difference", "answer", "dot", "from", "the"}
    assert not english & {word.strip("“”.,:←→").lower() for text in said for word in text.split()}
    assert any("," in tick for tick in shown.figure.layout["xaxis"]["ticktext"])


@pytest.mark.parametrize("unit", ["€", "share of people"])
def test_that_margins_hold_the_ticks_so_that_nothing_is_drawn_twice(unit):
    near = [Point("fast", 0, 1.0, 10.0, True), Point("late", 1, 2.0, 20.0, False)]
    far = [Point("fast", 0, 1.0, 1e6, True), Point("late", 1, 2.0, 9e6, False)]
    few, many = (trade_off(one, BELIEF, Quantity("Cost", unit, "lower"), EN).figure.to_plotly_json()["layout"]
                 for one in (near, far))  # fmt: skip
    longest = max(len(tick) for tick in many["yaxis"]["ticktext"])
    assert many["margin"]["l"] >= 6 * longest  # no digit is narrower than that
    assert few["margin"]["l"] < many["margin"]["l"]
    assert many["margin"]["t"] == few["margin"]["t"] == 48  # what a figure asks for stays

"""Why two answers differ: what is said of it holds for what was found, and leaving out asks for the right runs."""

from __future__ import annotations

import math
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

pytest.importorskip("dash", reason="the app's libraries are not installed")

from sim.dashboard.app import make_app
from sim.dashboard.asked import Question
from sim.dashboard.desk import desk
from sim.dashboard.figures.quantities import Manner, Quantity
from sim.dashboard.figures.why import Event, Grown, Parting, Paths, parting_chart, paths_chart
from sim.dashboard.figures.why_cascades import cascade_chart
from sim.dashboard.figures.why_effects import Bar, Said, effect_chart
from sim.dashboard.parts import why_asks as asks
from sim.dashboard.parts.why_data import counterparts
from sim.dashboard.parts.why_words import lost
from sim.dashboard.told import Job
from sim.i18n import LANGUAGES, words
from sim.packs import read_pack

EN = Manner(words("en"))
BELIEF = Quantity("False belief", "share of people", "lower")
NAN = float("nan")
SMALL = ("scenario=embassy_rumour", "population.accounts=300", "time.days=2")


def bar(label="labels", mean=-0.01, low=-0.02, high=-0.005):
    return Bar(label, mean, low, high)


def cascade(sizes, kind="bot"):
    return Grown("The claim: and more", "support", kind, 1.0, sizes, (1.0, 1.0), (1.5, 1.5), ("–", "–"))


def row(root, tick=3, kind=0, size=2):
    return {"root": root, "claim": 0, "stance": 1, "kind": kind, "tick": tick, "size": size}


def two(arm="fast_statement", against="none"):
    """Two answers to a story, as far as leaving out needs to know them."""
    scenario = read_pack("embassy_rumour")
    view = SimpleNamespace(scenario=scenario, entries=lambda name: scenario.response(name).entries,
                           found=SimpleNamespace(baseline=against))  # fmt: skip
    return SimpleNamespace(view=view, a=against, b=arm)


def test_that_the_title_says_when_they_part_and_the_table_holds_every_future():
    partings = [Parting("one", 0.5, 1.0, 20.0, True), Parting("two", 0.5, 2.0, NAN, False)]
    shown = parting_chart(partings, BELIEF, 0, EN)
    assert shown.title == "They part after 30\u202fmin in every future; half of the last difference takes 20\u202fh"
    assert [row[:3] for row in shown.rows] == [("one", 0.5, 1.0), ("two", 0.5, 2.0)]
    never = parting_chart([Parting("one", NAN, NAN, NAN, True)], BELIEF, 0, EN)
    assert never.title == "The two never part in any future"


def test_that_the_paths_title_tells_the_last_difference_and_which_way_it_goes():
    hours = np.arange(3.0)
    facts = {"names": ("none", "fast"), "hours": hours, "others": (), "place": 0}
    lower = paths_chart(Paths(first=np.array([0.1, 0.2, 0.3]), second=np.array([0.1, 0.2, 0.28]), **facts),
                        [Event(1.0, "speaks", "b")], BELIEF, EN)  # fmt: skip
    assert lower.title == "After 2\u202fh, “fast” stands 2.0 points lower than “none”"
    assert lower.rows[-1] == (2.0, 0.3, 0.28, pytest.approx(-0.02))
    alike = paths_chart(Paths(first=hours, second=hours, **facts), [], BELIEF, EN)
    assert alike.title == "“none” and “fast” run alike in this future"


def test_that_cascades_are_held_against_their_own_counterparts_only():
    shown = cascade_chart([cascade((80, 40)), cascade((20, 10)), cascade((0, 90))], ("none", "fast"), 0, EN)
    assert shown.title == "The 2 large cascades that both have are 50\u202f% smaller with “fast”"
    assert [row[1:3] for row in shown.rows] == [(80, 40), (20, 10), (0, 90)]
    drawn = [trace["x"][0] for trace in shown.figure.to_plotly_json()["data"]]
    assert sorted(drawn) == [0, 10, 20, 40, 80, 90]


def test_that_a_cascade_belongs_to_the_same_post_or_to_the_only_one_of_its_kind():
    ours = [row(1), row(2), row(5, tick=9), row(6, tick=11), row(7, tick=11)]
    theirs = [row(2), row(8, tick=9), row(9, tick=11)]
    assert counterparts(ours, theirs) == [(0, None), (1, 0), (2, 1), (3, None), (4, None), (None, 2)]


def test_that_what_is_lost_is_called_by_its_share_of_a_sure_gain():
    assert lost(-0.03, True, bar(mean=-0.02)) == "two-thirds"
    assert lost(-0.02, True, bar(mean=-0.02)) == "all"
    assert lost(-0.02, True, bar(mean=-0.03)) == "more"
    assert lost(-0.02, True, bar(mean=-0.01)) == "half"
    assert lost(-0.02, True, bar(mean=0.01, low=0.005, high=0.02)) == "harm"
    assert lost(-0.02, True, bar(low=-0.02, high=0.01)) == "unclear"  # its interval knows no side
    assert lost(-0.02, False, bar()) == "unclear"  # nor does the gain
    for lang in LANGUAGES:
        for kind in ("more", "all", "three-quarters", "two-thirds", "half", "third", "quarter", "little", "nothing"):
            assert "labels" in words(lang)(f"why-lost-{kind}", action="labels")


def test_that_every_action_has_its_bar_and_only_sure_ones_are_full():
    bars = [bar("labels"), bar("facts", 0.001, -0.002, 0.004), bar("alone", 0.002, NAN, NAN)]
    shown = effect_chart(bars, BELIEF, Said("title", "summary", "axis"), 0, EN)
    assert [row[0] for row in shown.rows] == ["labels", "facts", "alone"]
    drawn = [trace for trace in shown.figure.to_plotly_json()["data"] if trace["type"] == "bar"]
    full = {trace["x"][0]: not trace["marker"]["color"].startswith("rgba") for trace in drawn}
    assert full == {-0.01: True, 0.001: False, 0.002: False}


def test_that_leaving_out_names_the_answer_without_the_entry_wherever_it_stands():
    view = two().view
    assert asks.left_out(view, "fast_statement", "facts") == "fast_statement-facts"
    assert asks.left_out(view, "label@6+fast_statement", "facts") == "label@6+fast_statement-facts"
    assert asks.left_out(view, "label@6+fast_statement", "photo_label") == "label-photo_label@6+fast_statement"


@pytest.mark.parametrize("what", [asks.own, asks.rivals])
def test_that_the_work_is_known_again_when_part_of_it_is_done(what, tmp_path):
    app = make_app(tmp_path)
    with app.server.test_request_context("/why"):
        ask = what(two(), Question(words=SMALL, arms=("none", "fast_statement")))
        begun = [Job("a", "running", tuple(question.overrides())) for question in ask.questions()]
        missing = len(ask.missing)
        for run in ask.without[0].runs:
            run.place.mkdir(parents=True)
            (run.place / "manifest.json").touch()
        assert len(ask.missing) < missing
        assert all(ask.asked_by(job) for job in begun)
        for other in (replace(ask.question, seeds=7), replace(ask.question, arms=("none", "label"))):
            assert not ask.asked_by(Job("b", "running", tuple(other.overrides())))


@pytest.mark.parametrize("what", [asks.own, asks.rivals])
def test_that_the_runs_looked_for_are_the_runs_that_the_button_asks_for(what, tmp_path):
    question = Question(words=SMALL, arms=("none", "fast_statement"), seeds=2)
    with make_app(tmp_path).server.test_request_context("/why"):
        ask = what(two(), question)
        wanted = {one.id for asked in ask.questions() for one in desk().asked.wanted(asked)}
        assert len(ask.without) > 2
        assert {run.id for run in ask.missing} == wanted
        assert ask.there == ()


def test_that_only_the_operation_is_asked_to_leave_something_out(tmp_path):
    with make_app(tmp_path).server.test_request_context("/why"):
        ask = asks.rivals(two(), Question(words=SMALL, arms=("none", "fast_statement")))
        assert {one.entry.name for one in ask.without} == {"bots", "photo_bots", "state_media", "trolls"}
        assert ask.arm == "none"


def test_that_an_answer_of_one_action_is_not_taken_apart(tmp_path):
    with make_app(tmp_path).server.test_request_context("/why"):
        assert asks.own(two("trusted_voice"), Question(words=SMALL, arms=("none", "trusted_voice"))) is None


def test_that_an_effect_without_an_interval_says_no_more_than_it_knows():
    assert lost(-0.02, True, Bar("labels", -0.02, math.nan, math.nan)) == "unclear"

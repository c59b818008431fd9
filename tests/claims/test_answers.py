"""Answers by name: later, on the first alert, in part and together, each on the same luck as the plan it is made of."""

from __future__ import annotations

import dataclasses

import pytest
from town import TOWN, columns, live_on, town

from sim.ground.cards import Text
from sim.ground.problems import Problems
from sim.model import Model
from sim.scenario import DetectorSpec, Response
from sim.settings import TimeSettings
from sim.state.timeline import Condition
from sim.state.world import World

HOURS = 12.0
ANSWER = TOWN.response("answer")
DEAF = dataclasses.replace(TOWN, detectors=(DetectorSpec("z_score"), DetectorSpec("cusum")))


def lived(response, scenario=TOWN, hours=HOURS) -> World:
    return live_on(Model(town(200, scenario=scenario, response=response)), hours).world


def begun(world) -> dict[str, float]:
    return {entry.name: world.clock.hour_of(entry.begun) for entry in world.timeline if entry.begun >= 0}


def problems_of(response, **more):
    with pytest.raises(Problems) as caught:
        dataclasses.replace(town(200), response=response, **more)
    return str(caught.value)


def with_plan(*entries, detectors=TOWN.detectors, **more):
    return dataclasses.replace(TOWN, responses=(Response("answer", entries=entries),), detectors=detectors, **more)


def with_own_condition(**when):
    waiting = dataclasses.replace(ANSWER.entries[1], at=None, when=Condition(**when))
    return with_plan(ANSWER.entries[0], waiting)


@pytest.fixture(scope="module")
def plain() -> World:
    return lived("answer")


@pytest.fixture(scope="module")
def silent() -> World:
    return lived("none")


def test_that_an_answer_some_hours_later_begins_so_many_hours_later_and_reaches_later(plain):
    late = lived("answer@3")
    names = [entry.name for entry in ANSWER.entries]
    assert [begun(late)[name] - begun(plain)[name] for name in names] == [3.0] * 4
    heard = [world.accounts.heard.sum() for world in (lived("answer", hours=3.0), lived("answer@3", hours=3.0))]
    assert heard[0] > heard[1]


def test_that_a_plan_and_its_later_self_are_alike_until_the_first_of_them_begins(silent):
    first = min(entry.at for entry in ANSWER.entries)
    assert columns(lived("answer@3", hours=first + 3.0)) == columns(lived("none", hours=first + 3.0))
    assert columns(lived("answer", hours=first + 3.0)) != columns(lived("none", hours=first + 3.0))


def test_that_no_shift_and_another_way_of_writing_ask_the_same_question():
    ways = {
        "answer": ["answer@0", "answer@0.0", "answer@-0"],
        "answer-answer-teaching?z_score@1.5": ["answer@1.50-teaching?z_score-answer"],
        "none": ["none@6"],
    }
    for told, others in ways.items():
        assert {town(200, response=one).run_id() for one in others} == {town(200, response=told).run_id()}
        assert {town(200, response=one).response for one in others} == {told}
    assert town(200, response="answer@1").run_id() != town(200).run_id()


def test_that_an_answer_without_an_entry_is_the_plan_without_it_to_the_bit():
    for name in ("labelling", "teaching"):
        left = with_plan(*(entry for entry in ANSWER.entries if entry.name != name))
        assert columns(lived(f"answer-{name}")) == columns(lived("answer", left))
    assert columns(lived("answer-teaching")) != columns(lived("answer"))


def test_that_an_answer_to_an_alert_begins_as_soon_as_it_can_be_heard_and_the_rest_as_long_after(silent):
    world = lived("answer?z_score")
    rung = world.alerts["z_score"]
    assert silent.alerts["z_score"] == rung  # nobody had done anything until then
    started = {entry.name: entry.begun - rung - 1 for entry in world.timeline if entry.since}
    assert started == {"teaching": 0, "labelling": 8, "answer": 12, "checking": 14}  # ticks of a quarter of an hour
    later = {entry.name: entry.begun - rung - 1 for entry in lived("answer?z_score@1").timeline if entry.since}
    assert later == {name: ticks + 4 for name, ticks in started.items()}


def test_that_leaving_out_the_first_entry_moves_none_of_the_others():
    whole, part = lived("answer?z_score"), lived("answer?z_score-teaching")
    assert begun(part) == {name: hour for name, hour in begun(whole).items() if name != "teaching"}


def test_that_an_answer_to_an_alert_that_never_comes_is_no_answer_to_the_bit():
    quiet = dataclasses.replace(DetectorSpec("cusum").params, limit=1e6)
    deaf = dataclasses.replace(TOWN, detectors=(DetectorSpec("z_score"), DetectorSpec("cusum", quiet)))
    waiting, nothing = lived("answer?cusum", deaf), lived("none", deaf)
    assert "cusum" not in waiting.alerts
    assert columns(waiting) == columns(nothing)
    assert waiting.journal.rows == nothing.journal.rows
    assert str(waiting.measured[-1]) == str(nothing.measured[-1])  # where nan is nan


def test_that_the_time_to_decide_passes_after_the_alert_too():
    slow = dataclasses.replace(TOWN, own_side=dataclasses.replace(TOWN.own_side, decision_hours=2.0))
    quick, late = begun(lived("answer?z_score")), begun(lived("answer?z_score", slow))
    assert [late[entry.name] - quick[entry.name] for entry in ANSWER.entries] == [2.0] * 4


def test_that_an_entry_may_wait_for_the_alert_and_for_something_of_its_own():
    scenario = with_own_condition(measure="exposure.papers", above=0.0)
    alone, both = lived("answer", scenario), lived("answer?z_score", scenario)
    heard = both.clock.hour_of(both.alerts["z_score"] + 1)
    assert begun(alone)["checking"] < heard == begun(both)["checking"]


def test_that_what_waits_for_a_condition_is_put_off_once_that_has_come():
    scenario = with_own_condition(measure="exposure.papers", above=0.0, delay=1.0)
    hours = [begun(lived(response, scenario))["checking"] for response in ("answer", "answer@3", "answer@-0.5")]
    assert [hour - hours[0] for hour in hours] == [0.0, 3.0, -0.5]


def test_that_all_of_it_can_be_put_together():
    other = Response("check", entries=ANSWER.entries[1:2])
    speak = Response("speak", entries=(ANSWER.entries[0], ANSWER.entries[2]))
    scenario = dataclasses.replace(TOWN, responses=(other, speak))
    plan = scenario.response("check@2+speak-labelling?z_score")
    assert plan.name == "check@2+speak-labelling?z_score"
    assert [(entry.name, entry.at, entry.since) for entry in plan.entries] == [
        ("checking", 3.5, ""), ("answer", 1.0, "z_score"),
    ]  # fmt: skip


def test_that_an_answer_is_said_in_both_languages():
    label = Text("Fast: words first", "Vite\u202f: des mots d’abord")
    pack = dataclasses.replace(TOWN, responses=(dataclasses.replace(ANSWER, label=label),))

    def said(name, scenario=pack):
        label = scenario.response(name).label
        return label.en, label.fr

    assert said("answer") == ("Fast: words first", "Vite\u202f: des mots d’abord")
    assert said("answer@6") == ("Fast, 6 h later", "Vite, 6\u202fh plus tard")
    assert said("answer@-1.5") == ("Fast, 1.5 h earlier", "Vite, 1,5\u202fh plus tôt")
    assert said("answer?z_score") == ("Fast, on the first alert", "Vite, à la première alerte")
    assert said("answer-checking-teaching@2") == (
        "Fast, 2 h later, without checking and teaching",
        "Vite, 2\u202fh plus tard, sans «\u202fchecking\u202f» ni «\u202fteaching\u202f»",
    )
    two = dataclasses.replace(pack, detectors=DEAF.detectors)
    assert said("answer?z_score@2", two)[0] == "Fast, 2 h after the first alert (Z-score of hourly posts)"


@pytest.mark.parametrize(
    ("response", "words"),
    [
        ("answr@6", 'no response "answr"'),
        ("answer-checkin", 'no entry of "answer" "checkin". Known: answer, checking, labelling, teaching. Did'),
        ("answer?cusum", 'no detector here "cusum". Known: z_score. Let it watch: +scenario.detectors.cusum={}.'),
        ("answer?z_scor", 'Did you mean "z_score"?'),
        ("answer@6h", '"6h" is no number of hours. Write them as in "answer@6"'),
        ("answer@1@2", '"answer" is given two hours, 1 and 2'),
        ("answer@-2", '"answer@-2" would begin "teaching" at hour -4, before the burn-in, which begins at -3 h.'),
        ("answer@400", "after the end at 336 h"),
        ("answer?z_score@-1", '"answer" waits for something and cannot begin 1 h earlier'),
    ],
)
def test_that_an_answer_nobody_can_give_is_refused_in_words(response, words):
    scenario = with_plan(*(entry for entry in ANSWER.entries if entry.name == "answer")) if "@-1" in response else TOWN
    assert words in problems_of(response, scenario=scenario)


def test_that_a_shift_is_held_against_the_hours_that_are_really_simulated():
    assert "after the end at 24 h" in problems_of("answer@30", time=TimeSettings(days=1))
    assert dataclasses.replace(town(200), response="answer@30").response == "answer@30"


def test_that_the_assumed_numbers_of_a_changed_answer_are_those_of_its_entries():
    told = town(200, response="answer?z_score-answer").assumed()
    assert any(name.startswith("scenario.responses.answer-answer?z_score.entries.checking.") for name in told)
    assert not [name for name in told if ".entries.answer." in name]

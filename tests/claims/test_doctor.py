"""The doctor names a lever that does nothing, stops working or works backwards, and calls the others sound."""

from __future__ import annotations

import sys
from dataclasses import dataclass, make_dataclass
from types import ModuleType

import pytest

from sim import Problems, catalogue
from sim.doctor import Lever, Order, all_levers, chosen, examine, stand
from sim.doctor.points import values
from sim.doctor.verdicts import judge
from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.metrics import reach
from sim.state.codes import Act

QUICK = Order(seeds=2, accounts=60)


@dataclass(frozen=True)
class Params:
    """Numbers of a tactic that posts `honest + capped + (9 - backwards)` times, and never looks at `idle`."""

    honest: int = param(2, "posts", 0, 100, source="test")
    capped: int = param(3, "posts", 0, 100, source="test")
    backwards: int = param(2, "posts", 0, 8, source="test")
    idle: int = param(2, "posts", 0, 100, source="test")
    word: str = param("", "-", source="test")
    fragile: int = param(0, "posts", 0, 1, source="test")


def begin(world, entry):
    told = entry.params
    if told.fragile:
        raise ZeroDivisionError("the rule divides by zero")
    posts = told.honest + min(told.capped, 3) + (9 - told.backwards)
    world.memory["planted/word"] = world.accounts.opinion[: len(told.word)] + 1
    world.drafts.append(posts, author=entry.actors[:1].repeat(posts), act=Act.ORIGINAL)


@pytest.fixture
def planted(monkeypatch):
    """A tactic, a measure and a metric that stand on their shelves for the time of a test."""
    tactic, metric = ModuleType("sim.tactics.planted"), ModuleType("sim.metrics.planted_metric")
    tactic.CARD = Card(Text("Planted", "Planté"), "a tactic whose every param has another defect")
    tactic.Params, tactic.begin = Params, begin
    tactic.TRIAL = Trial(moves={"honest": "+posts", "backwards": "+posts"}, tries={"word": ("a",), "fragile": (1,)})
    metric.CARD, metric.WHEN, metric.SEGMENTED = reach.CARD, "end", False
    metric.measure = lambda *_: 7.0
    measure = ModuleType("sim.countermeasures.planted_cost")
    measure.CARD = Card(Text("Planted cost", "Coût planté"), "a measure that costs and does nothing", cost=Cost(100.0))
    measure.Params, measure.begin = make_dataclass("Nothing", (), frozen=True), lambda *_: None
    monkeypatch.setitem(sys.modules, measure.__name__, measure)
    known = {shelf: catalogue.names(shelf) for shelf in catalogue.TITLES}
    known["tactics"] += ("planted",)
    known["countermeasures"] += ("planted_cost",)
    known["metrics"] += ("planted_metric",)
    monkeypatch.setattr(catalogue, "names", known.__getitem__)
    monkeypatch.setitem(sys.modules, tactic.__name__, tactic)
    monkeypatch.setitem(sys.modules, metric.__name__, metric)


def verdicts(*names: str) -> dict[str, str]:
    return {one.name.rpartition(".")[2]: one.verdict for one in examine(chosen(names), QUICK)}


def test_that_each_planted_defect_is_named(planted):
    assert verdicts("planted") == {
        "tactics/planted": "sound", "honest": "sound", "capped": "saturated", "backwards": "wrong-signed",
        "idle": "inert", "word": "unseen", "fragile": "broken",
    }  # fmt: skip


def test_that_a_metric_which_nothing_moves_is_named(planted):
    assert verdicts("planted_metric", "metrics/reach") == {"metrics/planted_metric": "inert", "metrics/reach": "sound"}


def test_that_a_measure_which_only_costs_is_named(planted):
    assert verdicts("planted_cost") == {"countermeasures/planted_cost": "unseen"}


def test_that_what_a_trial_states_itself_is_varied_too(planted, monkeypatch):
    stated = {"honest": 5, "capped": 9}
    monkeypatch.setattr(catalogue.idea("tactics", "planted"), "TRIAL", Trial(entries={"trial": {"params": stated}}))
    assert verdicts("planted.honest", "planted.idle") == {"honest": "sound", "idle": "inert"}


def test_that_what_only_stands_beside_an_action_is_not_taken_for_its_effect(planted, monkeypatch):
    beside = Trial(entries={"noise": {"do": "flood", "by": "bots", "params": {"rate": 50.0}}})
    monkeypatch.setattr(catalogue.idea("countermeasures", "planted_cost"), "TRIAL", beside, raising=False)
    assert verdicts("planted_cost") == {"countermeasures/planted_cost": "unseen"}


def test_that_an_effect_on_an_outcome_that_does_not_exist_is_named(planted, monkeypatch):
    monkeypatch.setattr(catalogue.idea("tactics", "planted"), "TRIAL", Trial(moves={"honest": "+nonsense"}))
    [finding] = examine(chosen(["planted.honest"]), QUICK)
    assert (finding.verdict, "nonsense" in finding.detail) == ("broken", True)


def test_that_a_sum_that_differs_in_its_last_digits_is_no_effect():
    lever = Lever("platform", "platform.made_up", (("1", ()), ("2", ())), ordered=True)
    shares = 0.1 + 0.2 + 0.3, 0.3 + 0.2 + 0.1
    assert shares[0] != shares[1]
    lives = [[stand.Played({"exposure": 1e-3 * share}, str(share))] for share in shares]
    assert judge(lever, lives).verdict == "unseen"


def test_that_a_word_for_which_nothing_is_known_to_try_is_named(planted, monkeypatch):
    monkeypatch.setattr(catalogue.idea("tactics", "planted"), "TRIAL", Trial())
    assert verdicts("planted.word") == {"word": "untried"}


def test_that_a_finding_tells_effect_noise_and_advice(planted):
    found = {one.name: one for one in examine(chosen(["planted.honest", "planted.capped"]), QUICK)}
    honest, capped = found["tactics/planted.honest"], found["tactics/planted.capped"]
    assert (honest.outcome, honest.tried, honest.advice) == ("posts", ("1", "2", "6"), "")
    assert honest.effect == pytest.approx(5.0, abs=3.0)  # five posts more, and what people write about them
    assert 0.0 <= honest.noise < 2.0
    assert capped.detail == "no difference between 3 and 9"
    assert "range" in capped.advice


def test_that_every_idea_of_the_catalogue_has_its_levers():
    named = {lever.name for lever in all_levers()}
    assert len(named) == len(all_levers())
    for shelf in (*catalogue.ACTIONS, "detectors", "metrics"):
        assert {f"{shelf}/{name}" for name in catalogue.names(shelf)} <= named
    assert {"platform.share_rate", "population.literacy", "time.days", "claims.appeal", "kinds/bot.activity"} <= named


def test_that_an_audience_matters_to_the_actions_that_say_so_and_to_no_other():
    short = "scenario.horizon_hours", 8.0
    for shelf in catalogue.ACTIONS:
        for name in catalogue.names(shelf):
            [whole] = [lever for lever in all_levers() if lever.name == f"{shelf}/{name}"]
            setup = (*whole.points[1][1], short)
            idea = catalogue.idea(shelf, name)
            part = "ostrania" if getattr(idea, "BY_COUNTRY", False) else "diaspora"
            nobody = "chosen" if getattr(idea, "FILLS_AUDIENCE", False) else ""  # what fills a segment must name one
            aims = [("scenario.timeline.trial.audience", audience) for audience in (nobody, part)]
            lives = [stand.play(100, (*setup, aim), 1).state for aim in aims]
            assert (lives[0] != lives[1]) == getattr(idea, "READS_AUDIENCE", False), name


def test_that_an_action_does_nothing_without_what_it_needs():
    short = "scenario.horizon_hours", 16.0
    lacking = {"by": "", "hours": 0.0}
    for shelf in catalogue.ACTIONS:
        for name in catalogue.names(shelf):
            [whole] = [lever for lever in all_levers() if lever.name == f"{shelf}/{name}"]
            setup = (*whole.points[1][1], short)
            needs = getattr(catalogue.idea(shelf, name), "NEEDS", ())
            assert {*needs} <= {"by", "claim", "hours"}, name
            for what in (one for one in needs if one in lacking):
                assert lived((*setup, (f"scenario.timeline.trial.{what}", lacking[what]))) == lived(
                    (*setup, ("scenario.timeline.trial", None))
                ), (name, what)
            if "claim" not in needs:  # then it can be lived without one
                lived((*setup, ("scenario.timeline.trial.claim", "")))


def lived(setup):
    """What came of a life of the stand, but for what was paid."""
    told = stand.play(100, setup, 1).outcomes
    return {name: repr(value) for name, value in told.items() if not name.startswith(("cost", "staff_hours"))}


def test_that_a_trial_speaks_of_params_and_metrics_that_there_are():
    for shelf in catalogue.TITLES:
        for name in catalogue.names(shelf):
            module = catalogue.idea(shelf, name)
            trial = getattr(module, "TRIAL", Trial())
            params = {"", *getattr(getattr(module, "Params", None), "__dataclass_fields__", {})}
            assert {*trial.moves, *trial.tries, *trial.needs} <= params, name


def test_that_a_sample_is_always_the_same_and_takes_the_shelves_by_turns():
    names = [lever.name for lever in chosen(sample=12)]
    assert names == [lever.name for lever in chosen(sample=12)]
    assert names != [lever.name for lever in chosen(sample=12, seed=2)]
    assert len({lever.shelf for lever in chosen(sample=12)}) == 12
    assert set(names) <= {lever.name for lever in chosen(sample=24)}


def test_that_an_unknown_lever_or_shelf_is_refused_with_the_nearest():
    with pytest.raises(Problems, match='Did you mean "prebunk"'):
        chosen(["prebnk"])
    with pytest.raises(Problems, match='Did you mean "tactics"'):
        chosen(shelf="tactic")


@pytest.mark.parametrize(
    ("present", "low", "high", "expected"),
    [
        (0.5, 0.0, 1.0, (0.25, 0.75)),  # room on both sides
        (0.0, 0.0, 1.0, (1 / 3, 2 / 3)),  # off: two on the only side
        (24.0, 0.0, 1000.0, (8.0, 72.0)),  # an open scale: thirds and triples
        (0.0, 0.0, 1000.0, (3.0, 9.0)),  # off, on an open scale
        (0.0, -4.0, 4.0, (-2.0, 2.0)),
        (True, None, None, (False,)),
    ],
)
def test_that_values_are_tried_on_both_sides_where_there_is_room(present, low, high, expected):
    assert values(present, {"low": low, "high": high}) == pytest.approx(expected)


def test_that_a_sample_of_the_real_levers_is_sound():
    unsound = {one.name: one.verdict for one in examine(chosen(sample=16), Order()) if one.verdict != "sound"}
    assert unsound == {}


def test_that_trying_one_lever_leaves_the_others_as_they_were():
    before = stand.changed(100, ())
    entry = ("scenario.timeline.trial", {"do": "flood", "params": {}})
    stand.changed(100, (entry, ("scenario.timeline.trial.params.rate", 5.0), ("population.bots", 0.4)))
    assert entry[1]["params"] == {}
    assert stand.changed(100, ()) == before

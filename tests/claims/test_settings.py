"""Settings: complete, refused with everything that is wrong, and named by the question they ask."""

from __future__ import annotations

import json
import pickle
from dataclasses import replace

import pytest

from sim.ground.problems import Problems
from sim.packs import read_pack
from sim.scenario import plain
from sim.settings import Execution, Settings, TimeSettings
from sim.settings.identity import MODEL_CODE, PACKAGE, code_hash

SMALL = {"graph": {"kind": "star"}, "scenario": {"name": "tiny", "claims": {"papers": {"appeal": 1}}}}


def settings(**changes):
    return Settings.from_mapping(SMALL | changes)


def problems_of(**changes):
    with pytest.raises(Problems) as caught:
        settings(**changes)
    return [str(problem) for problem in caught.value.problems]


def with_scenario(**facts):
    return {"scenario": SMALL["scenario"] | facts}


def test_that_settings_written_out_can_be_read_back():
    before = Settings.from_mapping({**SMALL, "scenario": {"name": "x", **plain(read_pack("embassy_rumour"))}})
    written = json.loads(json.dumps(before.as_dict()))
    assert Settings.from_mapping(written) == before


def test_that_the_same_question_has_the_same_id_however_it_is_carried_out():
    one = settings(seed=3)
    other = settings(seed=3, execution={"threads": 2, "results": "elsewhere", "checkpoint_seconds": 0})
    assert one.run_id() == other.run_id()
    assert len(one.run_id()) == 16


def test_that_the_code_behind_the_id_is_all_there():
    assert [part for part in MODEL_CODE if not (PACKAGE / part).exists()] == []
    assert len(code_hash()) == 16


def test_that_a_whole_number_and_its_decimal_ask_the_same():
    assert settings(time={"minutes": 30}).run_id() == settings(time={"minutes": 30.0}).run_id()


def test_that_settings_travel_between_processes():
    before = settings(**with_scenario(timeline={"bots": {"do": "flood", "at": 0, "claim": "papers"}}))
    assert pickle.loads(pickle.dumps(before)) == before


@pytest.mark.parametrize(
    "changes",
    [
        {"seed": 2},
        {"belief": "bounded_confidence"},
        {"belief": {"name": "log_odds", "params": {"claim_step": 0.1}}},
        {"graph": {"kind": "line"}},
        {"platform": {"patience": 10}},
        {"platform": {"feed_params": {"temperature": 1}}},
        {"population": {"accounts": 500}},
        {"time": {"minutes": 30}},
        with_scenario(horizon_hours=48),
        with_scenario(claims={"papers": {"appeal": 2}}),
        with_scenario(timeline={"bots": {"do": "flood", "at": 0, "claim": "papers"}}),
    ],
)
def test_that_another_question_has_another_id(changes):
    assert settings(**changes).run_id() != settings().run_id()


def test_that_a_response_nobody_chose_leaves_the_question_alone():
    plan = {"label": {"en": "x", "fr": "x"}, "entries": {"word": {"do": "statement", "at": 1, "claim": "papers"}}}
    offered = with_scenario(responses={"speak": plan})
    assert settings(**offered).run_id() == settings().run_id()
    assert settings(response="speak", **offered).run_id() != settings().run_id()


def test_that_the_id_hangs_on_what_is_in_the_graph_file(tmp_path):
    def asked(name, text):
        (tmp_path / name).write_text(text)
        graph = {"file": str(tmp_path / name), "direction": "source follows target"}
        return settings(graph=graph).run_id()

    assert asked("a.csv", "1,2\n") == asked("b.csv", "1,2\n")
    assert asked("a.csv", "1,2\n") != asked("a.csv", "2,1\n")


def test_that_all_problems_come_at_once_with_the_nearest_known_word():
    told = problems_of(sed=1, seed="one", platform={"patiense": 3, "recommended": 2}, belief="log_ods")
    assert len(told) == 5
    assert 'sed: no setting "sed"' in told[0]
    assert told[0].endswith('Did you mean "seed"?')
    assert any('platform.patiense: no setting "patiense"' in line and '"patience"' in line for line in told)
    assert "platform.recommended: 2 is out of range. Allowed: 0 to 0.5 share." in told
    assert any(line.startswith('belief: no belief rule "log_ods"') and '"log_odds"' in line for line in told)
    assert any(line.startswith("seed: 'one' is no seed") for line in told)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"seed": -1}, "seed: -1 is no seed"),
        ({"seed": True}, "seed: True is no seed"),
        ({"seed": 2**31}, "is no seed"),
        ({"time": {"minutes": 1}}, "time.minutes: 1 is out of range. Allowed: 5 to 1440 min."),
        ({"time": {"minutes": float("nan")}}, "time.minutes: nan is out of range"),
        ({"population": 7}, "population: 7 is not a mapping of names"),
        ({"graph": {"kind": "stars"}}, 'Did you mean "star"?'),
        ({"graph": {"file": "nowhere.csv", "direction": "undirected"}}, 'graph.file: no file "nowhere.csv"'),
        ({"response": "wait"}, 'response: no response "wait". Known: none.'),
        ({"platform": {"feed": "engagment"}}, 'platform.feed: no feed "engagment"'),
        (with_scenario(start="yesterday"), 'scenario.start: "yesterday" is no date and time'),
        (with_scenario(horizon_hours="long"), "scenario.horizon_hours: 'long' is not a number"),
        (with_scenario(claims={"Papers!": {}}), 'scenario.claims.Papers!: "Papers!" is no name'),
        (with_scenario(actors={"x": {"kind": "bott"}}), 'no kind of account "bott"'),
        (with_scenario(actors={"x": {"audience": "moon"}}), 'no segment, country or language "moon"'),
        (with_scenario(segments={"s": {"country": "moon"}}), 'no country "moon"'),
        (with_scenario(detectors={"z_scor": {}}), 'Did you mean "z_score"?'),
        (with_scenario(timeline={"e": {"at": 1}}), "scenario.timeline.e: it does not say what to do"),
        (with_scenario(timeline={"e": {"do": "flood"}}), "it says neither at: nor when:"),
        (with_scenario(timeline={"e": {"do": "flood", "at": "noon"}}), "scenario.timeline.e.at: 'noon' is no time"),
        (with_scenario(timeline={"e": {"do": "flood", "at": 1, "claim": "paper"}}), 'Did you mean "papers"?'),
        (with_scenario(timeline={"e": {"do": "flood", "at": 1, "by": "x"}}), 'no actor or operation "x"'),
        (with_scenario(timeline={"e": {"do": "flood", "at": 1, "params": {"rate": -1}}}), "-1 is out of range"),
        (with_scenario(timeline={"e": {"do": "swarm", "at": 1, "params": {"target": "x"}}}), "params.target: no actor"),
        (with_scenario(timeline={"e": {"do": "flood", "when": {"alert": "z_score"}}}), 'no detector here "z_score"'),
        (with_scenario(timeline={"e": {"do": "flood", "when": {"measure": "reach"}}}), "either above: or below:"),
        (with_scenario(timeline={"e": {"do": "flood", "when": {}}}), "either measure: or alert:"),
        (with_scenario(responses={"r": {"combines": ["s"]}}), 'no response "s"'),
    ],
)
def test_that_a_wrong_setting_is_refused_in_words(changes, words):
    assert [line for line in problems_of(**changes) if words in line]


def test_that_the_language_of_a_country_that_names_none_can_be_spoken_to():
    told = with_scenario(countries={"velmora": {}}, actors={"x": {"audience": "en"}})
    assert settings(**told).scenario.actors[0].audience == "en"


def test_that_a_file_of_follows_needs_its_direction_said(tmp_path):
    (tmp_path / "edges.csv").write_text("1,2\n")
    told = problems_of(graph={"file": str(tmp_path / "edges.csv")})
    assert "source follows target, source is followed by target, undirected" in told[0]


def test_that_two_plans_can_be_run_together_unless_they_clash():
    def word(at):
        return {"entries": {"word": {"do": "statement", "at": at, "claim": "papers"}}}

    other = {"entries": {"check": {"do": "debunk", "at": 2, "claim": "papers"}}}
    told = with_scenario(
        responses={"speak": word(1), "wait": word(9), "check": other, "both": {"combines": ["speak", "check"]}}
    )
    together = settings(response="speak+check", **told)
    assert [entry.name for entry in together.plan.entries] == ["word", "check"]
    assert settings(response="both", **told).plan.entries == together.plan.entries
    assert "different entries" in problems_of(response="speak+wait", **told)[0]


def test_that_an_entry_that_needs_a_claim_is_refused_without_one_where_it_would_be_played():
    silent = {"do": "publish", "at": 1, "by": "embassy"}
    told = with_scenario(
        actors={"embassy": {}},
        timeline={"rumour": silent, "bots": {"do": "flood", "at": 2}, "crowd": {"do": "swarm", "at": 2, "hours": 1}},
        responses={"speak": {"entries": {"word": {"do": "statement", "at": 1}, "calm": {"do": "calm", "at": 2}}}},
    )
    lines = [
        "scenario.timeline.rumour: publish is about a claim, and none is named. Name one as its claim:.",
        "scenario.timeline.bots: flood is about a claim, and none is named. Name one as its claim:.",
    ]
    word = (
        "scenario.responses.speak.entries.word: statement is about a claim, and none is named. Name one as its claim:."
    )
    assert problems_of(**told) == lines
    assert problems_of(response="speak", **told) == [*lines, word]
    assert problems_of(response="speak@3-word", **told) == lines
    assert problems_of(response="speek", seed=-1, **told)[2:] == lines
    assert [
        one.name for one in settings(**with_scenario(timeline={"crowd": {"do": "swarm", "at": 2}})).scenario.timeline
    ]


def test_that_settings_made_in_python_are_refused_likewise():
    story = read_pack("embassy_rumour")
    silent = replace(story, timeline=tuple(replace(one, claim="") for one in story.timeline))
    with pytest.raises(Problems) as caught:
        Settings(silent)
    assert [problem.where for problem in caught.value.problems] == [
        f"scenario.timeline.{one.name}" for one in story.timeline if one.do != "swarm"
    ]


@pytest.mark.parametrize(
    ("written", "meant"), [(2, 2.0), (2.5, 2.5), ("T+2:30", 2.5), ("0:20", 1 / 3), ("T-24:00", -24.0)]
)
def test_that_hours_may_be_written_as_planners_write_them(written, meant):
    entry = {"do": "flood", "at": written, "claim": "papers"}
    told = settings(**with_scenario(timeline={"bots": entry})).scenario.timeline
    assert told[0].at == pytest.approx(meant)


def test_that_settings_made_in_python_are_complete_too():
    made = Settings(read_pack("quiet_week"), time=TimeSettings(days=1), execution=Execution(threads=2))
    assert made.belief.params is not None
    assert made.graph.params is not None
    assert made.feed_params is not None
    assert (made.horizon_hours, made.burn_in_hours, made.accounts) == (24.0, 72.0, 10_000)


def test_that_assumed_numbers_are_listed_by_name():
    told = settings(**with_scenario(timeline={"bots": {"do": "flood", "at": 0, "claim": "papers"}})).assumed()
    assert "population.trust_press" in told
    assert "scenario.timeline.bots.params.rate" in told
    assert "population.activity_median" not in told  # A1


def test_that_the_facts_of_a_question_tell_what_is_in_force_and_not_the_story():
    asked = settings(time={"days": 2})
    facts = asked.facts()
    assert facts["belief.name"] == "log_odds"
    assert facts["graph.kind"] == "star"
    assert facts["scenario"] == "tiny"
    assert (facts["population.accounts"], facts["time.days"]) == (asked.accounts, 2)
    assert facts["time.burn_in_days"] == asked.burn_in_hours / 24
    assert not any(name.startswith(("scenario.", "execution.")) for name in facts)
    assert json.loads(json.dumps(facts)) == facts

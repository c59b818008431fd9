"""A question keeps its id, finds its stored answers, and can name no place on the disk."""

from __future__ import annotations

import shlex
from dataclasses import replace

import pytest
from stored import manifest_of, outcome_of

from sim import Problems, compose
from sim.dashboard.allowed import asked_for, check_words, options, placed
from sim.dashboard.asked import Asked, Question
from sim.results import write_run

WORDS = ("scenario=embassy_rumour", "population.accounts=300", "time.days=2")
ASKED = Question(WORDS, arms=("none", "fast_statement"), seeds=2, beliefs=("log_odds", "bounded_confidence"))


@pytest.fixture
def asked(tmp_path):
    return Asked(tmp_path / "results")


def test_that_a_question_is_read_as_it_was_saved(asked):
    name = asked.save(ASKED)
    assert asked.load(name) == ASKED
    assert asked.load(name).created
    assert asked.save(ASKED) == name
    assert [one.id for one in asked.recent()] == [name]


def test_that_another_question_has_another_id():
    assert len({ASKED.id, replace(ASKED, seeds=3).id, replace(ASKED, arms=("none",)).id, ASKED.quick.id}) == 4
    assert replace(ASKED, created="yesterday").id == ASKED.id


def test_that_a_quick_question_asks_fewer_seeds_of_one_rule():
    quick = replace(ASKED, seeds=20).quick
    assert (quick.seeds, quick.beliefs, quick.arms) == (3, ("log_odds",), ASKED.arms)


def test_that_the_runs_of_a_question_are_those_of_the_command_line(asked):
    wanted = asked.wanted(ASKED)
    words = shlex.split(asked.command(ASKED))
    assert words[:2] == ["parley", "run"]
    assert words[-2:] == ["--results", str(asked.results)]
    assert {one.id for one in wanted} == {one.run_id() for one in compose(words[2:-2])}
    assert len(wanted) == 8
    assert wanted[0].ticks > 2 * 24 * 4


def test_that_stored_runs_are_told_from_missing_ones(asked):
    first, *others = asked.wanted(ASKED)
    assert not first.stored
    write_run(first.place, outcome_of("none", 1), manifest_of(first.id, "none", 1))
    assert first.stored
    assert not any(one.stored for one in others)


def test_that_the_same_question_is_composed_once(asked, monkeypatch):
    first = asked.wanted(ASKED)
    monkeypatch.setattr("sim.dashboard.asked.compose", lambda *_: pytest.fail("composed again"))
    assert asked.wanted(replace(ASKED)) is first


def test_that_an_edited_pack_is_composed_anew(asked, monkeypatch):
    first = asked.wanted(ASKED)
    monkeypatch.setattr("sim.dashboard.asked._edited", lambda _: 1)
    assert asked.wanted(ASKED) is not first


def test_that_a_question_about_stored_runs_is_compared_by_their_ids(asked):
    question = Question(runs=("0123456789abcdef", "fedcba9876543210"))
    assert asked.load(asked.save(question)) == question
    assert asked.command(question).startswith("parley compare 0123456789abcdef fedcba9876543210")
    assert asked.wanted(question) == ()


def test_that_the_command_line_can_be_pasted_into_a_shell(asked):
    question = replace(ASKED, words=(*WORDS, "metrics=[reach,false_belief_average]", "+scenario.own='it; rm x'"))
    words = shlex.split(asked.command(question))
    assert "metrics=[reach,false_belief_average]" in words
    assert "+scenario.own='it; rm x'" in words


@pytest.mark.parametrize("name", ["../../etc/passwd", "0123456789ab/../x", "", "0123456789AB", "x" * 99])
def test_that_an_id_is_never_a_path(asked, name):
    with pytest.raises(Problems, match="is no question"):
        asked.load(name)


def test_that_an_unknown_question_is_told_in_words(asked):
    with pytest.raises(Problems, match="no question 0123456789ab is stored here"):
        asked.load("0123456789ab")


@pytest.mark.parametrize("content", ["", "{", "[]", '{"words": 3}', '{"words": [], "arms": null}'])
def test_that_a_damaged_question_is_told_in_words(asked, content):
    name = asked.save(ASKED)
    (asked.results / ".asked" / f"{name}.json").write_text(content)
    with pytest.raises(Problems, match="damaged"):
        asked.load(name)
    assert asked.recent() == []


def test_that_a_changed_question_is_noticed(asked):
    name = asked.save(ASKED)
    file = asked.results / ".asked" / f"{name}.json"
    file.write_text(file.read_text().replace("fast_statement", "label"))
    with pytest.raises(Problems, match="was changed"):
        asked.load(name)


REFUSED = [
    "execution.results=/tmp/elsewhere",
    "++execution.threads=64",
    "~execution",
    "hydra.searchpath=[file://conf]",
    "hydra.run.dir=x",
    "graph.file=/etc/passwd",
    "+graph.file=/etc/passwd",
    "graph.nodes=/etc/passwd",
    "graph={file:/etc/passwd}",
    "graph=/etc/passwd",
    "graph=../../graph",
    "graph=Makefile",
    "graph=imported",
    "graph=upload:../../../etc",
    "scenario=../packs",
    "scenario=tests",
    "scenario={}",
    "++scenario=embassy_rumour",
    "~graph",
    "platform@layer=microblog",
    "population.accounts=${oc.env:HOME}",
    "seed=range(1,1000000000)",
    "population.accounts=interval(1,2)",
    "--config-dir=x",
    "-m",
    "--results",
    "a b=c",
    "time.days=1\nexecution.results=x",
    "",
    "x" * 20_000,
]


@pytest.mark.parametrize("word", REFUSED)
def test_that_a_browser_may_not_send(word, asked):
    with pytest.raises(Problems):
        check_words([word])
    with pytest.raises(Problems):
        asked.save(replace(ASKED, words=(*WORDS, word)))


@pytest.mark.parametrize("word", ["response=none", "seed=1", "belief=log_odds"])
def test_that_a_question_says_by_itself(word, asked):
    with pytest.raises(Problems, match="says this by itself"):
        asked.save(replace(ASKED, words=(*WORDS, word)))


@pytest.mark.parametrize("arm", ["none,$x", "../x", "-m", "a b", "a'b", "", "a,b"])
def test_that_a_response_is_a_name(arm, asked):
    with pytest.raises(Problems, match="is no response"):
        asked.save(replace(ASKED, arms=("none", arm)))


@pytest.mark.parametrize("arm", ["fast_statement@6", "debunk@-2", "label?z_score", "a-b", "label@1.5+a-b"])
def test_that_a_response_may_be_delayed_triggered_and_combined(arm):
    question = replace(ASKED, arms=("none", arm))
    question.check()
    assert f"response=none,{arm}" in question.overrides()


@pytest.mark.parametrize("name", ["../x", "magic", "log_odds,x"])
def test_that_a_belief_rule_is_one_on_the_shelf(name, asked):
    with pytest.raises(Problems, match="no belief rule"):
        asked.save(replace(ASKED, beliefs=(name,)))


@pytest.mark.parametrize("seeds", [0, -1, 10**9])
def test_that_seeds_have_bounds(seeds, asked):
    with pytest.raises(Problems, match="Allowed: 1 to"):
        asked.save(replace(ASKED, seeds=seeds))


def test_that_an_entry_without_its_claim_is_told_before_anything_is_run(asked):
    question = replace(ASKED, words=(*WORDS, "~scenario.timeline.bots.claim"))
    with pytest.raises(Problems, match="bots: flood is about a claim, and none is named"):
        asked.wanted(question)


def test_that_commas_cannot_ask_for_endlessly_many_runs(asked):
    sweeps = [f"population.{name}=0,0.1" for name in ("bots", "media", "influencers")] * 10
    assert asked_for(sweeps) == 2**30
    with pytest.raises(Problems, match="1,073,741,824 runs"):
        check_words(sweeps)
    assert asked_for(["metrics=[reach,cost]", "seed=1,2,3", "x={a:[1,2],b:3}"]) == 3


def test_that_every_pack_and_preset_may_be_named():
    check_words([f"{group}={name}" for group in ("scenario", "graph", "platform", "population", "belief")
                 for name in options(group)])  # fmt: skip
    assert "degroot" in options("belief")
    assert "embassy_rumour" in options("scenario")


def test_that_an_upload_is_called_by_its_hash_alone(tmp_path):
    word = "graph=upload:0123456789abcdef"
    check_words([word])
    assert placed([word, "seed=1"], tmp_path) == [f"graph={tmp_path}/0123456789abcdef/graph", "seed=1"]


def test_that_an_upload_that_is_not_there_is_told_in_words(asked):
    with pytest.raises(Problems, match="no upload 0123456789abcdef"):
        asked.wanted(replace(ASKED, words=(*WORDS, "graph=upload:0123456789abcdef")))


def test_that_settings_that_cannot_be_are_told_in_words(asked):
    with pytest.raises(Problems, match="fast_statment"):
        asked.wanted(replace(ASKED, arms=("none", "fast_statment")))


def test_that_several_threads_may_ask_at_once(asked):
    from concurrent.futures import ThreadPoolExecutor

    questions = [replace(ASKED, seeds=seeds, beliefs=()) for seeds in range(1, 9)]
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(asked.wanted, questions))
    assert [len(one) for one in found] == [2 * seeds for seeds in range(1, 9)]

"""Asking: every story has levers that reach the engine, and a wish survives its address and its question."""

from __future__ import annotations

from dataclasses import replace

import pytest

pytest.importorskip("dash", reason="the app's libraries are not installed")

from sim.compose import compose
from sim.dashboard.levers import levers_of
from sim.dashboard.parts.ask_form import written
from sim.dashboard.plans import gravest, steps
from sim.dashboard.wish import MOST_ARMS, NOBODY, Wish, read_wish, wish_of
from sim.i18n import LANGUAGES, words
from sim.packs import known_packs, read_pack

PACKS = list(known_packs())


@pytest.mark.parametrize("pack", PACKS)
def test_that_every_story_has_five_to_nine_levers_that_reach_the_engine(pack):
    levers = levers_of(read_pack(pack))
    assert 5 <= len(levers) <= 9
    assert len({lever.key for lever in levers}) == len(levers)
    assert all(lever.default in lever.values for lever in levers)
    others = {lever.setting: next(one for one in reversed(lever.values) if one != lever.default) for lever in levers}
    words = [f"{setting}={value}" for setting, value in others.items()]
    usual, same, moved = (compose([f"scenario={pack}", *told])[0] for told in (
        [], [lever.words_for(lever.default) for lever in levers], words))  # fmt: skip
    assert same.run_id() == usual.run_id()
    asked = moved.question()
    for setting, value in others.items():
        found = asked
        for part in setting.split("."):
            found = found[part]
        assert found == value, setting


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_that_every_lever_and_every_answer_is_told_in_words(pack, lang):
    t, story = words(lang), read_pack(pack)
    for lever in levers_of(story):
        names = {key: t.label(text) for key, text in lever.names.items()}
        told = [t(f"ask-lever-{lever.words}", **names), t(f"ask-lever-{lever.words}-effect", **names)]
        assert all(told)
        values = [written(lever, value, t) for value in lever.values]
        assert len(set(values)) == len(values), (lever.key, values)
    for response in story.responses:
        told = steps(response, story, t)
        assert bool(told) == bool(response.entries)
        assert all(step.when and step.what for step in told)
        assert len({(step.when, step.what) for step in told}) == len(told) <= len(response.entries)


def test_that_a_plan_says_when_each_step_begins_and_on_what():
    story, t = read_pack("embassy_rumour"), words("en")
    told = steps(story.response("label@6"), story, t)
    assert [one.when for one in told] != [one.when for one in steps(story.response("label"), story, t)]
    alert = steps(story.response("label?z_score"), story, t)
    assert all(one.when.startswith(("On the first alert", "When its condition")) or "after the first alert" in one.when
               for one in alert)  # fmt: skip
    one = replace(story.response("label").entries[0], when=None, since="", at=2.0, hours=3.0)
    twice = replace(story.response("label"), entries=(one, replace(one, name="again", claim=story.claims[-1].name)))
    assert [(step.when, step.what.rpartition(" on ")[2]) for step in steps(twice, story, t)] \
        == [(f"After {t.hours(2)}, for {t.hours(3)}", "2 claims")]  # fmt: skip


def test_that_the_gravest_class_of_rights_stands_for_a_response():
    story = read_pack("embassy_rumour")
    assert gravest(story.response("none")) == ""
    assert gravest(story.response("trusted_voice")) == "unproblematic"
    assert gravest(story.response("fast_with_partners")) == "potentially_problematic"


def test_that_a_wish_survives_its_address_and_its_question():
    wish = Wish("embassy_rumour", ("debunk", "label@6+debunk", "label?z_score"), 10, ("log_odds", "complex_contagion"),
                5000, "low_trust", "bridging", levers=(("trust", "0.3"), ("crew", "150")))  # fmt: skip
    assert read_wish(wish.query()) == wish
    question = wish.question()
    assert question.arms == (NOBODY, *wish.arms)
    assert "population.trust_own_state=0.3" in question.words
    assert wish_of(question) == wish
    assert wish.runs == 4 * 10 * 2


def test_that_an_address_is_read_with_patience():
    assert read_wish({}) is None
    assert read_wish({"scenario": "../secrets"}) is None
    wish = read_wish({"scenario": "embassy_rumour", "arms": "nonsense,debunk,debunk", "seeds": "many", "set": "a:b",
                      "accounts": "7", "beliefs": "mine"})  # fmt: skip
    assert wish == Wish("embassy_rumour", ("debunk",))


def test_that_no_more_answers_are_taken_than_can_be_compared():
    names = [one.name for one in read_pack("embassy_rumour").responses if one.name != NOBODY]
    assert len(names) > MOST_ARMS
    wish = read_wish({"scenario": "embassy_rumour", "arms": ",".join(names)})
    assert wish is not None
    assert wish.arms == tuple(names[:MOST_ARMS])

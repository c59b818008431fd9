"""Micro-effects: asked in the middle of a run, people answer as in published experiments (V24, V35 to V39)."""

from __future__ import annotations

import pytest

from experiments.validation.micro import feeds, surveys


@pytest.fixture(scope="module")
def answers() -> dict[str, float]:
    return surveys.survey_effects(seed=1)


def test_that_a_label_that_is_noticed_takes_away_a_quarter_of_belief_and_of_sharing(answers):
    assert answers["warning, belief, noticed"] == pytest.approx(-27.6, abs=5)  # A70
    assert answers["warning, sharing, noticed"] == pytest.approx(-24.7, abs=5)


def test_that_who_does_not_notice_a_label_is_not_moved_by_it(answers):
    for what in ("belief", "sharing"):
        assert answers[f"warning, {what}, noticed"] < answers[f"warning, {what}, shown"] < 0
        assert answers[f"note, {what}, shown"] < answers[f"warning, {what}, shown"]  # C5: noticed more often


def test_that_a_prompt_lowers_false_sharing_by_a_tenth(answers):
    assert answers["prompt, sharing"] == pytest.approx(-10, abs=4)  # A73


def test_that_a_fact_check_moves_answers_as_far_as_in_meta_analysis(answers):
    assert answers["fact-check, d"] == pytest.approx(0.29, abs=0.08)  # A66


def test_that_a_made_video_is_believed_as_a_text_is_and_seldom_seen_through(answers):
    assert 0.9 <= answers["video over text, belief"] <= 1.2  # A99
    assert 0.50 <= answers["fakes told right"] <= 0.62  # A98


def test_that_calling_the_truth_a_fake_works_on_texts_and_not_on_videos(answers):
    assert answers["denial of a text, points"] == pytest.approx(8, abs=4)  # A102
    assert answers["denial of a video, of that of a text"] < 1 / 3


def test_that_inoculation_fades_in_months_and_a_second_lesson_restores_it():
    found = surveys.fading(seed=1)
    assert 30 <= found["prebunk after 30 days, %"] <= 70  # A75
    assert found["prebunk after 90 days, %"] < found["prebunk after 60 days, %"] < found["prebunk after 30 days, %"]
    assert found["prebunk again after 30 days, %"] >= 80


def test_that_a_survey_does_not_find_a_small_campaign():
    found = feeds.campaign(seed=1)
    assert found["share of exposures"] < 0.01
    assert abs(found["change of mean belief"]) < 0.02  # Eady et al. 2023
    assert found["surveys that see it"] <= 0.10


def test_that_a_label_saves_fewer_reposts_the_later_it_comes():
    nothing, *saved = (
        sum(feeds.outcomes(feeds.BURST | more, seed, talk=0.0)["reposts"] for seed in (1, 2))
        for more in ({}, *(feeds.label("note", delay) for delay in (0.0, 6.0, 24.0)))
    )
    assert saved[0] < saved[1] < saved[2] <= nothing

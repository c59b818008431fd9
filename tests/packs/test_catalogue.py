"""The catalogue of packs: each capability, danger and remedy has its story, with answers and an exercise."""

from __future__ import annotations

import pytest

from sim.packs import check_report, known_packs, read_expected, read_pack
from sim.packs.injects import FILE

CATALOGUE = [f"F{number:02}" for number in range(1, 24)]
CONTROL = "quiet_week"  # nothing happens in it, so there is nothing to answer
STORIES = [name for name in known_packs() if name != CONTROL]


def test_that_every_entry_of_the_catalogue_has_a_story_of_its_own():
    assert sorted(read_pack(name).sources[0] for name in STORIES) == CATALOGUE


@pytest.mark.parametrize("name", STORIES)
def test_that_a_story_offers_four_answers_or_more_and_some_of_them_together(name):
    answers = [one for one in read_pack(name).responses if one.name != "none"]
    assert len(answers) >= 4
    assert len({tuple(entry.name for entry in one.entries) for one in answers}) == len(answers)
    assert (known_packs()[name] / FILE).exists()


@pytest.mark.parametrize("name", known_packs())
def test_that_the_strict_editor_finds_nothing_in_a_pack_that_is_included(name):
    lines, sound = check_report(known_packs()[name])
    assert sound
    assert [line for line in lines if line.startswith(("Advice", "Problem"))] == []


def test_that_stories_are_judged_by_different_outcomes():
    judged = [next(one.metric for one in read_expected(name) if len(one.responses) > 1) for name in STORIES]
    assert len(set(judged)) >= len(judged) - 3

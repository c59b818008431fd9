"""The packs that come with Parley: sound, bilingual, and with expectations that can be read."""

from __future__ import annotations

import re

import pytest

from sim.packs import check_report, known_packs, open_pack, read_expected, read_pack
from sim.scenario.reading import entries
from sim.settings import GraphSettings, Settings

PACKS = tuple(known_packs())
NARROW = "\u202f"  # the narrow no-break space before French ; : ! ? and inside guillemets


def french_of(folder):
    yaml = [path.read_text("utf-8") for path in folder.glob("*.yaml")]
    told = [line for text in yaml for line in re.findall(r"\bfr: (.*)", text)]
    return [*told, *(folder / "briefing.fr.md").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("name", PACKS)
def test_that_a_strict_editor_finds_nothing(name):
    lines, sound = check_report(name)
    assert sound, lines


@pytest.mark.parametrize("name", PACKS)
def test_that_every_response_of_a_pack_makes_settings(name):
    scenario = read_pack(name)
    graph = GraphSettings("star")
    ids = {Settings(scenario, response=one.name, graph=graph).run_id() for one in scenario.responses}
    assert len(ids) == len(scenario.responses)


@pytest.mark.parametrize("name", PACKS)
def test_that_french_is_set_as_french(name):
    wrong = [line for line in french_of(known_packs()[name]) if re.search(r"[  ][;:!?»]|« |\w[;!?]\s|'\w", line)]
    assert wrong == []


@pytest.mark.parametrize("name", PACKS)
def test_that_a_pack_says_what_is_expected_and_why(name):
    told = read_expected(name)
    assert told
    assert all(one.because.en and one.because.fr for one in told)


@pytest.mark.parametrize("name", PACKS)
def test_that_numbers_of_claims_say_where_they_come_from(name):
    text = (known_packs()[name] / "claims.yaml").read_text("utf-8")
    bold = [line for line in text.splitlines() if re.search(r"(appeal|spread_factor|plausibility):", line)]
    assert [line for line in bold if "#" not in line] == []


def test_that_the_embassy_may_answer_in_the_ways_of_the_question():
    responses = {one.name: one for one in read_pack("embassy_rumour").responses}
    first = {name: min((entry.at for entry in one.entries), default=None) for name, one in responses.items()}
    assert first["none"] is None
    assert first["fast_statement"] == pytest.approx(1 / 3)  # the honest "not yet known", T+0:20
    assert first["late_statement"] == 12.0
    assert first["prebunk"] < 0
    holding = next(one for one in responses["fast_statement"].entries if one.name == "holding_line")
    facts = next(one for one in responses["fast_statement"].entries if one.name == "facts")
    assert holding.params.certainty < facts.params.certainty
    assert (
        facts.at
        == next(one for one in read_pack("embassy_rumour").claims if one.name == "burning_papers").verified_hour
    )
    together = {entry.name for entry in responses["fast_with_partners"].entries}
    parts = ("fast_statement", "trusted_voice", "label")
    assert together == {entry.name for part in parts for entry in responses[part].entries}


def test_that_nothing_happens_in_a_quiet_week():
    quiet = read_pack("quiet_week")
    assert entries(quiet) == []
    assert [claim.true for claim in quiet.claims] == [False]


def test_that_a_pack_can_be_opened_by_name_or_by_folder():
    assert open_pack("quiet_week").data == open_pack(known_packs()["quiet_week"]).data

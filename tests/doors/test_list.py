"""parley list shows what there is, in two languages, as text or JSON, down to one param or one DISARM number."""

from __future__ import annotations

import json

import pytest

from sim import catalogue
from sim.__main__ import main
from sim.door import listing
from sim.packs import known_packs


@pytest.fixture
def listed(capfd):
    """What a command line that begins with `parley list` prints; gives exit code, output and errors."""

    def typed(*words):
        code = main(["list", *words])
        told = capfd.readouterr()
        return code, told.out, told.err

    return typed


def test_that_the_overview_shows_packs_labels_numbers_rights_and_cost(listed):
    code, out, _ = listed()
    assert code == 0
    for words in ("Rumour about the embassy", "Flood (bots reshare) · T0049.003", "C00119", "h of work",
                  "rights: potentially problematic", *known_packs()):  # fmt: skip
        assert words in out
    assert "parley list tactics/flood" in out


def test_that_a_french_reader_finds_the_same_in_french(listed):
    out = listed("--lang", "fr")[1]
    for words in (
        "Une rumeur sur l’ambassade",
        "Inondation",
        "droits\u202f: potentiellement problématique",
        "h de travail",
    ):
        assert words in out
    assert "rights:" not in out
    assert "Qui peut le faire : vérificateurs de faits, presse" in listed("debunk", "--lang", "fr")[1]
    assert "d’abord ce qui plaît à beaucoup" in listed("feeds", "--lang", "fr")[1]
    told = listed("citizen", "--lang", "fr")[1]
    assert "lit, croit, relaie de temps à autre" in told
    assert "qui écrit davantage vient plus souvent" in told
    assert [line.split()[1:8] for line in told.splitlines() if "posts_per_session" in line] == [
        ["4", "publications", "0.1", "à", "100", "supposé", "qui"]]  # fmt: skip
    assert "Unité : personnes" in listed("reach", "--lang", "fr")[1]
    assert "C17, valeur supposée" in listed("account_security", "--lang", "fr")[1]


def test_that_what_costs_less_than_a_euro_is_not_free(listed):
    assert "0.0056 €" in listed("tactics")[1]
    assert "0,0056 €" in listed("tactics", "--lang", "fr")[1]


def test_that_a_shelf_says_of_each_idea_what_it_is(listed):
    out = listed("tactics")[1]
    for name in catalogue.names("tactics"):
        assert f"  {name} " in out
        assert catalogue.card("tactics", name).idea in out


@pytest.mark.parametrize("what", ["tactics/flood", "flood"])
def test_that_an_idea_shows_each_param_with_unit_range_and_source(listed, what):
    lines = listed(what)[1].splitlines()
    row = next(line.split() for line in lines if line.split()[:1] == ["rate"])
    assert row[:7] == ["rate", "24", "1/day", "0", "to", "1000", "assumed"]
    assert any(line.split()[:1] == ["T0049"] and "Flood Information Space" in line for line in lines)


def test_that_a_pack_shows_its_claims_and_responses(listed):
    out = listed("scenarios/embassy_rumour", "--lang", "fr")[1]
    assert "fast_statement" in out
    assert "(faux)" in out


def test_that_a_pack_shows_how_its_responses_can_be_changed(listed):
    out = listed("scenarios/embassy_rumour")[1]
    assert "entries: holding_line, facts, photo_placed, own_story" in out
    for way in ("fast_statement@6 ", "fast_statement-holding_line ", "fast_statement?z_score "):
        assert way in out
    assert "dès la première alerte" in listed("scenarios/embassy_rumour", "--lang", "fr")[1]


def test_that_a_retired_number_leads_to_who_plays_it_today(listed):
    code, out, _ = listed("t0009")
    assert code == 0
    assert "T0009 is retired; today it is T0097.108." in out
    assert "tactics/fake_outlet" in out


@pytest.mark.parametrize("what", ["", "tactics", "tactics/flood", "scenarios", "embassy_rumour", "T0049"])
def test_that_a_program_can_read_it(listed, what):
    told = json.loads(listed(*([what] if what else []), "--json")[1])
    assert told
    if what == "tactics/flood":
        rate = {key: value for key, value in told["params"][0].items() if key != "doc"}
        assert rate == {"name": "rate", "default": 24.0, "unit": "1/day", "low": 0, "high": 1000, "source": "assumed",
                        "choices": []}  # fmt: skip


@pytest.mark.parametrize(
    ("what", "advice"),
    [("tactcs", 'Did you mean "tactics"?'), ("floood", 'Did you mean "flood"?'), ("tactics/floo", '"flood"?'),
     ("embasy_rumour", '"embassy_rumour"?'), ("scenarios/nowhere", "Known: "), ("T9999", "no number of DISARM 1.7")],
)  # fmt: skip
def test_that_a_wrong_word_gets_advice(listed, what, advice):
    code, out, err = listed(what)
    assert (code, out) == (2, "")
    assert advice in err


def test_that_every_word_of_the_listings_is_there_in_both_languages():
    assert [key for key in listing.WORDS if not all(listing.word(key, language) for language in ("en", "fr"))] == []


def test_that_everybody_who_may_take_a_measure_has_a_french_name():
    cards = [catalogue.card("countermeasures", name) for name in catalogue.names("countermeasures")]
    named = {who for card in cards for who in card.authority.split("; ")}
    assert sorted(named - set(listing.AUTHORITIES)) == []

"""What the page Evidence shows is what the model says about itself."""

from __future__ import annotations

import re

import pytest

pytest.importorskip("dash", reason="the app's libraries are not installed")

from sim import catalogue, disarm
from sim.dashboard.documents import blocks, linked, odd, plain, slug, studies, values
from sim.dashboard.glossary import GROUPS
from sim.dashboard.parameters import parameters
from sim.dashboard.parts.evidence import allowed, players, written
from sim.dashboard.viewer import Viewer
from sim.i18n import words

ENGLISH, FRENCH = Viewer("en", "light"), Viewer("fr", "light")


def test_that_every_number_of_the_model_is_there_once_and_as_many_as_its_description_counts():
    told = parameters()
    assert len({(one.group, one.name, one.default) for one in told}) == len(told)
    counted = re.search(r"In all there are (\d+) .* of (\d+) the value is assumed", odd()[0].blocks[0].text)
    assert (int(counted[1]), int(counted[2])) == (len(told), sum(one.assumed for one in told))


def test_that_a_number_is_written_as_the_language_does_and_keeps_its_digits():
    rows = {one.name: one for one in parameters()}
    assert (written(0.0005, ENGLISH), written(0.0005, FRENCH)) == ("0.0005", "0,0005")
    assert written(20_000_000, FRENCH) == "20\u202f000\u202f000"
    assert (written("0.1, 0.05", ENGLISH), written("0.1, 0.05", FRENCH)) == ("0.1, 0.05", "0,1\u202f; 0,05")
    assert (written("math.log(0.2)", ENGLISH), written("math.log(0.2)", FRENCH)) == ("ln(0.2)", "ln(0,2)")
    assert allowed(rows["population.media"], ENGLISH) == "0 to 0.5"
    assert allowed(rows["population.media"], FRENCH) == "0 à 0,5"
    assert "warning" in allowed(rows["label.kind"], FRENCH)


def test_that_the_description_is_cut_into_sections_with_nothing_lost():
    sections = odd()
    assert [one.title.split()[0] for one in sections[1:8]] == list("1234567")
    assert (
        "719-money-hubs-targeting-and-platform-rules"
        in next(one for one in sections if one.title == "7 Submodels").anchors
    )
    kept = "".join(block.text for one in sections for block in (one.head, *one.blocks))
    for mark in ("population.peak_to_trough", "trust_weight", "Wojcik & Hughes 2019"):
        assert mark in kept


def test_that_blocks_are_headings_tables_and_words():
    table = "| a |\n|---|\n| 1 |"
    text = (
        f"# One\n<!-- table: x -->\nfirst\n\n{table}\nafter `it`\n\n```\n# no heading\n| no table |\n```\n## Two `b`\n"
    )
    found = [(block.kind, block.text) for block in blocks(text)]
    assert found == [
        ("heading", "One"), ("words", "first"), ("table", table),
        ("words", "after `it`\n\n```\n# no heading\n| no table |\n```"), ("heading", "Two b"),
    ]  # fmt: skip
    assert slug("7.19 Money, hubs") == "719-money-hubs"
    assert linked("see [it](#a) and [that](b.md)", lambda to: "/x" if to == "#a" else None) == "see [it](/x) and that"
    assert plain("`a` **b** [c](d)") == "a b c"


def test_that_each_validation_study_says_what_it_asks_and_what_it_found():
    found = {one.name: one for one in studies()}
    assert {"facts", "micro", "docking-simsom", "docking-takedown"} <= set(found)
    for one in found.values():
        assert one.question, one.name
        assert one.verdict, one.name
        assert one.question.endswith("?"), one.name
        assert not one.verdict.endswith(":"), one.name  # it would lead to what is not shown
    heads, rows, all_rows = values(next(file for file in found["micro"].tables if file.name == "values.csv"))
    assert heads[:2] == ["fact", "case"]
    assert len(rows) == all_rows
    heads, rows, all_rows = values(found["docking-takedown"].tables[0])  # the file has no heads
    assert heads == []
    assert len(rows) == all_rows > 50


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_that_the_glossary_has_every_term_it_lists_and_lists_every_term_it_has(lang):
    t = words(lang)
    terms = [term for listed in GROUPS.values() for term in listed]
    assert len(terms) == len(set(terms)) >= 60
    assert all(t.has(f"glossary-{term}") and t.has(f"glossary-{term}-means") for term in terms)
    assert all(t.has(f"glossary-group-{group}") for group in GROUPS)


def test_that_disarm_numbers_are_played_by_the_ideas_whose_cards_say_so():
    found = players()
    assert "tactics/flood" in found["T0049.003"]
    assert "countermeasures/label" in found["C00142"]
    assert set(found) <= set(disarm.techniques())
    cards = [catalogue.card(shelf, name) for shelf in ("tactics", "countermeasures") for name in catalogue.names(shelf)]
    assert all(any(f in found for f in card.disarm) for card in cards if card.disarm)

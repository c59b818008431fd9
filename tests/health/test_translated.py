"""What ideas, params and fixed numbers say of themselves exists in French, and French says nothing of what is gone."""

from __future__ import annotations

import re
from functools import cache

import pytest

from sim import catalogue
from sim.dashboard.parameters import SETTINGS, parameters
from sim.translated import HERE, texts, translated

GROUPS = (*catalogue.TITLES, "settings", "scenario", "fixed", "words")
NEUTRAL = re.compile(r"[A-Z][\w.]*|\d[\w.]*|\b(?:et al\.|boyd|arXiv|\w+\.md|ln|h|min|log|nats|dispersion)(?!\w)")
DOI = re.compile(r"10\.\d{4}/\S+")
SOURCE = re.compile(r"\b(?:[ACFV]\d+\w?|h)\b")


@cache
def english() -> dict[str, dict[str, dict[str, str]]]:
    """Every text to be translated, by group, idea and param; what only names its source has no words."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    for shelf in catalogue.TITLES:
        for name in catalogue.names(shelf):
            found.setdefault(shelf, {})[name] = {"idea": catalogue.card(shelf, name).idea}
    for one in parameters():
        group = "settings" if one.group in SETTINGS else one.group
        home, _, name = one.name.partition(".")
        if re.search(r"[a-zA-Z]", SOURCE.sub("", one.doc)):
            found.setdefault(group, {}).setdefault(home, {})[name] = one.doc
    return found | {"words": {"units": words_of(units()), "sources": words_of(sources())}}


def units() -> set[str]:
    metrics = {catalogue.card("metrics", name).unit for name in catalogue.names("metrics")}
    return {one.unit for one in parameters()} | metrics


def sources() -> set[str]:
    """Every source by itself, or by its parts with commas between if it is not known as a whole."""
    cards = [catalogue.card(shelf, name) for shelf in catalogue.TITLES for name in catalogue.names(shelf)]
    told = {one.source for one in parameters()} | {source for card in cards for source in card.sources}
    told |= {card.cost.source for card in cards if card.cost}
    known = texts("words", "fr").get("sources", {})
    return {part for one in told for part in ([one] if one in known else one.split(", "))}


def words_of(told: set[str]) -> dict[str, str]:
    """Those that say more than signs, ids and the names of papers."""
    return {one: one for one in told if re.search(r"[a-z]", NEUTRAL.sub("", DOI.sub("", one)))}


def flat(told: dict[str, dict[str, str]]) -> dict[str, str]:
    return {f"{name}.{key}": text for name, keys in told.items() for key, text in keys.items()}


def test_that_no_file_is_for_a_group_that_is_gone():
    assert sorted(file.stem for file in HERE.glob("fr/*")) == sorted(GROUPS)


@pytest.mark.parametrize("group", GROUPS)
def test_that_everything_is_told_in_french_and_nothing_that_is_gone(group):
    said, known = flat(texts(group, "fr")), flat(english()[group])
    assert sorted(set(known) - set(said)) == []
    assert sorted(set(said) - set(known)) == []
    assert [place for place in known if said[place] == known[place]] == []


@pytest.mark.parametrize("group", GROUPS)
def test_that_the_french_has_the_signs_of_french(group):
    wrong = re.compile(r"[^\s\u202f\d/][;!?»]|[ \u00a0][;:!?»%€]|«[^\u202f]|\w'\w|\w:(?=\s|$)|\d\.\d")
    said = flat(texts(group, "fr"))
    assert {
        place: text for place, text in said.items() if wrong.search(DOI.sub("", text)) or text != text.strip()
    } == {}


@pytest.mark.parametrize("group", GROUPS)
def test_that_the_french_keeps_the_numbers_of_the_english(group):
    said, known = flat(texts(group, "fr")), flat(english()[group])
    assert {place: (text, said[place]) for place, text in known.items()
            if numbers(text) - numbers(said.get(place, "").replace(",", "."))} == {}  # fmt: skip


def numbers(text: str) -> set[str]:
    """The numbers of a text; a full hour may be written with or without its minutes, thousands with a sign or space."""
    plain = re.sub(r":00\b|(?<=\d)[\u202f,](?=\d{3})", "", text)
    return {one.lstrip("0") for one in re.findall(r"\d+(?:\.\d+)?", plain)}


def test_that_what_nobody_has_translated_is_told_in_english():
    card = catalogue.card("feeds", "bridging")
    assert translated(card.idea, "en", "feeds", "bridging") == card.idea
    assert translated(card.idea, "fr", "feeds", "bridging") != card.idea
    assert translated("as it is", "fr", "feeds", "nobody_wrote_this") == "as it is"
    assert translated("as it is", "fr", "nothing", "bridging", "rate") == "as it is"

"""Every idea on every shelf keeps its shelf's contract; new files are picked up by themselves."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import re
import subprocess
import sys

import pytest

from sim import catalogue
from sim.door.listing import everything
from sim.ground.cards import Card, problems_of

IDEAS = [(shelf, name) for shelf in catalogue.TITLES for name in catalogue.names(shelf)]
OFFERS = {
    "kinds": ("KIND", "fill"),
    "beliefs": ("update",),
    "feeds": ("weights",),
    "graphs": ("generate",),
    "detectors": ("watch",),
    "metrics": ("WHEN", "SEGMENTED", "measure"),
}
MOMENTS = ("begin", "during", "end")
DISARM = {"tactics": r"T\d{4}(\.\d{3})?", "countermeasures": r"C\d{5}"}
RIGHTS = ("unproblematic", "potentially_problematic")  # the third class, highly problematic, is not offered


def ideas_on(*shelves: str) -> list[tuple[str, str]]:
    return [(shelf, name) for shelf, name in IDEAS if shelf in shelves]


@pytest.mark.parametrize("shelf", catalogue.TITLES)
def test_that_a_shelf_has_ideas_and_states_its_contract(shelf):
    contract = inspect.getdoc(importlib.import_module(f"sim.{shelf}"))
    assert catalogue.names(shelf)
    assert 5 <= len(contract.splitlines()) <= 25


@pytest.mark.parametrize(("shelf", "name"), IDEAS)
def test_that_an_idea_introduces_itself_in_two_languages(shelf, name):
    card = catalogue.card(shelf, name)
    assert isinstance(card, Card)
    assert card.label.en
    assert card.label.fr
    assert len(card.idea.split()) >= 4
    assert ": " in inspect.getdoc(catalogue.idea(shelf, name)).splitlines()[0]  # "Flood: what it is."


@pytest.mark.parametrize(("shelf", "name"), IDEAS)
def test_that_an_idea_offers_what_its_shelf_promises(shelf, name):
    module = catalogue.idea(shelf, name)
    assert [offer for offer in OFFERS.get(shelf, ()) if not hasattr(module, offer)] == []
    if shelf in catalogue.ACTIONS:
        assert [moment for moment in MOMENTS if hasattr(module, moment)]


@pytest.mark.parametrize(("shelf", "name"), [one for one in IDEAS if one[0] != "metrics"])
def test_that_params_are_frozen_and_every_number_has_unit_range_and_source(shelf, name):
    module = catalogue.idea(shelf, name)
    assert dataclasses.is_dataclass(module.Params)
    assert module.Params.__dataclass_params__.frozen
    assert problems_of(module.Params(), name) == []
    for field in dataclasses.fields(module.Params):
        assert field.metadata.get("unit"), field.name
        assert field.metadata.get("source"), field.name
        if isinstance(field.default, int | float) and not isinstance(field.default, bool):
            assert field.metadata["low"] is not None, field.name
            assert field.metadata["high"] is not None, field.name


@pytest.mark.parametrize(("shelf", "name"), ideas_on("tactics", "countermeasures"))
def test_that_an_action_names_its_disarm_ids(shelf, name):
    ids = catalogue.card(shelf, name).disarm
    assert ids
    assert [one for one in ids if not re.fullmatch(DISARM[shelf], one)] == []


@pytest.mark.parametrize(("shelf", "name"), ideas_on("countermeasures"))
def test_that_a_countermeasure_says_what_it_costs_in_money_and_in_rights(shelf, name):
    card = catalogue.card(shelf, name)
    assert card.rights in RIGHTS
    assert card.authority
    assert card.cost is not None


@pytest.mark.parametrize(("shelf", "name"), ideas_on("metrics"))
def test_that_a_metric_has_a_unit_and_says_which_way_is_better(shelf, name):
    module = catalogue.idea(shelf, name)
    assert module.CARD.unit
    assert module.CARD.better in ("lower", "higher", "")
    assert module.WHEN in ("series", "end")
    assert isinstance(module.SEGMENTED, bool)


def test_that_no_two_actions_share_a_name():
    names = [name for shelf in catalogue.ACTIONS for name in catalogue.names(shelf)]
    assert len(names) == len(set(names))


def test_that_the_list_shows_every_idea_in_both_languages():
    for language in ("en", "fr"):
        listed = {line.split()[0] for line in everything([], language) if line.startswith("  ")}
        assert listed == {name for _, name in IDEAS}


def test_that_asking_for_one_idea_imports_no_other_of_its_shelf():
    code = (
        "import sys; from sim import catalogue; catalogue.idea('tactics', 'flood');"
        "print([name for name in sys.modules if name.startswith('sim.tactics.')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['sim.tactics.flood']"

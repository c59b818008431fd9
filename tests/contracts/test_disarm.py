"""Every number on a card is DISARM's, with its framework, and every action that can be played is on some card."""

from __future__ import annotations

import subprocess
import sys

import pytest

from sim import catalogue, disarm

SIDES = {"tactics": "red", "countermeasures": "blue"}
CARDS = [(shelf, name) for shelf in SIDES for name in catalogue.names(shelf)]


def on_cards() -> set[str]:
    return {number for shelf, name in CARDS for number in catalogue.card(shelf, name).disarm}


@pytest.mark.parametrize(("shelf", "name"), CARDS)
def test_that_every_number_on_a_card_exists_in_its_framework(shelf, name):
    card = catalogue.card(shelf, name)
    assert card.framework == disarm.FRAMEWORK
    strange = [one for one in card.disarm if disarm.techniques().get(one, None) is None]
    assert {one: disarm.successors().get(one, "no such number") for one in strange} == {}
    assert {disarm.techniques()[one].side for one in card.disarm} == {SIDES[shelf]}


def test_that_no_countermeasure_is_of_the_class_that_is_not_offered():
    numbers = {
        one for name in catalogue.names("countermeasures") for one in catalogue.card("countermeasures", name).disarm
    }
    assert {one for one in numbers if disarm.techniques()[one].rights == "highly_problematic"} == set()


@pytest.mark.parametrize("name", catalogue.names("countermeasures"))
def test_that_a_countermeasure_bears_the_gravest_class_that_is_published_for_its_numbers(name):
    card = catalogue.card("countermeasures", name)
    assert card.rights == catalogue.gravest(disarm.techniques()[one].rights for one in card.disarm)


def test_that_the_vocabulary_is_whole():
    sides = [one.side for one in disarm.techniques().values()]
    assert (sides.count("red"), sides.count("blue")) == (445, 140)
    assert [one.rank for one in disarm.tactics().values()] == sorted({one.rank for one in disarm.tactics().values()})
    assert {one.tactic for one in disarm.techniques().values()} <= set(disarm.tactics())
    core = [one for one in disarm.techniques().values() if one.plays == one.id]
    other = [one for one in disarm.techniques().values() if one.plays not in ("", one.id)]
    assert [one.side for one in core].count("red") == 47
    assert [one.side for one in core].count("blue") == 36
    assert len(other) == 55
    assert {one.plays for one in other} <= {one.id for one in core}


def test_that_what_can_be_played_is_on_some_card():
    playable = {one.id for one in disarm.techniques().values() if one.plays}
    assert sorted(playable - on_cards()) == []


def test_that_retired_numbers_lead_to_living_ones():
    assert len(disarm.successors()) == 99
    assert set(disarm.successors().values()) <= set(disarm.techniques())
    assert set(disarm.successors()) & set(disarm.techniques()) == set()
    found = disarm.technique("T0009")  # "Create fake experts", of 1.6
    assert found is not None
    assert found.id == disarm.successors()["T0009"]
    assert disarm.rank("T0009") == disarm.rank(found.id)
    assert disarm.technique("T9999") is None
    assert disarm.rank("T9999") > max(one.rank for one in disarm.tactics().values())


def test_that_names_come_in_french_where_they_have_been_translated():
    flood, counter = disarm.techniques()["T0002"], disarm.techniques()["C00125"]
    assert flood.name.fr == "Faciliter la propagande étatique"
    assert counter.name.fr == counter.name.en == "Prebunking"


@pytest.mark.parametrize(("version", "read"), [("1.7", True), ("1.3", True), ("DISARM 2.0 beta", False), ("", True)])
def test_that_versions_with_other_meanings_are_not_read(version, read):
    assert disarm.reads(version) == read


def test_that_a_run_reads_no_vocabulary():
    code = "import sys; from sim.model import Model; print('sim.disarm' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"

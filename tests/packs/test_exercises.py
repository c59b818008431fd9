"""Exercises on packs: enough seats and messages, scored by outcome and by process, and no run knows of them."""

from __future__ import annotations

import shutil

import pytest

from sim.packs import check_report, known_packs, read_pack
from sim.packs.injects import FEW, FILE
from sim.packs.yaml_lines import read_yaml
from sim.settings import GraphSettings, Settings

PLAYED = tuple(name for name, folder in known_packs().items() if (folder / FILE).exists())


@pytest.fixture
def played(tmp_path):
    """A copy of a pack with its exercise, to be spoilt."""
    return shutil.copytree(known_packs()["embassy_rumour"], tmp_path / "embassy_copy")


@pytest.mark.parametrize("name", PLAYED)
def test_that_an_exercise_fills_a_morning(name):
    told = read_yaml(known_packs()[name] / FILE, FILE).data
    assert len(told["injects"]) >= FEW
    assert len(told["roles"]) >= 3
    assert told["content_note"]
    assert all(role["brief"] for role in told["roles"].values())
    assert sum(one["weight"] for one in told["objectives"].values()) == pytest.approx(1.0)
    assert any("when" in one for one in told["injects"].values())  # it answers what people do, not the clock alone
    assert any("process" in one for one in told["objectives"].values())  # an outcome alone would reward luck


def test_that_an_exercise_changes_no_run(played):
    def run_id():
        return Settings(read_pack(played), graph=GraphSettings("star")).run_id()

    before = run_id()
    (played / FILE).unlink()
    assert run_id() == before
    assert check_report(played)[1]  # a pack need not be an exercise


def test_that_few_injects_are_worth_a_word_and_no_fault(played):
    lines, sound = check_report(played)
    assert sound
    assert not any(line.startswith("Advice") for line in lines)
    text = (played / FILE).read_text("utf-8").replace("inject: photo_arrives", "inject: national_asks")
    (played / FILE).write_text(text.partition("  photo_arrives:")[0], "utf-8")
    lines, sound = check_report(played)
    assert sound
    assert any(line.startswith("Advice: 1 inject ") for line in lines)

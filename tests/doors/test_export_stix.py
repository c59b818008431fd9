"""parley export-stix: a run becomes a campaign that nobody can take for an incident."""

from __future__ import annotations

import json

import bundles
import pytest
import stix2

from sim import compose, disarm, run
from sim.__main__ import main
from sim.stix import export_run, import_bundle, incident_of, read_bundle

SMALL = ["population.accounts=150", "time.days=0.5", "time.burn_in_days=0", "time.minutes=60"]


@pytest.fixture
def finished(tmp_path, monkeypatch):
    """A finished run of a pack, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda pack="embassy_rumour", *more: run(compose([f"scenario={pack}", *SMALL, *more])[0])


def test_that_a_run_becomes_a_campaign_with_its_techniques(finished):
    told = json.loads(export_run(finished("embassy_rumour", "response=prebunk")))
    assert stix2.parse(told, allow_custom=True)["type"] == "bundle"
    kinds = [one["type"] for one in told["objects"]]
    assert (kinds.count("campaign"), kinds.count("note")) == (1, 1)
    assert kinds.count("relationship") == kinds.count("attack-pattern") > 3
    patterns = [one for one in told["objects"] if one["type"] == "attack-pattern"]
    assert all(one["x_disarm_version"] == "1.7" for one in patterns)
    numbers = {one["external_references"][0]["external_id"] for one in patterns}
    assert "T0049.003" in numbers
    assert numbers <= set(disarm.techniques())


def test_that_every_object_says_that_it_is_synthetic(finished):
    told = json.loads(export_run(finished()))
    assert all(one["x_synthetic"] is True for one in told["objects"] if one["type"] != "marking-definition")
    campaign = next(one for one in told["objects"] if one["type"] == "campaign")
    assert "[synthetic]" in campaign["name"]
    assert "no real incident" in next(one for one in told["objects"] if one["type"] == "note")["abstract"]


def test_that_the_same_run_is_exported_the_same_way(finished):
    one = finished()
    assert export_run(one) == export_run(one)


def test_that_only_what_happened_is_exported(finished):
    early = json.loads(export_run(finished("embassy_rumour", "time.days=0.05")))
    whole = json.loads(export_run(finished()))
    assert len(early["objects"]) < len(whole["objects"])


def test_that_an_export_can_be_imported_again(finished, tmp_path):
    found = incident_of(read_bundle(bundles.written(tmp_path, export_run(finished()))))
    assert "T0049.003" in {use.number for use in found.uses}
    assert all(use.when for use in found.uses)
    assert found.missed == ()


@pytest.mark.parametrize(
    ("origin", "asked", "code"),
    [("amber", "", 0), ("amber", "green", 2), ("amber", "clear", 2), ("amber", "TLP:RED", 0),
     ("amber+strict", "amber", 2), ("red", "", 2), ("red", "red", 0), ("", "green", 0), ("", "pink", 2)],
)  # fmt: skip
def test_that_nothing_goes_further_than_its_origin_allows(finished, tmp_path, capsys, origin, asked, code):
    import_bundle(bundles.written(tmp_path, bundles.campaign_with_channels()), "case")
    page = tmp_path / "case" / "pack.yaml"
    page.write_text(page.read_text("utf-8").replace('tlp: "amber"', f'tlp: "{origin}"'), "utf-8")
    made = finished("case")
    line = ["export-stix", made.id, "--out", "out.json", *(["--tlp", asked] if asked else [])]
    assert main(line) == code, capsys.readouterr().err
    assert (tmp_path / "out.json").exists() == (code == 0)
    if code == 0:
        level = (asked or origin).lower().removeprefix("tlp:")
        marks = [
            one
            for one in json.loads((tmp_path / "out.json").read_text())["objects"]
            if one["type"] == "marking-definition"
        ]
        assert [one["name"] for one in marks] == [f"TLP:{level.upper()}"]


def test_that_a_run_that_is_not_there_is_told(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["export-stix", "nowhere"]) == 2
    assert 'no finished run "nowhere"' in capsys.readouterr().err


def test_that_without_the_library_one_is_told_how_to_get_it(tmp_path, monkeypatch, capsys):
    import sys

    monkeypatch.setitem(sys.modules, "stix2", None)
    assert main(["import-stix", bundles.written(tmp_path, bundles.intrusion_set_incident())]) == 2
    assert "pip install 'parley[stix]'" in capsys.readouterr().err

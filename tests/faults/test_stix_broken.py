"""Broken, careless and hostile bundles: each is refused in words or read as far as it goes; nothing is left behind."""

from __future__ import annotations

import json

import bundles
import pytest

from sim.__main__ import main
from sim.ground.problems import Problems
from sim.stix import import_bundle, incident_of, read_bundle
from sim.stix.bundle import TOO_LONG

GOOD = bundles.technique("T0049.003")
PLACE = bundles.thing("location", "x", name="Zenda", region="europe")
ELSEWHERE = {"source_name": "elsewhere", "external_id": "X-1"}


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("{", "line 1: it is not JSON"),
        ("", "it is not JSON"),
        ("[" * 100_000, "nested too deeply"),
        ("[]", "it is no STIX bundle"),
        ("7", "it is no STIX bundle"),
        ('{"type": "report"}', "it is no STIX bundle"),
        ('{"type": "bundle"}', "holds no objects"),
        ('{"type": "bundle", "objects": {}}', "holds no objects"),
        ('{"type": "bundle", "objects": []}', "holds no objects"),
        ('{"type": "bundle", "objects": [1, null, "x", []]}', "none of its objects can be read"),
        ('{"type": "bundle", "objects": [{"type": "campaign"}]}', "it has no type or no id"),
        (bundles.bundle({**GOOD, "spec_version": "9.9"}), "STIX 9.9 is not read"),
        (bundles.bundle(GOOD, spec_version="1.2"), "STIX 1.2 is not read"),
        (bundles.bundle(PLACE), "nothing in it could be played"),
        (bundles.bundle({**GOOD, "external_references": [{"source_name": "x"}]}), "At least one of the"),
        (bundles.bundle({**GOOD, "external_references": [ELSEWHERE]}), "no DISARM number"),
    ],
)  # fmt: skip
def test_that_a_broken_bundle_is_refused_with_a_reason(tmp_path, monkeypatch, capsys, told, words):
    monkeypatch.chdir(tmp_path)
    assert main(["import-stix", bundles.written(tmp_path, told), "--out", "case"]) == 2
    said = capsys.readouterr()
    assert words in said.err
    assert said.out == ""
    assert [file.name for file in tmp_path.iterdir()] == ["incident.json"]


def test_that_a_file_of_fifty_megabytes_is_refused_before_it_is_read(tmp_path):
    with (tmp_path / "big.json").open("wb") as big:
        big.truncate(50_000_000)
    assert TOO_LONG < 50_000_000
    with pytest.raises(Problems, match="it has 50 MB"):
        read_bundle(tmp_path / "big.json")


@pytest.mark.parametrize("name", ["gone.json", "."])
def test_that_a_file_that_cannot_be_read_is_told(tmp_path, name):
    with pytest.raises(Problems, match="cannot be read"):
        read_bundle(tmp_path / name)


def test_that_a_file_that_is_not_text_is_told(tmp_path):
    (tmp_path / "x.json").write_bytes(b'{"type": "\xff\xfe"}')
    with pytest.raises(Problems, match="not UTF-8"):
        read_bundle(tmp_path / "x.json")


@pytest.mark.parametrize(
    "spoilt",
    [
        {key: value for key, value in GOOD.items() if key != "name"},
        {**GOOD, "external_references": {"external_id": "T0049"}},
        {**GOOD, "external_references": [None, 3]},
        {**GOOD, "id": "attack-pattern--not-a-uuid"},
        {**GOOD, "id": "campaign--" + GOOD["id"].partition("--")[2]},
        {**GOOD, "created": "yesterday"},
        {key: value for key, value in GOOD.items() if key != "id"},
        {key: value for key, value in GOOD.items() if key != "type"},
        bundles.thing("relationship", "x", relationship_type="uses"),
        {"type": "x-" + "y" * 10_000, "id": 3},
    ],
)
def test_that_a_spoilt_object_is_named_and_the_others_are_read(tmp_path, spoilt):
    found = incident_of(read_bundle(bundles.written(tmp_path, bundles.bundle(spoilt, bundles.technique("T0068")))))
    assert [use.number for use in found.uses] == ["T0068"]
    assert len(found.missed) == 1
    assert len(found.missed[0]) < 300


def test_that_odd_values_in_custom_objects_do_no_harm(tmp_path):
    names = {"1": ["a"], "2": "", "3": {"x": 1}}
    odd = [bundles.thing("narrative", key, name=name) for key, name in names.items()]
    odd += [bundles.thing("channel", "4", name=None), bundles.thing("media-content", "5", publication_date=3)]
    found = incident_of(read_bundle(bundles.written(tmp_path, bundles.bundle(*odd, GOOD))))
    assert (found.claims, found.channels) == ((), ())
    assert [one for one in found.missed if "it has no name" in one]


def test_that_relationships_in_a_circle_or_into_nothing_do_no_harm(tmp_path):
    one, other = bundles.thing("intrusion-set", "1", name="A"), bundles.thing("threat-actor", "2", name="B")
    dated = bundles.tie(one, "uses", GOOD, start_time="2024-01-01T00:00:00Z")
    nowhere = {**dated, "target_ref": "attack-pattern--00000000-0000-4000-8000-000000000000"}
    circle = [bundles.tie(one, "attributed-to", other), bundles.tie(other, "attributed-to", one)]
    told = bundles.bundle(one, other, GOOD, *circle, bundles.tie(one, "uses", one), nowhere)
    found = incident_of(read_bundle(bundles.written(tmp_path, told)))
    assert [crew.name for crew in found.crews] == ["B"]
    assert [use.when for use in found.uses] == [None]


def test_that_an_id_that_comes_twice_counts_once(tmp_path):
    found = incident_of(read_bundle(bundles.written(tmp_path, bundles.bundle(GOOD, GOOD))))
    assert len(found.uses) == 1
    assert "same id" in found.missed[0]


def test_that_names_that_look_like_yaml_or_settings_reach_no_pack(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    nasty = "!!python/object:os.system ${oc.env:HOME}\n- x: &a"
    told = bundles.bundle(
        bundles.thing("narrative", "1", name=nasty), bundles.thing("channel", "2", name="../../x"), GOOD
    )
    made = import_bundle(bundles.written(tmp_path, told), "case")
    text = "".join(file.read_text("utf-8") for file in made.folder.iterdir())
    assert "python/object" not in text
    assert "../.." not in text
    assert json.loads(made.names.read_text("utf-8"))["names"]["claims"] == {"Claim 1": nasty.strip()}

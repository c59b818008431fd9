"""parley import-stix: an incident becomes a pack in order, without real names, that can be run."""

from __future__ import annotations

import json

import bundles
import pytest

from sim import catalogue, compose, disarm, run
from sim.__main__ import main
from sim.packs import check_report, read_pack
from sim.stix import import_bundle, incident_of, read_bundle
from sim.stix.plot import player, plot_of

SHAPES = {
    "an intrusion set": bundles.intrusion_set_incident,
    "a campaign with channels": bundles.campaign_with_channels,
    "custom objects": bundles.custom_objects,
}
SMALL = ["population.accounts=150", "time.days=0.5", "time.burn_in_days=0", "time.minutes=60"]


@pytest.fixture
def incident(tmp_path, monkeypatch):
    """Writes a bundle in an empty folder, imports it, and gives what was made."""
    monkeypatch.chdir(tmp_path)
    return lambda told: import_bundle(bundles.written(tmp_path, told), "case")


def texts_of(made):
    return {file.name: file.read_text("utf-8") for file in made.folder.iterdir()}


@pytest.mark.parametrize("shape", SHAPES)
def test_that_an_incident_becomes_a_sound_pack_without_real_names(incident, shape):
    made = incident(SHAPES[shape]())
    lines, sound = check_report(made.folder)
    assert sound, lines
    text = "\n".join(texts_of(made).values())
    assert [name for name in bundles.REAL if name in text] == []
    assert "lantern.example" not in text


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_that_an_imported_pack_runs(incident, shape):
    made = incident(SHAPES[shape]())
    names = ",".join(one.name for one in read_pack(made.folder).responses)
    for settings in compose([f"scenario={made.folder}", f"response={names}", *SMALL]):
        assert run(settings).final


def test_that_who_picks_people_out_gets_a_segment_to_fill(incident):
    """T0072 picks an audience, which an incident does not name."""
    story = bundles.thing("intrusion-set", "i", name=bundles.REAL[1], first_seen="2024-01-01T06:00:00Z")
    used = [bundles.technique(number) for number in ("T0072", "T0018", "T0110", "T0117", "T0039", "T0128.004")]
    made = incident(bundles.bundle(story, *used, *(bundles.tie(story, "uses", one) for one in used)))
    scenario = read_pack(made.folder)
    played = {entry.do: entry for entry in scenario.timeline}
    assert {"paid_targeting", "diplomatic_channel", "press_pickup", "bait_influencer", "launder"} <= set(played)
    assert [(one.name, one.share) for one in scenario.segments] == [(played["segment"].audience, 0.0)]
    for settings in compose([f"scenario={made.folder}", *SMALL]):
        assert run(settings).final


def test_that_real_names_are_kept_beside_the_pack_and_not_in_it(incident):
    made = incident(bundles.campaign_with_channels())
    assert made.names.parent == made.folder.parent
    told = json.loads(made.names.read_text("utf-8"))
    assert told["names"]["channels"] == {"Channel 1": "The Lantern Post", "Channel 2": "Lantern TV"}
    assert told["tlp"] == "amber"
    assert bundles.REAL[6] in told["other_names"]


def test_that_retired_numbers_are_read_through_the_crosswalk(incident):
    made = incident(bundles.intrusion_set_incident())
    given = {one: use.number for use in made.incident.uses for one in use.given.split(" and ")}
    assert {"T0009", "T0043", "T0045", "T0104"} <= set(given)
    assert all(given[one] == disarm.successors()[one] for one in ("T0009", "T0043", "T0045", "T0104"))
    assert "given as T0009 and T0045" in texts_of(made)["README.md"]  # two that became one


def test_that_techniques_without_a_time_come_in_the_order_of_play(incident):
    ranks = [disarm.rank(use.number) for use in incident(bundles.intrusion_set_incident()).incident.uses]
    assert ranks == sorted(ranks)
    assert len(ranks) == 6


def test_that_times_of_relationships_and_publications_become_hours(incident):
    made = incident(bundles.campaign_with_channels())
    entries = {entry.name: entry for entry in read_pack(made.folder).timeline}
    assert entries["flood"].at == 96
    assert entries["leak"].at == 48
    assert entries["channel_1_publishes"].at == 36
    assert entries["channel_2_publishes"].at == 72
    assert read_pack(made.folder).horizon_hours == 7 * 24 + 48


def test_that_a_long_operation_is_pressed_into_a_month(incident):
    told = bundles.campaign_with_channels()
    told["objects"][0]["last_seen"] = "2025-03-01T00:00:00Z"
    pack = read_pack(incident(told).folder)
    assert pack.horizon_hours == 720
    assert max(entry.at for entry in pack.timeline) < 10


def test_that_actors_claims_targets_and_counters_have_their_places(incident):
    made = incident(bundles.custom_objects())
    pack = read_pack(made.folder)
    assert {claim.name for claim in pack.claims} == {"claim_1"}
    assert {segment.name for segment in pack.segments} == {"group_1"}
    assert [country.label.en for country in pack.countries] == ["Ostrania", "Tamiré", "Velmora"]
    assert "person_or_organisation_1" in {actor.name for actor in pack.actors}
    named = {response.name: response.label for response in pack.responses}
    assert named["prebunk_of_report"] == catalogue.card("countermeasures", "prebunk").label
    assert any("x-opencti-case: 1 left out" in one for one in made.incident.missed)


def test_that_the_resources_of_a_crew_decide_how_many_bots_it_has(incident):
    pack = read_pack(incident(bundles.intrusion_set_incident()).folder)
    assert next(actor.count for actor in pack.actors if actor.name == "network_1_bots") == 120


@pytest.mark.parametrize(
    ("mark", "level"),
    [("marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da", "green"),
     ("marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1", "red"),
     ("marking-definition--00000000-0000-4000-8000-000000000000", "")],
)  # fmt: skip
def test_that_the_mark_of_a_bundle_is_kept(incident, mark, level):
    made = incident(bundles.campaign_with_channels(mark))
    assert read_pack(made.folder).tlp == level
    assert (f"TLP:{level.upper()}" in texts_of(made)["README.md"]) == bool(level)


def test_that_the_strictest_mark_counts_also_when_the_bundle_defines_it_itself(incident):
    told = bundles.campaign_with_channels("marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da")
    own = {"type": "marking-definition", "spec_version": "2.1", "created": bundles.MOMENT, "name": "TLP:AMBER+STRICT",
           "id": "marking-definition--11111111-1111-4111-8111-111111111111", "definition_type": "statement",
           "definition": {"statement": "TLP:AMBER+STRICT"}}  # fmt: skip
    assert read_pack(incident(told | {"objects": [*told["objects"], own]}).folder).tlp == "amber+strict"


def test_that_numbers_of_a_draft_framework_are_not_taken_for_those_of_today(tmp_path):
    told = bundles.bundle(
        bundles.technique("T0160", "2.0"), bundles.technique("T0049.003", "1.7"), bundles.technique("T1566")
    )
    found = incident_of(read_bundle(bundles.written(tmp_path, told)))
    assert [use.number for use in found.uses] == ["T0049.003"]
    assert any("T0160 of DISARM 2.0" in one for one in found.missed)
    assert any(one.startswith("T1566 is no number") for one in found.missed)


def test_that_every_technique_on_a_card_can_be_imported(incident):
    numbers = [number for number, one in disarm.techniques().items() if one.side == "red" and player(number)]
    made = incident(bundles.bundle(*map(bundles.technique, numbers)))
    assert check_report(made.folder)[1]
    assert {use.number for scene in made.plot.scenes for use in scene.uses} == set(numbers)
    assert plot_of(made.incident).unplayed == ()
    assert made.plot.refused == ()


@pytest.mark.slow
def test_that_everything_that_can_be_imported_can_be_run_together(incident):
    numbers = [number for number, one in disarm.techniques().items() if one.side == "red" and player(number)]
    counters = [
        one for one, told in disarm.techniques().items() if told.side == "blue" and player(one, "countermeasures")
    ]
    made = incident(bundles.bundle(*map(bundles.technique, numbers), *map(bundles.counter, counters)))
    answers = [one.name for one in read_pack(made.folder).responses if one.name.endswith("_of_report")]
    assert len(answers) >= 10
    line = [f"scenario={made.folder}", f"response={'+'.join(answers)}", *SMALL, "time.days=7", "time.minutes=120"]
    assert run(compose(line)[0]).final


def test_that_a_second_platform_is_there_where_the_operation_went_to_one(incident):
    assert [layer.name for layer in read_pack(incident(bundles.bundle(bundles.technique("T0122"))).folder).layers] == [
        "chat"
    ]


def test_that_the_door_tells_what_was_made_and_what_was_not_understood(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    file = bundles.written(tmp_path, bundles.custom_objects())
    assert main(["import-stix", file, "--out", "case"]) == 0
    said = capsys.readouterr().out
    for words in ("swarm", "Not understood (1):", "x-opencti-case", "case.real-names.json", "parley check ./case"):
        assert words in said
    assert main(["import-stix", file, "--out", "case"]) == 2
    assert "something of that name" in capsys.readouterr().err

"""Bundles of made-up incidents, in the shapes that analysts' tools write; every name in them is invented."""

from __future__ import annotations

import json
import uuid
from typing import Any

REAL = ("Ruritanian Press Office", "Operation Blue Lantern", "The Lantern Post", "Lantern TV", "Grand Fenwick", "Zenda",
        "The bridge was sold", "Minister Rassendyll")  # fmt: skip
MOMENT = "2024-02-01T00:00:00.000Z"


def thing(kind: str, key: str, **facts: Any) -> dict[str, Any]:
    """An object with a stable id."""
    number = uuid.uuid5(uuid.NAMESPACE_DNS, f"{kind}/{key}")
    return {
        "type": kind,
        "spec_version": "2.1",
        "id": f"{kind}--{number}",
        "created": MOMENT,
        "modified": MOMENT,
        **facts,
    }


def technique(number: str, version: str = "", **facts: Any) -> dict[str, Any]:
    """An attack pattern with a DISARM number."""
    source = f"DISARM {version}".strip()
    return thing("attack-pattern", number, name=f"technique {number}",
                 external_references=[{"source_name": source, "external_id": number}], **facts)  # fmt: skip


def counter(number: str) -> dict[str, Any]:
    """A course of action with a DISARM number."""
    return thing("course-of-action", number, name=f"counter {number}",
                 external_references=[{"source_name": "DISARM", "external_id": number}])  # fmt: skip


def tie(source: dict[str, Any], kind: str, target: dict[str, Any], **facts: Any) -> dict[str, Any]:
    """A relationship."""
    return thing("relationship", source["id"] + kind + target["id"], relationship_type=kind, source_ref=source["id"],
                 target_ref=target["id"], **facts)  # fmt: skip


def bundle(*objects: Any, **facts: Any) -> dict[str, Any]:
    """A bundle of objects."""
    return {"type": "bundle", "id": f"bundle--{uuid.uuid5(uuid.NAMESPACE_DNS, 'b')}", "objects": list(objects), **facts}


def intrusion_set_incident() -> dict[str, Any]:
    """As DISINFOX writes one: the incident is an intrusion set that uses techniques, four of them retired."""
    actor = thing("threat-actor", "a", name=REAL[0], threat_actor_types=["nation-state"], resource_level="government")
    story = thing(
        "intrusion-set", "i", name=REAL[1], description="What happened in Zenda.", first_seen="2024-01-01T06:00:00Z"
    )
    place = thing("location", "l", name=REAL[4], country="GB")
    used = [technique(number) for number in ("T0049.003", "T0009", "T0043", "T0045", "T0104", "T0166.001", "T0068")]
    return bundle(actor, story, place, *used, tie(story, "attributed-to", actor), tie(story, "targets", place),
                  *(tie(story, "uses", one) for one in used))  # fmt: skip


def campaign_with_channels(mark: str = "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82") -> dict[str, Any]:
    """As an analysis of a network of portals: a campaign, channels, what they published when, and dated uses."""
    marks = {"object_marking_refs": [mark]}
    story = thing(
        "campaign", "c", name=REAL[1], first_seen="2024-03-01T00:00:00Z", last_seen="2024-03-08T00:00:00Z", **marks
    )
    post, tv = thing("channel", "p", name=REAL[2]), thing("channel", "t", name=REAL[3])
    early = thing("media-content", "m1", title=REAL[6], url="https://lantern.example/1",
                  publication_date="2024-03-02T12:00:00Z")  # fmt: skip
    late = thing("media-content", "m2", title=REAL[6], url="https://lantern.example/2")
    flood, leak = technique("T0049.003", "1.6"), technique("T0089.001", "1.6")
    return bundle(
        story, post, tv, early, late, flood, leak, tie(story, "uses", post), tie(post, "publishes", early),
        tie(tv, "publishes", late, start_time="2024-03-04T00:00:00Z"),
        tie(story, "uses", flood, start_time="2024-03-05T00:00:00Z"),
        tie(story, "uses", leak, start_time="2024-03-03T00:00:00Z"),
    )  # fmt: skip


def custom_objects() -> dict[str, Any]:
    """As OpenCTI exports: narratives, events, languages, identities of all sorts, courses of action, own properties."""
    story = thing("intrusion-set", "o", name=REAL[1], x_opencti_workflow_id="abc")
    claim, event = thing("narrative", "n", name=REAL[6]), thing("event", "e", name="Elections in Zenda")
    sector = thing("identity", "s", name="Government of Zenda", identity_class="class", sectors=["government"])
    person = thing("identity", "r", name=REAL[7], identity_class="individual")
    places = [thing("location", name, name=name, region="western-europe") for name in (REAL[4], REAL[5])]
    remedy = counter("C00125")
    odd = thing("x-opencti-case", "k", name="Case 7")
    swarm = technique(
        "T0049.005", kill_chain_phases=[{"kill_chain_name": "mitre-attack", "phase_name": "maximise-exposure"}]
    )
    tongue = thing("language", "g", name="Ruritanian")
    return bundle(story, claim, event, tongue, sector, person, *places, remedy, odd, swarm,
                  tie(story, "targets", sector), tie(story, "targets", person), tie(story, "uses", claim))  # fmt: skip


def written(folder: Any, told: Any, name: str = "incident.json") -> str:
    """The file that a bundle is written to."""
    text = told if isinstance(told, str) else json.dumps(told)
    (folder / name).write_text(text, "utf-8")
    return str(folder / name)

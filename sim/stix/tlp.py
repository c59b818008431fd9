"""TLP: the traffic light protocol, which says how far something may be passed on; the strictest mark counts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from sim.scenario.forms import TLP

LEVELS = TLP[1:]  # from the mildest to the strictest; the empty one is no mark
MARKS = {  # TLP 2.0 in STIX 2.1: the ids that everybody uses
    "clear": "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487",
    "green": "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
    "amber": "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421",
    "amber+strict": "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003",
    "red": "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1",
}
OLDER = {  # TLP 1.0
    "clear": "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9",
    "green": "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da",
    "amber": "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82",
    "red": "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed",
}
KNOWN = {mark: level for marks in (MARKS, OLDER) for level, mark in marks.items()}
NAMED = re.compile(r"TLP\s*:?\s*(clear|white|green|amber\s*\+\s*strict|amber|red)", re.IGNORECASE)
EXTENSION = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d"


def level_of(word: str) -> str:
    """The level that a word such as `TLP:WHITE` or `amber+strict` names; empty if it names none."""
    found = NAMED.fullmatch(word.strip()) or NAMED.fullmatch(f"TLP:{word.strip()}")
    told = re.sub(r"\s", "", found[1].lower()) if found else ""
    return "clear" if told == "white" else told


def strictest(levels: Iterable[str]) -> str:
    """The strictest of some levels; empty if nothing is marked."""
    return max((level for level in levels if level in LEVELS), key=LEVELS.index, default="")


def wider(level: str, origin: str) -> bool:
    """Whether a mark would let more people see something than its origin allows."""
    return bool(origin) and LEVELS.index(level or "clear") < LEVELS.index(origin)


def level_in(objects: Iterable[dict[str, Any]]) -> str:
    """The strictest level among the marks of all objects, by well-known ids and by what marking definitions say."""
    told: dict[str, str] = dict(KNOWN)
    found = []
    for one in objects:
        if one.get("type") == "marking-definition":
            level = KNOWN.get(str(one.get("id")), "") or _defined(one)
            told[str(one.get("id"))] = level
            found.append(level)
        marks = one.get("object_marking_refs")
        granular = one.get("granular_markings")
        refs = marks if isinstance(marks, list) else []
        refs = refs + [part.get("marking_ref") for part in granular if isinstance(part, dict)
                       ] if isinstance(granular, list) else refs  # fmt: skip
        found += [told.get(str(ref), "") for ref in refs]
        found.append(level_of(str(one.get("x_opencti_tlp", ""))))
    return strictest(found)


def definition(level: str) -> dict[str, Any]:
    """The marking definition of a level, as STIX 2.1 writes TLP 2.0."""
    return {
        "type": "marking-definition", "spec_version": "2.1", "id": MARKS[level], "created": "2022-10-01T00:00:00.000Z",
        "name": f"TLP:{level.upper()}",
        "extensions": {EXTENSION: {"extension_type": "property-extension", "tlp_2_0": level}},
    }  # fmt: skip


def _defined(one: dict[str, Any]) -> str:
    inner, extensions = one.get("definition"), one.get("extensions")
    words = [one.get("name"), inner.get("tlp") if isinstance(inner, dict) else ""]
    if isinstance(extensions, dict):
        words += [part.get("tlp_2_0") for part in extensions.values() if isinstance(part, dict)]
    return strictest(level_of(str(word)) for word in words if word)

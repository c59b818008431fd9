"""Fiction: real names become invented ones, the same real name always the same one, and the list is kept apart."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from sim.ground.cards import Text
from sim.stix.incident import Incident

COUNTRIES = (("Ostrania", "Ostranie"), ("Tamiré", "Tamiré"), ("Brenna", "Brenne"),
             ("Ilmark", "Ilmark"), ("Sorvan", "Sorvan"))  # fmt: skip
OTHER = {  # noun in English and French, numbered
    "crews": ("Network", "Réseau"), "channels": ("Channel", "Canal"), "claims": ("Claim", "Affirmation"),
    "groups": ("Group", "Groupe"), "persons": ("Person or organisation", "Personne ou organisation"),
}  # fmt: skip


@dataclass(frozen=True)
class Fiction:
    """Invented labels by table and real name, in the order of the incident."""

    labels: dict[str, dict[str, Text]]

    def of(self, table: str) -> list[tuple[str, Text]]:
        """The names in a pack, such as `channel_2`, with their labels."""
        return [(_plain(label.en), label) for label in self.labels[table].values()]

    def letter(self, incident: Incident, pack: str) -> str:
        """What must not be in the pack: whom each invented name stands for, and what was not understood."""
        names = {table: {label.en: real for real, label in told.items()} for table, told in self.labels.items()}
        told = {
            "keep_apart": "Real names of an imported incident. Do not put this into the pack or pass it on.",
            "pack": pack, "tlp": incident.tlp or "not marked", "first_seen": str(incident.first or ""),
            "last_seen": str(incident.last or ""), "names": names, "other_names": list(incident.other_names),
            "not_understood": list(incident.missed),
        }  # fmt: skip
        return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def fiction_of(incident: Incident) -> Fiction:
    """Invented names for everything in an incident that has a real one."""
    told = {
        "crews": [crew.name for crew in incident.crews], "channels": [channel.name for channel in incident.channels],
        "claims": incident.claims, "groups": incident.groups, "persons": incident.persons,
    }  # fmt: skip
    labels = {table: _numbered(table, names) for table, names in told.items()}
    return Fiction(labels | {"places": _countries(incident.places)})


def _countries(places: Iterable[str]) -> dict[str, Text]:
    more = [(f"Country {number}", f"Pays {number}") for number in range(len(COUNTRIES) + 1, 300)]
    return {real: Text(*invented) for real, invented in zip(places, (*COUNTRIES, *more), strict=False)}


def _numbered(table: str, names: Iterable[str]) -> dict[str, Text]:
    english, french = OTHER[table]
    return {real: Text(f"{english} {number}", f"{french} {number}") for number, real in enumerate(names, 1)}


def _plain(label: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", label.lower().replace("é", "e")).strip("_")

"""An export: a finished run becomes a STIX campaign with techniques and a note, each object marked as synthetic."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sim import catalogue, disarm
from sim.ground.problems import Problem, Problems
from sim.results import RunResult
from sim.settings import Settings
from sim.stix.bundle import library
from sim.stix.tlp import LEVELS, definition, level_of, wider

SPACE = uuid.UUID("6f8a6f2e-2f0b-5a55-9d6c-0d8f1c1a7b11")  # the same run gives the same ids
WARNING = "Synthetic: the output of a simulator about invented countries and accounts. It describes no real incident."
MARK = {"x_synthetic": True, "labels": ["synthetic"]}
SHOWN = (
    "false_belief_average",
    "false_belief_share",
    "false_reach",
    "reach",
    "cost",
    "staff_hours",
    "wrongful_removals",
)


@dataclass(frozen=True)
class Exporter:
    """Makes the objects of one run, all with the same marks and times."""

    run: RunResult
    settings: Settings
    level: str

    @property
    def start(self) -> datetime:
        """Hour 0 on the calendar of the story."""
        return datetime.fromisoformat(self.settings.scenario.start).replace(tzinfo=UTC)

    def id_of(self, kind: str, name: str) -> str:
        """A STIX id that depends on the run and the name alone."""
        return f"{kind}--{uuid.uuid5(SPACE, f'{self.run.id}/{kind}/{name}')}"

    def common(self, kind: str, name: str) -> dict[str, Any]:
        """What all objects share."""
        told = _moment(self.start)
        refs = [definition(self.level)["id"]] if self.level else []
        marks = {"object_marking_refs": refs} if refs else {}
        return {
            "type": kind,
            "spec_version": "2.1",
            "id": self.id_of(kind, name),
            "created": told,
            "modified": told,
            **MARK,
            **marks,
        }

    def objects(self) -> Iterator[dict[str, Any]]:
        """The campaign, its techniques with the hour of their first use, and the note."""
        scenario, plan = self.settings.scenario, self.settings.plan
        if self.level:
            yield definition(self.level)
        campaign = self.common("campaign", "campaign") | {
            "name": f"{scenario.label.en} [synthetic]", "description": f"{WARNING} Response: {plan.label.en}.",
            "first_seen": _moment(self.start),
            "last_seen": _moment(self.start + timedelta(hours=self.settings.horizon_hours)),
        }  # fmt: skip
        yield campaign
        used = self.used()
        for number, (hour, idea) in used.items():
            pattern = self.pattern(number)
            yield pattern
            yield self.common("relationship", f"uses {number}") | {
                "relationship_type": "uses", "source_ref": campaign["id"], "target_ref": pattern["id"],
                "start_time": _moment(self.start + timedelta(hours=hour)), "x_parley_action": idea,
            }  # fmt: skip
        yield self.common("note", "note") | {
            "abstract": WARNING, "content": self.words(), "object_refs": [campaign["id"]], "x_parley_run": self.run.id,
        }  # fmt: skip

    def used(self) -> dict[str, tuple[float, str]]:
        """The techniques of the tactics that began, each with the first hour and the action that played it."""
        began = {str(who): float(hour) for hour, what, who in _rows(self.run) if what == "begin"}
        found: dict[str, tuple[float, str]] = {}
        for entry in (*self.settings.scenario.timeline, *self.settings.plan.entries):
            if entry.shelf == "tactics" and entry.name in began:
                for number in catalogue.card("tactics", entry.do).disarm:
                    told = (began[entry.name], entry.do)
                    found[number] = min(told, found.get(number, told))
        return dict(sorted(found.items(), key=lambda one: (one[1], one[0])))

    def pattern(self, number: str) -> dict[str, Any]:
        """A technique by its number in the framework, which is what others can match on."""
        told = disarm.techniques()[number]
        version = disarm.FRAMEWORK.rpartition(" ")[2]
        tactic = disarm.tactics()[told.tactic].name.en.lower().replace(" ", "-")
        return self.common("attack-pattern", number) | {
            "name": told.name.en, "x_disarm_version": version,
            "external_references": [{"source_name": "DISARM", "external_id": number, "description": disarm.FRAMEWORK}],
            "kill_chain_phases": [{"kill_chain_name": "mitre-attack", "phase_name": tactic}],
        }  # fmt: skip

    def words(self) -> str:
        """What came out, in lines."""
        told = [
            f"{name}: {value:.4g}"
            for name, value in self.run.final.items()
            if name.partition(".")[0] in SHOWN and "@" not in name
        ]
        run = self.run
        about = f"Parley run {run.id}: scenario {run.scenario}, response {run.response}, seed {run.seed}."
        return "\n".join([WARNING, about, *told])


def export_run(run: RunResult, level: str = "") -> str:
    """The run as a STIX 2.1 bundle; raises `Problems` for a mark that lets more people see it than its origin does."""
    stix2 = library()
    settings = Settings.from_mapping(run.settings)
    origin = settings.scenario.tlp
    asked = level_of(level)
    if level and not asked:
        raise Problems([Problem("--tlp", f'"{level}" is no level of the traffic light protocol', LEVELS)])
    if level and wider(asked, origin):
        says = f"TLP:{asked.upper()} would pass on what came in as TLP:{origin.upper()}"
        raise Problems([Problem("--tlp", says, advice=f"Say {origin} or stricter.")])
    if origin == "red" and not level:
        raise Problems([Problem("--tlp", "what this run was made of is TLP:RED, for those alone who received it",
                                advice="If they are the readers, say --tlp red.")])  # fmt: skip
    objects = list(Exporter(run, settings, asked or origin).objects())
    for one in objects:
        stix2.parse(one, allow_custom=True)  # whatever another tool would refuse is refused here
    bundle = {"type": "bundle", "id": f"bundle--{uuid.uuid5(SPACE, run.id)}", "objects": objects}
    return json.dumps(bundle, ensure_ascii=False, indent=1) + "\n"


def _rows(run: RunResult) -> Iterator[tuple[float, str, str]]:
    table = run.table("events").to_pydict()
    yield from zip(table["hour"], table["what"], table["who"], strict=True)


def _moment(when: datetime) -> str:
    return when.strftime("%Y-%m-%dT%H:%M:%S.000Z")

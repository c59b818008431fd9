"""Injects: what an exercise hands to its players, when and to whom, what they are to do, and how it is scored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sim import catalogue
from sim.ground.problems import Problem, Problems, unknown
from sim.packs.expected import placed, unknown_parts
from sim.packs.reading import shown
from sim.packs.yaml_lines import read_yaml
from sim.scenario import Scenario
from sim.scenario.names import mapping
from sim.scenario.reading import hours

FILE = "injects.yaml"
KEYS = {  # part -> what it needs, and what it may have beside
    "roles": (("label",), ("acts_for",)),
    "objectives": (("label", "metric", "best", "worst"), ("weight",)),
    "injects": (("channel", "to", "text", "expected_act"),
                ("at", "when", "from", "expects", "deadline", "objective", "note", "content_note")),
}  # fmt: skip
TEXTS = ("label", "text", "expected_act", "from", "note", "content_note")
WHENS = ("measure", "above", "below", "segment", "alert", "taken", "not_taken", "delay")


@dataclass(frozen=True)
class Told:
    """One line of the file: its part, its name and its facts."""

    part: str
    name: str
    facts: dict[str, Any]

    @property
    def where(self) -> str:
        """Its dotted place."""
        return f"{self.part}.{self.name}"


def inject_problems(folder: Path, scenario: Scenario) -> list[Problem]:
    """Everything that an editor would send back in a pack's injects, with file and line."""
    file = f"{shown(folder)}/{FILE}"
    document = read_yaml(folder / FILE, file)
    found: list[Problem] = []
    data = mapping(document.data, "", found)
    found += [unknown(part, "part", part, KEYS) for part in data if part not in KEYS]
    told = [Told(part, name, mapping(facts, f"{part}.{name}", found))
            for part in KEYS for name, facts in mapping(data.get(part), part, found).items()]  # fmt: skip
    names = {part: [one.name for one in told if one.part == part] for part in KEYS}
    for one in told:
        found += _keys(one)
        found += {"roles": _role, "objectives": _objective, "injects": _inject}[one.part](one, scenario, names)
    return [*document.problems, *(placed(problem, document.lines, file) for problem in found)]


def _keys(one: Told) -> Iterator[Problem]:
    needed, other = KEYS[one.part]
    for key in one.facts:
        if key not in (*needed, *other):
            yield unknown(f"{one.where}.{key}", "setting", key, (*needed, *other))
    for key in needed:
        if one.facts.get(key) in (None, "", [], {}):
            yield Problem(one.where, f'it lacks "{key}"')
    for key in (key for key in TEXTS if one.facts.get(key)):
        text = one.facts[key] if isinstance(one.facts[key], dict) else {}
        missing = [word for word, code in (("English", "en"), ("French", "fr")) if not text.get(code)]
        if missing:
            yield Problem(f"{one.where}.{key}", f"{key} is missing in {' and '.join(missing)}")


def _role(one: Told, scenario: Scenario, _names: dict[str, list[str]]) -> Iterator[Problem]:
    known = {actor.name for actor in scenario.actors} | {actor.operation for actor in scenario.actors} - {""}
    acts_for = one.facts.get("acts_for")
    if acts_for and str(acts_for) not in known:
        yield unknown(f"{one.where}.acts_for", "actor or operation", str(acts_for), known)


def _objective(one: Told, scenario: Scenario, _names: dict[str, list[str]]) -> Iterator[Problem]:
    yield from _metric(f"{one.where}.metric", one.facts.get("metric"), scenario)
    for key in ("best", "worst", "weight"):
        if key in one.facts and not _number(one.facts[key]):
            yield Problem(f"{one.where}.{key}", f"{one.facts[key]!r} is not a number")
    if _number(one.facts.get("best")) and one.facts["best"] == one.facts.get("worst"):
        yield Problem(one.where, "best and worst are the same, so every answer scores the same")


def _inject(one: Told, scenario: Scenario, names: dict[str, list[str]]) -> Iterator[Problem]:
    facts = one.facts
    at = hours(facts.get("at"))
    if ("at" in facts) == ("when" in facts):
        yield Problem(one.where, "it needs either at: or when:")
    elif "at" in facts and not _number(at):
        yield Problem(f"{one.where}.at", f"{facts['at']!r} is no time", advice="Write hours, such as 2.5 or T+2:30.")
    elif "at" in facts and not -scenario.burn_in_hours <= at < scenario.horizon_hours:
        yield Problem(f"{one.where}.at", f"hour {at:g} is after the horizon or before the burn-in")
    if "deadline" in facts and not (_number(hours(facts["deadline"])) and hours(facts["deadline"]) > 0):
        yield Problem(f"{one.where}.deadline", f"{facts['deadline']!r} is no number of hours after the inject")
    listed = facts.get("to") if isinstance(facts.get("to"), list) else [facts.get("to")]
    for role in (str(role) for role in listed or [] if role and str(role) not in names["roles"]):
        yield unknown(f"{one.where}.to", "role", role, names["roles"])
    if facts.get("objective") and str(facts["objective"]) not in names["objectives"]:
        yield unknown(f"{one.where}.objective", "objective", str(facts["objective"]), names["objectives"])
    acts = facts.get("expects") or []
    for act in acts if isinstance(acts, list) else [acts]:
        yield from _decision(f"{one.where}.expects", str(act), scenario)
    yield from _when(one, scenario)


def _when(one: Told, scenario: Scenario) -> Iterator[Problem]:
    if "when" not in one.facts:
        return
    place = f"{one.where}.when"
    found: list[Problem] = []
    when = mapping(one.facts["when"], place, found)
    yield from found
    yield from (unknown(f"{place}.{key}", "setting", key, WHENS) for key in when if key not in WHENS)
    if sum(key in when for key in ("measure", "alert", "taken", "not_taken")) != 1:
        yield Problem(place, "it needs one of measure:, alert:, taken: and not_taken:")
    if "measure" in when:
        yield from _metric(f"{place}.measure", when["measure"], scenario)
        if ("above" in when) == ("below" in when):
            yield Problem(place, "a measure needs either above: or below:")
    detectors = [detector.name for detector in scenario.detectors]
    if "alert" in when and str(when["alert"]) not in detectors:
        yield unknown(f"{place}.alert", "detector here", str(when["alert"]), detectors)
    for key in ("taken", "not_taken"):
        if key in when:
            yield from _decision(f"{place}.{key}", str(when[key]), scenario)


def _decision(where: str, word: str, scenario: Scenario) -> Iterator[Problem]:
    """A countermeasure, or a response of this pack."""
    known = {*catalogue.names("countermeasures"), *(response.name for response in scenario.responses)}
    if word not in known:
        yield unknown(where, "countermeasure or response", word, known)


def _metric(where: str, metric: Any, scenario: Scenario) -> Iterator[Problem]:
    if not metric:
        return
    try:
        catalogue.idea("metrics", str(metric).partition("@")[0].partition(".")[0], where)
    except Problems as problems:
        yield from problems.problems
    yield from unknown_parts(scenario, str(metric), where)


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)

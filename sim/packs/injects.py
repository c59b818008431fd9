"""Injects: what an exercise hands to its players, when and to whom, what they are to do, and how it is scored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sim import catalogue
from sim.ground.problems import Problem, Problems, unknown
from sim.packs.bilingual import lacks
from sim.packs.columns import column_problems
from sim.packs.expected import placed
from sim.packs.reading import shown
from sim.packs.yaml_lines import read_yaml
from sim.scenario import Scenario
from sim.scenario.names import mapping
from sim.scenario.reading import hours

FILE = "injects.yaml"
KEYS = {  # part -> what it needs, and what it may have beside
    "roles": (("label",), ("acts_for", "brief", "measures")),
    "objectives": (("label",), ("metric", "best", "worst", "against", "weight", "process", "within", "inject")),
    "injects": (("channel", "to", "text", "expected_act"),
                ("at", "when", "from", "seen_by", "expects", "deadline", "objective", "note", "content_note")),
}  # fmt: skip
NOTE = "content_note"
TEXTS = ("label", "brief", "text", "expected_act", "from", "note", NOTE)
PROCESS = ("first_statement", "inject_answered", "consistency", "rights", "records")  # judged by whoever leads
EVERYBODY = "everybody"
FEW = 6  # injects; fewer do not fill a morning
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
    found += [unknown(part, "part", part, (NOTE, *KEYS)) for part in data if part not in (NOTE, *KEYS)]
    found += _untranslated("", {NOTE: data.get(NOTE)})
    told = [Told(part, name, mapping(facts, f"{part}.{name}", found))
            for part in KEYS for name, facts in mapping(data.get(part), part, found).items()]  # fmt: skip
    names = {part: [one.name for one in told if one.part == part] for part in KEYS}
    for one in told:
        found += _keys(one)
        found += {"roles": _role, "objectives": _objective, "injects": _inject}[one.part](one, scenario, names)
    found += _weights([one.facts.get("weight") for one in told if one.part == "objectives"])
    return [*document.problems, *(placed(problem, document.lines, file) for problem in found)]


def advice_on(folder: Path) -> list[str]:
    """What may be added to an exercise in which nothing is wrong."""
    data = read_yaml(folder / FILE, FILE).data
    count = len(data.get("injects") or {}) if isinstance(data, dict) else 0
    return [f"Advice: {count} inject{'s' * (count != 1)} will not fill a morning; {FEW} or more do."] * (count < FEW)


def _weights(weights: list[Any]) -> list[Problem]:
    total = sum(weight for weight in weights if _number(weight))
    if total and None not in weights and abs(total - 1.0) > 0.005:  # weights are written with two digits
        return [Problem("objectives", f"the weights of the objectives add up to {total:g}, not to 1")]
    return []


def _keys(one: Told) -> Iterator[Problem]:
    needed, other = KEYS[one.part]
    for key in one.facts:
        if key not in (*needed, *other):
            yield unknown(f"{one.where}.{key}", "setting", key, (*needed, *other))
    for key in needed:
        if one.facts.get(key) in (None, "", [], {}):
            yield Problem(one.where, f'it lacks "{key}"')
    yield from _untranslated(f"{one.where}.", one.facts)


def _untranslated(before: str, facts: dict[str, Any]) -> Iterator[Problem]:
    for key in (key for key in TEXTS if facts.get(key)):
        text = facts[key] if isinstance(facts[key], dict) else {}
        if wrong := lacks(str(text.get("en") or ""), str(text.get("fr") or "")):
            yield Problem(f"{before}{key}", f"{key} {wrong}")


def _listed(value: Any) -> list[str]:
    """The words of a list; a word alone is a list of one."""
    return [str(one) for one in (value if isinstance(value, list) else [value]) if one not in (None, "")]


def _role(one: Told, scenario: Scenario, _names: dict[str, list[str]]) -> Iterator[Problem]:
    offered = {entry.do for plan in scenario.responses for entry in plan.entries if entry.shelf == "countermeasures"}
    for measure in _listed(one.facts.get("measures")):
        if measure not in catalogue.names("countermeasures"):
            yield unknown(f"{one.where}.measures", "countermeasure", measure, catalogue.names("countermeasures"))
        elif measure not in offered:
            advice = "Let one offer it, or take it from the role."
            yield Problem(f"{one.where}.measures", f'no response offers "{measure}"', advice=advice)
    known = {actor.name for actor in scenario.actors} | {actor.operation for actor in scenario.actors} - {""}
    acts_for = one.facts.get("acts_for")
    if acts_for and str(acts_for) not in known:
        yield unknown(f"{one.where}.acts_for", "actor or operation", str(acts_for), known)


def _objective(one: Told, scenario: Scenario, names: dict[str, list[str]]) -> Iterator[Problem]:
    if bool(one.facts.get("metric")) == bool(one.facts.get("process")):
        yield Problem(one.where, "it needs either metric: or process:")
    elif one.facts.get("process"):
        yield from _process(one, names)
    else:
        yield from column_problems(scenario, str(one.facts["metric"]), f"{one.where}.metric")
        yield from (Problem(one.where, f'it lacks "{key}"') for key in ("best", "worst") if key not in one.facts)
    if one.facts.get("against"):
        try:
            scenario.response(str(one.facts["against"]), f"{one.where}.against")
        except Problems as problems:
            yield from problems.problems
    for key in ("best", "worst", "weight"):
        if key in one.facts and not _number(one.facts[key]):
            yield Problem(f"{one.where}.{key}", f"{one.facts[key]!r} is not a number")
    if _number(one.facts.get("best")) and one.facts["best"] == one.facts.get("worst"):
        yield Problem(one.where, "best and worst are the same, so every answer scores the same")


def _process(one: Told, names: dict[str, list[str]]) -> Iterator[Problem]:
    process, inject = str(one.facts["process"]), str(one.facts.get("inject", ""))
    if process not in PROCESS:
        yield unknown(f"{one.where}.process", "point of process", process, PROCESS)
    if process == "inject_answered" and inject not in names["injects"]:
        yield unknown(f"{one.where}.inject", "inject", inject, names["injects"])
    if process == "first_statement" and not _number(hours(one.facts.get("within"))):
        yield Problem(one.where, "it does not say within: how many hours")


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
    for key, others in (("to", ()), ("seen_by", (EVERYBODY,))):
        known = (*names["roles"], *others)
        yield from (unknown(f"{one.where}.{key}", "role", role, known)
                    for role in _listed(facts.get(key)) if role not in known)  # fmt: skip
    if facts.get("objective") and str(facts["objective"]) not in names["objectives"]:
        yield unknown(f"{one.where}.objective", "objective", str(facts["objective"]), names["objectives"])
    for act in _listed(facts.get("expects")):
        yield from _decision(f"{one.where}.expects", act, scenario)
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
        part = f"@{when['segment']}" if when.get("segment") else ""
        yield from column_problems(scenario, f"{when['measure']}{part}", f"{place}.measure", awaited=True)
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


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)

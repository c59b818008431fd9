"""Reading a scenario: plain data in, frozen forms out, each problem with the dotted path of its place."""

from __future__ import annotations

import dataclasses
import re
from datetime import datetime
from typing import Any

from sim import catalogue
from sim.ground.cards import Text, from_mapping
from sim.ground.problems import Problem, Problems, unknown
from sim.scenario.forms import (
    ActorSpec,
    ClaimSpec,
    Country,
    DeedSpec,
    DetectorSpec,
    EntrySpec,
    ImageSpec,
    LayerSpec,
    OperationSpec,
    OwnSideSpec,
    Response,
    Scenario,
    Segment,
)
from sim.scenario.layers import clashes, read_layer
from sim.scenario.names import dangling, mapping
from sim.scenario.standing import with_rules
from sim.state.timeline import Condition

NAME = re.compile(r"[a-z][a-z0-9_]*")
HOURS = re.compile(r"(?:T?([+-]))?(\d+):([0-5]\d)")
TABLES: dict[str, Any] = {"countries": Country, "segments": Segment, "claims": ClaimSpec, "actors": ActorSpec,
                          "acts": DeedSpec, "images": ImageSpec, "layers": LayerSpec,
                          "operations": OperationSpec}  # fmt: skip
TEXTS = ("label", "question")
MOST_MOVED = 20  # log-odds
TOLD = ("detectors", "timeline", "responses")  # tables that are read in ways of their own
LONGEST = {"horizon_hours": 8760.0, "burn_in_hours": 720.0}


def read_scenario(name: str, data: dict[str, Any], where: str = "scenario") -> tuple[Scenario | None, list[Problem]]:
    """The scenario that plain data describes (None if anything is wrong), and all problems found."""
    scenario, found = draft_scenario(name, data, where)
    return (None if found else scenario), found


def draft_scenario(name: str, data: dict[str, Any], where: str = "scenario") -> tuple[Scenario | None, list[Problem]]:
    """The scenario as far as it can be read, without whatever is wrong in it, and all problems found."""
    found: list[Problem] = []
    values: dict[str, Any] = {key: value for key, value in data.items() if key != "name"}
    for table, form in TABLES.items():
        values[table] = _named(form, values.get(table), f"{where}.{table}", found)
    values["detectors"] = _detectors(values.get("detectors"), f"{where}.detectors", found)
    values["timeline"] = _named(EntrySpec, with_rules(values, where, found), f"{where}.timeline", found)
    values["responses"] = _responses(values.get("responses"), f"{where}.responses", found)
    values["own_side"] = _own_side(values.get("own_side"), f"{where}.own_side", found)
    scenario = _form(Scenario, name, values, where, found)
    found += dangling(data, where)
    if scenario is not None:
        found += _wrong_start(scenario, where) + clashes(scenario, where)
    else:
        scenario = _form(Scenario, name, _without(values, found, where), where, [])
    return scenario, found


def _without(values: dict[str, Any], found: list[Problem], where: str) -> dict[str, Any]:
    """The values that nothing is wrong with; where the clock is unknown, no hour is too late."""
    wrong = {problem.where.removeprefix(f"{where}.").split(".")[0] for problem in found} - {*TABLES, *TOLD}
    kept = {key: value for key, value in values.items() if key not in wrong}
    return LONGEST | kept


def hours(value: Any) -> Any:
    """Hours from a number or from a planner's `T+3:20`, `-2:00` or `0:20`; anything else is left alone."""
    told = HOURS.fullmatch(value) if isinstance(value, str) else None
    if not told:
        return value
    sign, whole, minutes = told.groups()
    return (int(whole) + int(minutes) / 60.0) * (-1.0 if sign == "-" else 1.0)


def _named(form: Any, data: Any, where: str, found: list[Problem]) -> tuple[Any, ...]:
    read = []
    for name, inner in mapping(data, where, found).items():
        place = f"{where}.{name}"
        if not NAME.fullmatch(name):
            found.append(Problem(place, f'"{name}" is no name', advice="Use small letters, digits and _."))
            continue
        facts = mapping(inner, place, found)
        if isinstance(inner, dict) or not inner:
            read.append(_form(form, name, facts, place, found))
    return tuple(one for one in read if one is not None)


def _form(form: Any, name: str, values: dict[str, Any], where: str, found: list[Problem]) -> Any:
    fields = {field.name for field in dataclasses.fields(form)} - {"name"}
    own = [unknown(f"{where}.{key}", "setting", key, fields) for key in values if key not in fields]
    kept = {key: value for key, value in values.items() if key in fields and value is not None}
    for key in TEXTS:
        if key in kept:
            kept[key] = _text(kept[key], f"{where}.{key}", own)
    if form is EntrySpec:
        _read_entry(kept, where, own)
    if form is LayerSpec:
        read_layer(kept, where, own)
    if form is DeedSpec:
        kept["moved_by"] = _effects(kept.get("moved_by"), f"{where}.moved_by", own)
    if form is ActorSpec and kept.get("kind", "citizen") not in catalogue.names("kinds"):
        own.append(unknown(f"{where}.kind", "kind of account", str(kept["kind"]), catalogue.names("kinds")))
    read, wrong = from_mapping(form, {"name": name, **kept}, where)
    found += own + wrong
    return None if own else read


def _effects(value: Any, where: str, found: list[Problem]) -> dict[str, float]:
    """Numbers by claim."""
    told = mapping(value, where, found)
    for claim, effect in told.items():
        if isinstance(effect, bool) or not isinstance(effect, int | float) or not abs(effect) <= MOST_MOVED:
            advice = f"Write log-odds, -{MOST_MOVED} to {MOST_MOVED}."
            found.append(Problem(f"{where}.{claim}", f"{effect!r} is no effect", advice=advice))
    return told


def _text(value: Any, where: str, found: list[Problem]) -> Text:
    if isinstance(value, str):
        return Text(value, "")
    told = mapping(value, where, found)
    found += [unknown(f"{where}.{key}", "language", key, ("en", "fr")) for key in told if key not in ("en", "fr")]
    return Text(str(told.get("en", "")), str(told.get("fr", "")))


def _read_entry(values: dict[str, Any], where: str, found: list[Problem]) -> None:
    for key in ("at", "hours"):
        if key in values:
            values[key] = hours(values[key])
    at = values.get("at")
    if at is not None and (isinstance(at, bool) or not isinstance(at, int | float)):
        found.append(Problem(f"{where}.at", f"{at!r} is no time", advice="Write hours, such as 2.5 or T+2:30."))
        del values["at"]
    elif at is not None and at < 0 and values.get("since"):
        found.append(Problem(f"{where}.at", f"{at:g} h is before the alert that it waits for"))
    if "when" in values:
        values["when"] = _condition(values["when"], f"{where}.when", found)
    elif at is None and "since" not in values:
        found.append(Problem(where, "it says neither at: nor when:", advice="Write the hour, such as at: T+0:20."))
    _read_params(values, where, found)


def _read_params(values: dict[str, Any], where: str, found: list[Problem]) -> None:
    given = mapping(values.get("params"), f"{where}.params", found)
    values["params"] = ()  # what is wrong with them is told here
    if "do" not in values:
        found.append(Problem(where, "it does not say what to do", tuple(catalogue.actions()), "Write do: ..."))
        return
    try:
        module = catalogue.idea(catalogue.shelf_of(str(values["do"]), f"{where}.do"), str(values["do"]))
    except Problems as problems:
        found += problems.problems
        return
    params, wrong = from_mapping(module.Params, given, f"{where}.params")
    values["params"] = params or ()
    found += wrong


def _condition(value: Any, where: str, found: list[Problem]) -> Condition:
    told = mapping(value, where, found)
    fields = {field.name for field in dataclasses.fields(Condition)}
    wrong = [unknown(f"{where}.{key}", "setting", key, fields) for key in told if key not in fields]
    told = {key: inner for key, inner in told.items() if key in fields and inner is not None}
    for key in ("above", "below", "delay"):
        if key in told:
            told[key] = hours(told[key]) if key == "delay" else told[key]
            if isinstance(told[key], bool) or not isinstance(told[key], int | float):
                wrong.append(Problem(f"{where}.{key}", f"{told[key]!r} is not a number"))
    if bool(told.get("measure")) == bool(told.get("alert")):
        wrong.append(Problem(where, "it needs either measure: or alert:"))
    if told.get("measure") and (told.get("above") is None) == (told.get("below") is None):
        wrong.append(Problem(where, "a measure needs either above: or below:"))
    metric = str(told.get("measure", "")).partition(".")[0]
    if metric and metric not in catalogue.names("metrics"):
        wrong.append(unknown(f"{where}.measure", "metric", metric, catalogue.names("metrics")))
    found += wrong
    return Condition() if wrong else Condition(**told)


def _detectors(data: Any, where: str, found: list[Problem]) -> tuple[DetectorSpec, ...]:
    read = []
    for name, inner in mapping(data, where, found).items():
        given = mapping(inner, f"{where}.{name}", found)
        try:
            module = catalogue.idea("detectors", name, f"{where}.{name}")
        except Problems as problems:
            found += problems.problems
            continue
        strange = [key for key in given if key != "params"]
        found += [unknown(f"{where}.{name}.{key}", "setting", key, ("params",)) for key in strange]
        told = mapping(given.get("params"), f"{where}.{name}.params", found)
        params, wrong = from_mapping(module.Params, told, f"{where}.{name}.params")
        found += wrong
        read.append(DetectorSpec(name, params))
    return tuple(read)


def _own_side(data: Any, where: str, found: list[Problem]) -> OwnSideSpec:
    read, wrong = from_mapping(OwnSideSpec, mapping(data, where, found), where)
    found += wrong
    return read or OwnSideSpec()


def _responses(data: Any, where: str, found: list[Problem]) -> tuple[Response, ...]:
    read = []
    for name, inner in mapping(data, where, found).items():
        place = f"{where}.{name}"
        told = mapping(inner, place, found)
        known = ("label", "entries", "combines")
        found += [unknown(f"{place}.{key}", "setting", key, known) for key in told if key not in known]
        label = _text(told.get("label"), f"{place}.label", found)
        read.append(Response(name, label, _named(EntrySpec, told.get("entries"), f"{place}.entries", found)))
    return _combined(read, mapping(data, where, []), where, found)


def _combined(plans: list[Response], data: dict[str, Any], where: str, found: list[Problem]) -> tuple[Response, ...]:
    """The plans, each with the entries of those that it combines."""
    known = {plan.name: plan for plan in plans}
    whole = []
    for plan in plans:
        parts = mapping(data[plan.name], "", []).get("combines") or []
        place = f"{where}.{plan.name}.combines"
        if not isinstance(parts, list):
            found.append(Problem(place, f"{parts!r} is no list", advice="Write [one, other]."))
            continue
        found += [unknown(place, "response", str(part), known) for part in parts if part not in known]
        entries = {one.name: one for part in parts if part in known for one in known[part].entries}
        whole.append(dataclasses.replace(plan, entries=(*plan.entries, *entries.values())))
    return tuple(whole)


def _wrong_start(scenario: Scenario, where: str) -> list[Problem]:
    try:
        datetime.fromisoformat(scenario.start)
    except ValueError:
        advice = "Write it as 2031-03-14T07:00."
        return [Problem(f"{where}.start", f'"{scenario.start}" is no date and time', advice=advice)]
    return []


def entries(scenario: Scenario) -> list[tuple[str, EntrySpec]]:
    """Every entry of the timeline and of the responses, with its dotted place."""
    told = [(f"timeline.{entry.name}", entry) for entry in scenario.timeline]
    for response in scenario.responses:
        told += [(f"responses.{response.name}.entries.{entry.name}", entry) for entry in response.entries]
    return told

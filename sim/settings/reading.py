"""Reading settings: each part filled from plain data, with every problem under its dotted name."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

from sim import catalogue
from sim.ground.cards import from_mapping
from sim.ground.problems import Problem, Problems, unknown
from sim.scenario import Scenario, platforms
from sim.scenario.answers import moved_out
from sim.scenario.names import mapping
from sim.settings.parts import Choice, GraphSettings, TimeSettings
from sim.state.platform import Platform

SEED_LIMIT = 2**31 - 1
DIRECTIONS = ("source follows target", "source is followed by target", "undirected")


def read_filled(form: Any, data: Any, where: str, found: list[Problem]) -> Any:
    """A form whose fields are plain numbers and words; None if anything is wrong."""
    read, wrong = from_mapping(form, mapping(data, where, found), where)
    found += wrong
    return read


def _params(shelf: str, name: str, data: Any, where: str, params: str, found: list[Problem]) -> Any:
    """The params of an idea, filled; `where` is the setting that names the idea."""
    given = mapping(data, params, found)
    try:
        module = catalogue.idea(shelf, name, where)
    except Problems as problems:
        found += problems.problems
        return None
    read, wrong = from_mapping(module.Params, given, params)
    found += wrong
    return read


def read_graph(data: Any, found: list[Problem]) -> Any:
    """The graph: a generator with its params, or a file with its direction."""
    told = mapping(data, "graph", found)
    params = told.pop("params", None)
    graph = read_filled(GraphSettings, told, "graph", found)
    if graph is None:
        return None
    if not graph.file and graph.kind == "imported":
        found.append(Problem("graph.file", "an imported graph needs a file", advice="Write graph=FILE."))
    elif not graph.file:
        filled = _params("graphs", graph.kind, params, "graph.kind", "graph.params", found)
        graph = dataclasses.replace(graph, params=filled)
    else:
        graph = _imported(graph, params, found)
    return graph


def _imported(graph: GraphSettings, params: Any, found: list[Problem]) -> GraphSettings:
    if params:
        found.append(Problem("graph.params", "a graph from a file has no params"))
    missing = [key for key in ("file", "nodes") if (path := getattr(graph, key)) and not Path(path).exists()]
    found += [Problem(f"graph.{key}", f'no file "{getattr(graph, key)}"') for key in missing]
    if not Path(graph.file).is_dir() and not graph.direction:
        advice = 'Say it, such as graph.direction="source follows target".'
        found.append(Problem("graph.direction", "a file's edges need a direction", DIRECTIONS, advice))
    elif graph.direction and graph.direction not in DIRECTIONS:
        found.append(unknown("graph.direction", "direction", graph.direction, DIRECTIONS))
    return dataclasses.replace(graph, kind="imported")


def read_platform(data: Any, found: list[Problem]) -> tuple[Any, Any]:
    """The platform, and the params of its feed rule."""
    return platforms.read_platform(data, "platform", found)


def read_belief(data: Any, found: list[Problem]) -> Choice:
    """The belief rule, told by its name alone or with params."""
    told = {"name": data} if isinstance(data, str) else mapping(data, "belief", found)
    found += [
        unknown(f"belief.{key}", "setting", key, ("name", "params")) for key in told if key not in ("name", "params")
    ]
    name = str(told.get("name", "log_odds"))
    return Choice(name, _params("beliefs", name, told.get("params"), "belief", "belief.params", found))


def read_kinds(data: Any, found: list[Problem]) -> tuple[Choice, ...]:
    """The kinds of account whose params are told: `citizen: {params: {spread: 0.2}}`."""
    read = []
    for name, inner in mapping(data, "kinds", found).items():
        told = mapping(inner, f"kinds.{name}", found)
        found += [unknown(f"kinds.{name}.{key}", "setting", key, ("params",)) for key in told if key != "params"]
        params = _params("kinds", name, told.get("params"), f"kinds.{name}", f"kinds.{name}.params", found)
        read.append(Choice(name, params))
    return tuple(read)


def read_seed(value: Any, found: list[Problem]) -> int:
    """The seed, a whole number that the draws can take."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= SEED_LIMIT:
        found.append(Problem("seed", f"{value!r} is no seed", advice=f"Allowed: whole numbers 0 to {SEED_LIMIT}."))
        return 0
    return value


def response_problems(scenario: Scenario, response: str, begin: float, end: float) -> list[Problem]:
    """What is wrong with the name of a response, or with what it makes of a run between two hours."""
    try:
        scenario.response(response)
    except Problems as problems:
        return list(problems.problems)
    return list(moved_out(scenario.parts(response, "response", []), begin, end, "response"))


def horizon_of(scenario: Scenario, time: TimeSettings) -> float:
    """Hours simulated after hour 0."""
    return time.days * 24.0 or scenario.horizon_hours


def burn_in_of(scenario: Scenario, time: TimeSettings) -> float:
    """Hours of ordinary traffic before hour 0."""
    return scenario.burn_in_hours if time.burn_in_days < 0 else time.burn_in_days * 24.0


def layer_problems(scenario: Scenario, platform: Platform) -> list[Problem]:
    """What is wrong with layers beside this platform."""
    if scenario.layers and platform.session != "reading":
        advice = "Leave platform.session=reading."
        return [Problem("platform.session", "only feeds that are read can be layers", advice=advice)]
    return []

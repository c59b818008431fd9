"""What a pack's author expects: which response does better on which metric, and why."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sim.ground.cards import Text
from sim.ground.problems import Problem, Problems, raise_if_any, unknown
from sim.packs.bilingual import lacks
from sim.packs.columns import column_problems
from sim.packs.reading import open_pack, shown
from sim.packs.yaml_lines import read_yaml
from sim.scenario import Scenario
from sim.scenario.names import mapping

FILE = "expected.yaml"
KEYS = {
    "orderings": ("metric", "best_to_worst", "because"),
    "limits": ("metric", "response", "low", "high", "because"),
}


@dataclass(frozen=True)
class Expectation:
    """Either an ordering of responses, best first, or the limits of one metric under one response."""

    name: str
    metric: str  # a column of the results, such as `reach` or `reach.burning_papers@diaspora`
    responses: tuple[str, ...]
    because: Text
    low: float | None = None
    high: float | None = None


def read_expected(name_or_folder: str | Path) -> tuple[Expectation, ...]:
    """What the pack expects; raises `Problems` with file and line."""
    pack = open_pack(name_or_folder)
    scenario, found = pack.scenario()
    raise_if_any(found)
    assert scenario is not None  # or its problems had been raised
    expectations, wrong = expectations_of(pack.folder, scenario)
    raise_if_any(wrong)
    return expectations


def expectations_of(folder: Path, scenario: Scenario) -> tuple[tuple[Expectation, ...], list[Problem]]:
    """The expectations in a pack's folder, and every problem with file and line."""
    path = folder / FILE
    document = read_yaml(path, f"{shown(folder)}/{FILE}")
    found: list[Problem] = []
    read: list[Expectation] = []
    told = mapping(document.data, "", found)
    found += [unknown(key, "part", key, KEYS) for key in told if key not in KEYS]
    for part, keys in KEYS.items():
        for name, inner in mapping(told.get(part), part, found).items():
            facts = mapping(inner, f"{part}.{name}", found)
            expectation, wrong = _read(part, name, facts, keys, scenario)
            found += wrong
            read += [expectation] if expectation else []
    told_at = [placed(problem, document.lines, f"{shown(folder)}/{FILE}") for problem in found]
    return tuple(read), [*document.problems, *told_at]


def _read(
    part: str, name: str, facts: dict[str, Any], keys: tuple[str, ...], scenario: Scenario
) -> tuple[Expectation | None, list[Problem]]:
    where = f"{part}.{name}"
    found = [unknown(f"{where}.{key}", "setting", key, keys) for key in facts if key not in keys]
    found += [
        Problem(where, f'it lacks "{key}"') for key in keys[:-1] if key not in ("low", "high") and key not in facts
    ]
    metric = str(facts.get("metric", ""))
    found += column_problems(scenario, metric, f"{where}.metric") if metric else ()
    listed = facts.get("best_to_worst", [facts.get("response", "none")])
    responses = tuple(str(one) for one in listed) if isinstance(listed, list) else ()
    if part == "orderings" and len(responses) < 2:
        found.append(Problem(f"{where}.best_to_worst", "it needs at least two responses", advice="Write [a, b]."))
    for response in responses:
        found += _unknown_response(scenario, response, where)
    limits = {key: facts[key] for key in ("low", "high") if key in facts}
    found += [
        Problem(f"{where}.{key}", f"{value!r} is not a number") for key, value in limits.items() if not _number(value)
    ]
    if part == "limits" and not limits:
        found.append(Problem(where, "it needs low: or high:, or both"))
    reason = mapping(facts.get("because"), f"{where}.because", found)
    because = Text(str(reason.get("en", "")), str(reason.get("fr", "")))
    if wrong := lacks(because.en, because.fr):
        found.append(Problem(where, f"its reason {wrong}"))
    return (None if found else Expectation(name, metric, responses, because, **limits)), found


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _unknown_response(scenario: Scenario, response: str, where: str) -> list[Problem]:
    try:
        scenario.response(response, where)
    except Problems as problems:
        return list(problems.problems)
    return []


def placed(problem: Problem, lines: dict[str, int], file: str) -> Problem:
    """The problem with its dotted place turned into file and line."""
    parts = problem.where.split(".")
    known = [".".join(parts[:length]) for length in range(len(parts), 0, -1)]
    line = next((lines[place] for place in known if place in lines), 1)
    return Problem(f"{file}, line {line}", problem.found, problem.known, problem.advice)

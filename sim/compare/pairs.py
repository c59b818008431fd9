"""Pairs: runs that meet the same future under different arms, so that only the arms differ."""

from __future__ import annotations

import copy
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sim.ground.problems import Problem, Problems, raise_if_any, unknown
from sim.results import RunResult

APART = ("execution",)  # how a run was carried out changes nothing


@dataclass(frozen=True)
class Future:
    """Everything but the arm: one seed under one set of assumptions, met by every arm."""

    key: str
    seed: int
    belief: str
    platform: str
    graph: str


@dataclass(frozen=True)
class Paired:
    """Runs by arm and future; each arm has met each future exactly once."""

    arms: tuple[str, ...]
    futures: tuple[Future, ...]
    runs: dict[tuple[str, str], RunResult]  # (arm, key of the future)

    def of(self, arm: str) -> list[RunResult]:
        """The runs of an arm in the order of the futures."""
        return [self.runs[arm, future.key] for future in self.futures]


def pair(runs: Sequence[RunResult], by: str = "response") -> Paired:
    """Sort runs into arms, which differ by one setting, and futures; refuses runs without a partner."""
    if not runs:
        raise Problems([Problem("compare", "no runs", advice="Name finished runs, or settings to run.")])
    placed: dict[tuple[str, str], RunResult] = {}
    futures: dict[str, Future] = {}
    for run in runs:
        arm, future = _split(run, by)
        futures.setdefault(future.key, future)
        placed[arm, future.key] = run
    arms = tuple(dict.fromkeys(arm for arm, _ in placed))
    # in an order of their own, so that sums do not hang on the order of the runs
    ordered = tuple(sorted(futures.values(), key=lambda future: (future.seed, future.key)))
    raise_if_any(_unpaired(arms, ordered, placed, by))
    return Paired(arms, ordered, placed)


def _split(run: RunResult, by: str) -> tuple[str, Future]:
    """The arm of a run, and the future it met."""
    settings = copy.deepcopy(run.settings)
    arm = _taken(settings, by)
    for name in APART:
        settings.pop(name, None)
    settings["scenario"].pop("responses", None)  # only the chosen one counts, and it is the arm or is named
    rest = {"settings": settings, "code": run.manifest["code"], "inputs": run.manifest["inputs"]}
    forked = run.manifest.get("forked_from")
    key = json.dumps(rest | {"forked": forked}, sort_keys=True)
    names = [_name(run.settings[part]) for part in ("belief", "platform", "graph")]
    return _name(arm), Future(key, run.seed, *names)


def _taken(settings: dict[str, Any], by: str) -> Any:
    """Take a setting out of nested settings by its dotted name."""
    *path, last = by.split(".")
    place = settings
    for name in path:
        place = place.get(name, {}) if isinstance(place, dict) else {}
    if not isinstance(place, dict) or last not in place:
        raise Problems([unknown("--by", "setting", by, _dotted(settings))])
    return place.pop(last)


def _dotted(settings: dict[str, Any], before: str = "") -> list[str]:
    names = []
    for name, value in settings.items():
        names.append(f"{before}{name}")
        if isinstance(value, dict):
            names += _dotted(value, f"{before}{name}.")
    return names


def _name(value: Any) -> str:
    """A short name for a setting: its own, or that of the rule it picks."""
    if isinstance(value, dict):
        return str(value.get("name") or value.get("file") or value.get("kind") or value.get("feed") or value)
    return str(value)


def _unpaired(
    arms: tuple[str, ...], futures: tuple[Future, ...], placed: dict[tuple[str, str], RunResult], by: str
) -> list[Problem]:
    if len(arms) < 2:
        advice = f"Compare at least two, such as {by}=none,fast_statement, or say --by another setting."
        return [Problem("compare", f"all runs have the same {by} ({arms[0]})", advice=advice)]
    found = []
    for future in futures:
        missing = [arm for arm in arms if (arm, future.key) not in placed]
        if missing:
            there = [arm for arm in arms if arm not in missing]
            says = f"seed {future.seed} with belief {future.belief} was run with {by} {', '.join(there)} only"
            advice = f"Run it with {', '.join(missing)} too, or leave it out."
            found.append(Problem("compare", says, advice=advice))
    if found and len({placed_run.manifest["code"]["hash"] for placed_run in placed.values()}) > 1:
        advice = "Run the older ones again."
        found.append(Problem("compare", "some runs were made by another version of the model", advice=advice))
    return found

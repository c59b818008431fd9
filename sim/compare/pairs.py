"""Pairs: runs that meet the same future under different arms, so that only the arms differ."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sim.ground.problems import Problem, Problems, raise_if_any, unknown
from sim.results import RunResult
from sim.settings.identity import flat

APART = ("execution",)  # how a run was carried out changes nothing
BESIDE = ("code", "inputs", "forked_from")  # of the manifest: what else must be the same for both of a pair


@dataclass(frozen=True)
class Future:
    """Everything but the arm: one seed under one set of assumptions, met by every arm."""

    key: str
    seed: int
    facts: dict[str, Any]  # its settings by dotted name


@dataclass(frozen=True)
class Paired:
    """Runs by arm and future; each arm has met each future exactly once."""

    arms: tuple[str, ...]
    futures: tuple[Future, ...]
    runs: dict[tuple[str, str], RunResult]  # (arm, key of the future)

    def of(self, arm: str) -> list[RunResult]:
        """The runs of an arm in the order of the futures."""
        return [self.runs[arm, future.key] for future in self.futures]

    @cached_property
    def varying(self) -> tuple[str, ...]:
        """The settings in which its futures differ; the seed first."""
        return varying(self.futures)

    @cached_property
    def seeds(self) -> tuple[int, ...]:
        """The seed of each future, in rising order."""
        return tuple(future.seed for future in self.futures)


def pair(runs: Sequence[RunResult], by: str = "response") -> Paired:
    """Sort runs into arms, which differ by one setting, and futures; refuses runs without a partner."""
    if not runs:
        raise Problems([Problem("compare", "no runs", advice="Name finished runs, or settings to run.")])
    return _paired([(*_split(run, by), run) for run in runs], by)


def check_pairs(asked: Sequence[dict[str, Any]], by: str) -> tuple[str, ...]:
    """The arms of settings that are still to be run; raises the problems that `pair` would find afterwards."""
    return _paired([(*split(told, {}, by), None) for told in asked], by).arms


def _paired(told: Sequence[tuple[str, Future, Any]], by: str) -> Paired:
    placed = {(arm, future.key): run for arm, future, run in told}
    futures: dict[str, Future] = {}
    for _, future, _ in told:
        futures.setdefault(future.key, future)
    arms = tuple(dict.fromkeys(arm for arm, _ in placed))
    # in an order of their own, so that sums do not hang on the order of the runs
    ordered = tuple(sorted(futures.values(), key=lambda future: (future.seed, future.key)))
    paired = Paired(arms, ordered, placed)
    raise_if_any(_unpaired(paired, by))
    return paired


def varying(futures: Sequence[Future]) -> tuple[str, ...]:
    """The settings in which futures differ, by dotted name; the seed first."""
    names, first = dict.fromkeys(["seed", *(name for future in futures for name in future.facts)]), futures[0].facts
    others = [future.facts for future in futures[1:]]
    return tuple(name for name in names if any(facts.get(name) != first.get(name) for facts in others))


def _split(run: RunResult, by: str) -> tuple[str, Future]:
    """The arm of a run, and the future it met."""
    return split(run.settings, {name: run.manifest.get(name) for name in BESIDE}, by)


def split(told: dict[str, Any], beside: dict[str, Any], by: str) -> tuple[str, Future]:
    """The arm that settings as plain data stand for, and the future that they ask for."""
    try:
        arm, settings = _taken(told, by)
    except KeyError:
        raise Problems([unknown("--by", "setting", by, [*told, *flat(told)])]) from None
    settings = {name: value for name, value in settings.items() if name not in APART}
    # of the responses only the chosen one counts, and it is the arm or is named
    story = {name: value for name, value in settings["scenario"].items() if name != "responses"}
    facts = flat(settings | {"scenario": story} | beside)
    return _name(arm), Future(json.dumps(facts, sort_keys=True), int(told["seed"]), facts)


def _taken(settings: dict[str, Any], by: str) -> tuple[Any, dict[str, Any]]:
    """A setting by its dotted name, and the settings without it; a rule takes its own params along."""
    name, _, rest = by.partition(".")
    if not rest:
        return settings[name], {key: value for key, value in settings.items() if key not in (name, f"{name}_params")}
    if not isinstance(settings.get(name), dict):
        raise KeyError(by)
    value, left = _taken(settings[name], rest)
    return value, settings | {name: left}


def _name(value: Any) -> str:
    """A short name for a setting: its own, or that of the rule it picks."""
    if isinstance(value, dict):
        return str(value.get("name") or value.get("file") or value.get("kind") or value.get("feed") or value)
    return str(value)


def _unpaired(paired: Paired, by: str) -> list[Problem]:
    if len(paired.arms) < 2:
        advice = f"Compare at least two, such as {by}=none,fast_statement, or say --by another setting."
        return [Problem("compare", f"all runs have the same {by} ({paired.arms[0]})", advice=advice)]
    differing, found = paired.varying, []
    for future in paired.futures:
        missing = [arm for arm in paired.arms if (arm, future.key) not in paired.runs]
        if missing:
            there = [arm for arm in paired.arms if arm not in missing]
            told = ", ".join(f"{name} {future.facts.get(name)}" for name in differing)
            says = f"{told} was run with {by} {', '.join(there)} only"
            advice = f"Run it with {', '.join(missing)} too, or leave it out."
            found.append(Problem("compare", says, advice=advice))
    return found

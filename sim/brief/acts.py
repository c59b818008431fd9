"""Acts: the measures that an answer takes, the published class of each for rights, and when the first begins."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from sim import catalogue
from sim.compare import Comparison
from sim.ground.cards import Text
from sim.ground.problems import Problems
from sim.results import RunResult
from sim.scenario import Scenario, read_scenario


@dataclass(frozen=True)
class Act:
    """One kind of measure among those of an answer."""

    label: Text
    disarm: tuple[str, ...]
    rights: str
    authority: str


@dataclass(frozen=True)
class Acts:
    """What an answer is made of; `begins` is the median hour of its first act, NaN if it never acts."""

    label: Text
    measures: tuple[Act, ...]
    begins: float

    @property
    def rights(self) -> str:
        """The gravest class among its measures; empty for an answer that takes none with a class."""
        return catalogue.gravest(act.rights for act in self.measures)


def scenario_of(found: Comparison) -> Scenario | None:
    """The story that was run, as its settings tell it; None for one that cannot be read any more."""
    told = found.paired.of(found.baseline)[0].settings["scenario"]
    scenario, problems = read_scenario(str(told.get("name", "")), told)
    return None if problems else scenario


def acts_of(found: Comparison, arm: str, scenario: Scenario | None) -> Acts:
    """What an arm does, read from its plan and from the journals of its runs."""
    runs = found.paired.of(arm)
    label = Text(found.labels[arm], found.labels[arm])
    try:
        plan = scenario.response(runs[0].response) if scenario else None
    except Problems:  # a response that this version does not know
        plan = None
    if plan is None:
        return Acts(label, (), math.nan)
    ideas = dict.fromkeys(entry.do for entry in plan.entries)
    if found.by == "response" and plan.label.en:
        label = Text(_short(plan.label.en), _short(plan.label.fr))
    return Acts(label, tuple(_act(idea) for idea in ideas), _first_hour(runs, {entry.name for entry in plan.entries}))


def _act(idea: str) -> Act:
    card = catalogue.idea(catalogue.shelf_of(idea), idea).CARD
    return Act(card.label, card.disarm, card.rights, card.authority)


def _first_hour(runs: list[RunResult], entries: set[str]) -> float:
    """The median over futures of the hour at which the first of these entries began."""
    firsts = []
    for run in runs if entries else []:
        journal = run.table("events").to_pydict()
        hours = [hour for hour, what, who in zip(journal["hour"], journal["what"], journal["who"], strict=True)
                 if what == "begin" and who in entries]  # fmt: skip
        firsts += [min(hours)] if hours else []
    return float(np.median(firsts)) if firsts else math.nan


def _short(label: str) -> str:
    """A label without what it explains after the colon."""
    return label.partition(":")[0].strip("\u202f\u00a0 ")

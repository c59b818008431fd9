"""A comparison as one reader sees it: what answers, measures and rules are called, and in which colour each stands."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sim import catalogue
from sim.compare import Comparison
from sim.compare.measures import Measure
from sim.dashboard.figures.quantities import Manner, Quantity
from sim.ground.problems import Problems
from sim.i18n import Words
from sim.results import RunResult
from sim.scenario import EntrySpec, Response, Scenario, read_scenario

SAID = ("€", "h", "min")  # units that a cell repeats
BASELINE = -1  # in no place of the series: grey
EXPLAINED = re.compile(r"[\s\u202f\u00a0]*:\s.*", re.DOTALL)  # "Late and complete: one statement after twelve hours"


@dataclass(frozen=True)
class View:
    """A comparison, in a language and on a ground."""

    found: Comparison
    manner: Manner

    @property
    def t(self) -> Words:
        """The words of the language."""
        return self.manner.t

    @property
    def baseline(self) -> str:
        """What the baseline is called."""
        return self.label(self.found.baseline)

    @cached_property
    def others(self) -> tuple[str, ...]:
        """The arms but the baseline, from best to worst."""
        return tuple(arm for arm in self.found.ranking if arm != self.found.baseline)

    @property
    def asks(self) -> str:
        """The story and its question."""
        told = self._first(self.found.baseline).settings["scenario"]
        return self.t.label(told.get("question") or told.get("label") or {})

    @property
    def measure(self) -> Measure:
        """The measure by which the arms are ranked."""
        return self.found.measures[self.found.measure]

    @cached_property
    def shown(self) -> Quantity:
        """What the figures show: the ranking measure."""
        return self.quantity(self.found.measure)

    @cached_property
    def scenario(self) -> Scenario | None:
        """The story that was run; None for one that this version cannot read any more."""
        told = self._first(self.found.baseline).settings["scenario"]
        scenario, problems = read_scenario(str(told.get("name", "")), told)
        return None if problems else scenario

    @property
    def defined(self) -> bool:
        """Whether any answer can be held against the baseline in this measure at all."""
        return any(self.found.differences[arm, self.found.measure].pairs for arm in self.others)

    def place(self, arm: str) -> int:
        """Which of the colours an arm has, whatever the measure by which it is ranked."""
        arms = sorted(one for one in self.found.arms if one != self.found.baseline)
        return arms.index(arm) if arm in arms else BASELINE

    def label(self, arm: str) -> str:
        """What an arm is called, without what it explains after the colon."""
        if self.found.by != "response":
            return self.found.labels[arm]
        told = self._first(arm).manifest.get("response_labels")
        return shortened(self.t.label(told)) if told else self.response(arm) or self.found.labels[arm]

    def response(self, name: str) -> str:
        """What the story calls an answer, whether it was run or not; nothing when it does not know it."""
        try:
            return shortened(self.t.label(self.scenario.response(name).label)) if self.scenario else ""
        except Problems:
            return ""

    def quantity(self, name: str) -> Quantity:
        """A measure in the reader's words: its metric, since the claim stands beside it on the page."""
        measure = self.found.measures[name]
        return Quantity(self.metric(measure), measure.unit, measure.better)

    def metric(self, measure: Measure) -> str:
        """What the metric of a measure is called."""
        card = self._first(self.found.baseline).manifest["metrics"].get(measure.metric, {})
        return self.t.label(card.get("label") or {}) or measure.metric.replace("_", " ")

    def metric_named(self, metric: str) -> str:
        """What a metric is called, whatever it is taken of."""
        measure = self._measured(metric)
        return self.metric(measure) if measure else metric.replace("_", " ")

    def metric_value(self, metric: str, value: float) -> str:
        """A value of a metric with its unit, or that nobody measured it."""
        measure = self._measured(metric)
        if measure is None:
            return self.t("compare-rights-not-taken")
        shown = Quantity("", measure.unit)
        if measure.unit in SAID or shown.is_share or math.isnan(value):
            return shown.value(self.t, value)
        return self.t.number(value, 0 if value == round(value) else 1)  # the heading says what is counted

    def part(self, measure: Measure) -> str:
        """The claim, source or country that a measure is about, or nothing."""
        told = self._first(self.found.baseline).settings["scenario"]
        names = [self._called(told, part) for part in measure.part.split(".")] if measure.part else []
        return ", ".join(names)

    def full(self, name: str) -> str:
        """A measure with what it is about."""
        measure = self.found.measures[name]
        part = self.part(measure)
        return self.t("compare-measure-of", measure=self.metric(measure), part=part) if part else self.metric(measure)

    def group(self, segment: str) -> str:
        """What a segment or country is called."""
        return self._called(self._first(self.found.baseline).settings["scenario"], segment)

    def belief(self, name: str) -> str:
        """What a belief rule is called."""
        known = name in catalogue.names("beliefs")
        return self.t.label(catalogue.card("beliefs", name).label) if known else name.replace("_", " ")

    def plan(self, arm: str) -> Response | None:
        """What an arm does; None where this version does not know it."""
        try:
            return self.scenario.response(self._first(arm).response) if self.scenario else None
        except Problems:
            return None

    def entries(self, arm: str) -> tuple[EntrySpec, ...]:
        """The entries of an arm, in order of time."""
        plan = self.plan(arm)
        return tuple(sorted(plan.entries, key=lambda one: one.at or 0.0)) if plan else ()

    def action(self, idea: str) -> str:
        """What a tactic, countermeasure or event is called."""
        return self.t.label(catalogue.card(catalogue.shelf_of(idea), idea).label)

    def actor(self, name: str) -> str:
        """What an actor is called."""
        return self._called(self._first(self.found.baseline).settings["scenario"], name)

    def _measured(self, metric: str) -> Measure | None:
        known = self.found.measures.values()
        return next((one for one in known if one.metric == metric and not one.segment), None)

    def _first(self, arm: str) -> RunResult:
        return self.found.paired.of(arm)[0]

    def _called(self, told: dict[str, Any], name: str) -> str:
        for shelf in ("claims", "segments", "countries", "actors", "operations", "layers", "acts", "images"):
            label = ((told.get(shelf) or {}).get(name) or {}).get("label")
            if label and self.t.label(label):
                return self.t.label(label)
        if name in {one.get("operation") for one in (told.get("actors") or {}).values()}:
            return ""  # a side that the pack did not name
        source = f"compare-source-{name.replace('_', '-')}"
        return self.t(source) if self.t.has(source) else name.replace("_", " ")


def shortened(label: str) -> str:
    """A label without what it explains after the colon; what is said of its time stays."""
    return EXPLAINED.sub("", label)

"""View: a comparison with the options drawn from it, the answer in question, and the language to tell it in."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

from sim.brief.asked import Asked
from sim.brief.options import Option
from sim.brief.wording import UNDEFINED, amount, change, digits_of, sized, unit_of_change
from sim.compare import Comparison, Difference
from sim.compare.measures import Measure
from sim.i18n import Words
from sim.results import RunResult


@dataclass(frozen=True)
class View:
    """What every part of the page looks at."""

    found: Comparison
    t: Words
    options: tuple[Option, ...]
    arm: str
    asked: Asked

    @property
    def measure(self) -> Measure:
        """The measure by which answers are judged."""
        return self.found.measures[self.found.measure]

    @property
    def run(self) -> RunResult:
        """A run of the baseline, for what all runs have in common."""
        return self.found.paired.of(self.found.baseline)[0]

    @property
    def option(self) -> Option:
        """The answer that the page is about."""
        return self.of(self.arm)

    @property
    def step(self) -> Difference:
        """That answer against the baseline."""
        return self.found.differences[self.arm, self.found.measure]

    @property
    def futures(self) -> int:
        """How many futures every answer met."""
        return len(self.found.paired.futures)

    @property
    def baseline(self) -> str:
        """What the baseline is called."""
        return self.called(self.found.baseline)

    @property
    def unit(self) -> str:
        """What differences are counted in."""
        return unit_of_change(self.t, self.measure.unit)

    def of(self, arm: str) -> Option:
        """The option of an arm."""
        return next(option for option in self.options if option.arm == arm)

    def called(self, arm: str) -> str:
        """What an arm is called in this language."""
        return self.t.label(self.of(arm).acts.label)

    def change(self, value: float) -> str:
        """A difference in the measure, with its sign."""
        return change(self.t, value, self.measure.unit, self.digits)

    @cached_property
    def digits(self) -> int:
        """Places after the point of all differences on the page."""
        return digits_of([option.median for option in self.options if option.step], self.measure.unit)

    def tick(self, value: float, step: float) -> str:
        """A difference on an axis whose marks are a step apart."""
        unit = self.measure.unit
        digits = max(0, -math.floor(math.log10(sized(step, unit)) + 1e-9))
        return change(self.t, value, unit, digits) if abs(value) > step / 2 else "0"

    def amount(self, value: float) -> str:
        """A value of the measure."""
        return amount(self.t, value, self.measure.unit)

    def ranged(self, ends: tuple[float, float]) -> str:
        """From one difference in the measure to another."""
        if math.isnan(ends[0]):
            return UNDEFINED
        return self.t("brief-from-to", low=self.change(ends[0]), high=self.change(ends[1]))

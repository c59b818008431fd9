"""Quantities: what a figure shows, in which unit it is written, and which way is better."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from sim.i18n import Words

UNDEFINED = "–"
BARE = ("-1..1", "0..1", "probability", "probability²", "log-odds", "nats")  # small numbers that need three digits
NARROW, MINUS = "\u202f", "\u2212"


@dataclass(frozen=True)
class Manner:
    """How a figure speaks and on which ground it stands."""

    t: Words
    dark: bool = False


@dataclass(frozen=True)
class Quantity:
    """A measure in the reader's words; `unit` is the one of its card, and picks how numbers are written."""

    label: str
    unit: str
    better: str = ""

    @property
    def is_share(self) -> bool:
        """Whether it is written in per cent, and its differences in points."""
        return self.unit.startswith("share")

    def value(self, t: Words, value: float) -> str:
        """A number with its unit: 6.4 %, €2,000, 3.1 posts."""
        if math.isnan(value):
            return UNDEFINED
        if self.is_share:
            return t.percent(value, 2 if abs(value) < 0.00995 and value else 1)
        if self.unit == "€":
            return t.euros(value)
        if self.unit == "h":
            return f"{t.number(value, 1)}{NARROW}h"
        return self._with_unit(t, t.number(value, self._digits(value)))

    def change(self, t: Words, value: float) -> str:
        """A difference with its sign and unit: −1.2 points, +0.013."""
        if math.isnan(value):
            return UNDEFINED
        if self.is_share:
            return t.points(value, self._digits_of_points(value))
        if self.unit == "€" and value:
            return f"{'+' if value > 0 else MINUS}{t.euros(abs(value))}"
        return self._with_unit(t, t.signed(value, self._digits(value)))

    def span(self, t: Words, low: float, high: float) -> str:
        """An interval of differences, with the unit once: −1.3 to −0.76 points."""
        if math.isnan(low) or math.isnan(high):
            return UNDEFINED
        if self.is_share:
            digits = max(self._digits_of_points(low), self._digits_of_points(high))
            return t("figures-span", low=t.signed(100 * low, digits), high=t.points(high, digits))
        digits = max(self._digits(low), self._digits(high))
        return t("figures-span", low=t.signed(low, digits), high=self._with_unit(t, t.signed(high, digits)))

    def size(self, t: Words, value: float) -> str:
        """How large a difference is, whichever way it goes: 1.2 points."""
        return self.change(t, abs(value)).removeprefix("+")

    def unit_in_words(self, t: Words) -> str:
        """The unit for an axis: % of people."""
        return unit_in_words(t, self.unit)

    def unit_of_change(self, t: Words) -> str:
        """The unit of a difference for an axis: percentage points."""
        return t("figures-unit-points") if self.is_share else self.unit_in_words(t)

    def wins(self, difference: float) -> bool:
        """Whether a difference goes the better way."""
        return difference < 0 if self.better == "lower" else difference > 0

    def _with_unit(self, t: Words, text: str) -> str:
        unit = "" if self.unit in BARE else self.unit_in_words(t)
        return f"{text}\u00a0{unit}" if unit else text

    def _digits(self, value: float) -> int:
        if self.unit in BARE:
            return 3
        return 0 if abs(value) >= 100 or value == round(value) else 1 if abs(value) >= 1 else 2

    def _digits_of_points(self, value: float) -> int:
        return 2 if 0 < abs(value) < 0.0095 else 1


def unit_in_words(t: Words, unit: str) -> str:
    """A unit of the cards in the reader's language; one that nobody translated stays as it is."""
    key = f"figures-unit-{slug(unit)}"
    return t(key) if unit and t.has(key) else unit


def slug(unit: str) -> str:
    """A unit as part of a key: `1/week` is 1-per-week."""
    spelt = unit.replace("€", "euro").replace("²", "-squared").replace("/", "-per-").replace("..", "-to-")
    return re.sub(r"[^a-z0-9]+", "-", spelt.lower()).strip("-")

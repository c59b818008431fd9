"""Wording: amounts and differences in their unit, and what the story calls things, in the language of the page."""

from __future__ import annotations

import math
from collections.abc import Iterable

from sim import catalogue
from sim.compare.measures import Measure
from sim.ground.cards import Text
from sim.i18n import Words
from sim.results import RunResult

UNDEFINED = "–"
FINE = ("probability", "log-odds", "0..1", "-1..1", "probability²")  # told to three places


def amount(t: Words, value: float, unit: str) -> str:
    """A value in its unit."""
    if math.isnan(value):
        return UNDEFINED
    if unit.startswith("share"):
        return t.percent(value)
    if unit == "€":
        return t.euros(value)
    return t.number(value, _digits(value, unit))


def change(t: Words, value: float, unit: str, digits: int) -> str:
    """A difference with its sign and without its unit; shares in percentage points."""
    if math.isnan(value):
        return UNDEFINED
    return t.signed(round(sized(value, unit), digits) + 0.0, digits)  # no minus before a nought


def digits_of(values: Iterable[float], unit: str) -> int:
    """Places after the point at which the smallest of these differences can still be told from nothing."""
    sizes = [abs(sized(value, unit)) for value in values if value and not math.isnan(value)]
    if unit in FINE:
        return 3
    smallest = min(sizes, default=1.0)
    return 2 if smallest < 0.5 else 1 if smallest < 100 else 0


def sized(value: float, unit: str) -> float:
    """A difference as it is counted: of shares, in percentage points."""
    return 100 * value if unit.startswith("share") else value


def unit_of_change(t: Words, unit: str) -> str:
    """What differences are counted in."""
    known = {
        "€": "brief-unit-euros",
        "h": "brief-unit-hours",
        "people": "brief-unit-people",
        "posts": "brief-unit-posts",
    }
    if unit.startswith("share"):
        return t("brief-unit-points")
    return t(known.get(unit, "brief-unit-other"))


def measure_label(t: Words, measure: Measure, run: RunResult) -> str:
    """What the measure is called; a claim by its own sentence, since that is what people are asked about."""
    card = run.manifest["metrics"].get(measure.metric, {})
    label = t.label(card.get("label") or {}) or measure.metric.replace("_", " ")
    if not measure.part:
        return label
    return t("brief-measure-of", measure=label, part=_part(t, measure.part, run))


def belief_label(t: Words, name: str) -> str:
    """What a belief rule is called."""
    known: Text | str = name
    if name in catalogue.names("beliefs"):
        known = catalogue.idea("beliefs", name).CARD.label
    return t.label(known)


def listed(t: Words, things: list[str]) -> str:
    """Things in a row: a, b and c."""
    if len(things) < 2:
        return "".join(things)
    return t("brief-and", first=", ".join(things[:-1]), last=things[-1])


def sentence(label: str) -> str:
    """A label in the middle of a sentence."""
    return label[:1].lower() + label[1:]


def _part(t: Words, part: str, run: RunResult) -> str:
    told = run.settings["scenario"]
    for shelf in ("claims", "actors", "countries", "segments"):
        label = (told.get(shelf) or {}).get(part, {}).get("label")
        if label and t.label(label):
            return t("brief-quoted", what=t.label(label))
    return part.replace("_", " ")


def _digits(value: float, unit: str) -> int:
    if unit in FINE:
        return 3
    return 0 if abs(value) >= 100 or value == round(value) else 1

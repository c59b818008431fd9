"""Words: numbers as a planner reads them, and the answer of a comparison in one sentence."""

from __future__ import annotations

import math

from sim.compare.differences import FEW, Difference
from sim.compare.measures import Measure

UNDEFINED = "–"
NEVER = "This compares answers under stated assumptions. It is not a forecast."


def figure(value: float, unit: str) -> str:
    """A number in its unit: shares in per cent, money and counts in whole numbers."""
    if math.isnan(value):
        return UNDEFINED
    if unit.startswith("share"):
        return f"{100 * value:.1f} %"
    if unit == "€":
        return f"{value:,.0f}"
    if abs(value) >= 1000:
        return f"{value:,.0f}"
    if unit in ("probability", "log-odds", "0..1", "-1..1", "probability²"):
        return f"{value:.3f}".replace("-", "−")
    return f"{value:,.1f}".replace("-", "−")


def change(value: float, unit: str) -> str:
    """A difference with its sign; differences of shares are in percentage points."""
    if math.isnan(value):
        return UNDEFINED
    sign = "−" if value < 0 else "+" if value > 0 else "±"
    return f"{sign}{size_of(value, unit)}"


def size_of(value: float, unit: str) -> str:
    """A difference without its sign; small shares with one figure more."""
    if unit.startswith("share"):
        points = 100 * abs(value)
        return f"{points:.1f}" if points >= 0.95 else f"{points:.2f}"
    return figure(abs(value), unit)


def spread(found: Difference, unit: str) -> str:
    """The interval of a difference, lower bound first."""
    if math.isnan(found.low):
        return ""
    return f"{change(found.low, unit)} to {change(found.high, unit)}"


def odds(found: Difference) -> str:
    """How often the arm did better: `17 of 20`."""
    return f"{found.better} of {found.pairs}" if found.pairs else UNDEFINED


def unit_of_change(measure: Measure) -> str:
    """The unit in which differences of a measure are told."""
    return "points" if measure.unit.startswith("share") else measure.unit


def headline(best: Difference, measure: Measure, labels: dict[str, str], futures: str) -> str:
    """The answer in words: what does best against the baseline, how often, by how much, how sure."""
    ours, theirs, what = f"“{labels[best.arm]}”", f"“{labels[best.baseline]}”", sentence(measure.label)
    if not best.pairs:
        return f"{ours} and {theirs} cannot be compared: {what} is undefined in every pair."
    number = counted(best.pairs, futures)
    counts = f"better than {theirs} in {best.better} of {number}"
    counts += f", worse in {best.worse}" if best.worse else ""
    counts += f", equal in {best.equal}" if best.equal else ""
    amount = f"{what} is {_amount(best, measure)}"
    few = counted(best.seeds, "seeds")
    caution = f" With {few} luck can look like an effect." if best.seeds < FEW else ""
    if best.side == 0 and not caution:
        caution = " The interval includes no difference at all."
    if not _improves(best, measure):
        return f"No answer improves on {theirs}. The nearest is {ours}, {counts}: {amount}.{caution}"
    return f"{ours} does {counts}: {amount}.{caution}"


def _improves(best: Difference, measure: Measure) -> bool:
    return best.mean < 0 if measure.better == "lower" else best.mean > 0


def _amount(best: Difference, measure: Measure) -> str:
    if best.mean == 0:
        return "the same on average"
    unit, way = unit_of_change(measure), "lower" if best.mean < 0 else "higher"
    told = f"{size_of(best.mean, measure.unit)} {unit} {way} on average"
    bounds = spread(best, measure.unit)
    return f"{told} (95 % interval {bounds})" if bounds else told


def counted(number: int, things: str) -> str:
    """A number of things named in the plural: `1 seed`, `5 seeds`."""
    return f"{number} {things if number != 1 else things.removesuffix('s')}"


def sentence(label: str) -> str:
    """A label in the middle of a sentence."""
    return label[:1].lower() + label[1:]

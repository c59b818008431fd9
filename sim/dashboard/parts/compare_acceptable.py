"""What is acceptable on the Compare page: a value of the measure, or so much better than the baseline."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import dash_mantine_components as dmc
from dash import html

from sim.compare import Threshold
from sim.dashboard.figures.axes import ticks
from sim.dashboard.parts import compare_data as data
from sim.dashboard.parts.compare_view import View

STEPS = 100  # of a slider
KINDS = ("value", "gain")
LEAST = 0.01  # of a slider where all outcomes are the same
HIDDEN = {"display": "none"}


@dataclass(frozen=True)
class Range:
    """Where a slider can stand, in the unit that it shows."""

    low: float
    high: float
    step: float


def limits(view: View, told: dict[str, str]) -> tuple[float, float]:
    """The threshold and the gain of an address, as they are stored; the usual are the baseline's mean, and nothing."""
    return _number(view, told.get("threshold", ""), data.thresholds(view)[2]), _number(view, told.get("gain", ""), 0.0)


def sliders(view: View, kind: str, threshold: float, gain: float) -> Any:
    """Which of the two counts, and its slider; the other one waits out of sight."""
    t, least = view.t, "-least" if view.shown.better == "higher" else ""
    kinds = [dmc.Radio(label=t(f"compare-good-{one}", baseline=view.baseline), value=one) for one in KINDS]
    by_value = f"{t(f'compare-threshold{least}')} ({view.shown.unit_in_words(t)})"
    by_gain = f"{t('compare-gain', baseline=view.baseline)} ({view.shown.unit_of_change(t)})"
    first, second = which(kind)
    return html.Div([
        dmc.RadioGroup(dmc.Group(kinds), id="compare-good", label=t("compare-good"), value=kind),
        _slider(view, ("threshold", by_value), _ends(view, *data.thresholds(view)[:2]), threshold, first),
        _slider(view, ("gain", by_gain), _ends(view, 0.0, data.most_gained(view)), gain, second),
    ], className="acceptable")  # fmt: skip


def which(kind: str) -> tuple[dict[str, str], dict[str, str]]:
    """How the two sliders are shown."""
    return (HIDDEN, {}) if kind == "gain" else ({}, HIDDEN)


def in_words(view: View, limit: Threshold) -> str:
    """What is acceptable in one sentence."""
    t, shown = view.t, view.shown
    if limit.over_baseline:
        kind = "gain" if limit.value > 0 else "no-worse"
        return t(f"compare-threshold-is-{kind}", value=shown.size(t, limit.value), baseline=view.baseline)
    kind = "least" if shown.better == "higher" else "most"
    return t(f"compare-threshold-is-{kind}", measure=shown.label, value=shown.value(t, limit.value))


def _slider(view: View, called: tuple[str, str], ends: Range, value: float, style: dict[str, str]) -> Any:
    name, label = called
    places = ticks(ends.low, ends.high, about=7)
    marks = [{"value": place, "label": view.t.number(place, _digits(places))} for place in places]
    return html.Div([
        html.Span(label, className="slider-label", id=f"compare-{name}-label"),
        dmc.Slider(id=f"compare-{name}", min=ends.low, max=ends.high, step=ends.step, marks=marks, label=None,
                   value=value * _factor(view), thumbLabel=label),
    ], id=f"compare-{name}-slider", className="threshold", style=style)  # fmt: skip


def _ends(view: View, low: float, high: float) -> Range:
    factor, high = _factor(view), high if high > low else low + LEAST
    step = 10 ** math.floor(math.log10(max((high - low) * factor / STEPS, 1e-9)))
    return Range(math.floor(low * factor / step) * step, math.ceil(high * factor / step) * step, step)


def _number(view: View, told: str, usual: float) -> float:
    """A number of the address, where it stands in the unit of its slider."""
    try:
        value = float(told)
    except ValueError:
        return usual
    return value / _factor(view) if math.isfinite(value) else usual


def _factor(view: View) -> float:
    return 100.0 if view.shown.is_share else 1.0


def _digits(marks: Sequence[float]) -> int:
    """As many digits as it takes to tell every mark as it is."""
    return next((digits for digits in range(6) if all(math.isclose(round(one, digits), one, abs_tol=1e-9)
                                                      for one in marks)), 6)  # fmt: skip

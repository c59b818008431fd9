"""Axes of a run: hours that may be stretched at their start, where most happens, and labels kept off each other."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from sim.ground.types import F64
from sim.i18n import Words

STEPS = (0.25, 0.5, 1, 2, 3, 6, 12, 24, 48, 72, 168, 336)
MARKS = 4.5  # of an even axis, about: more would lie on each other on a telephone
EARLY = (0.0, 1.0, 3.0, 6.0, 12.0, 24.0, 72.0, 168.0, 336.0, 1008.0)  # where a stretched axis is marked


def stretched(hours: Any) -> F64:
    """Where hours stand on an axis on which each next hour takes a little less room."""
    told = np.asarray(hours, np.float64)
    return np.array([math.log1p(max(float(hour), 0.0)) for hour in told.ravel()]).reshape(told.shape)


def early_axis(last: float, t: Words) -> dict[str, Any]:
    """An axis across, stretched at its start."""
    marks = [mark for mark in EARLY if mark <= last * 1.001]
    if len(marks) < 3:
        marks = [0.0, 0.25, 0.5, *marks[1:]]
    end = float(stretched(max(last, 0.25)))
    words = [t.hours(mark) if mark else t("run-start") for mark in marks]
    return {"tickvals": stretched(marks).tolist(), "ticktext": words, "range": [-0.02 * end, end * 1.03],
            "zeroline": False}  # fmt: skip


def even_axis(first: float, last: float, t: Words) -> dict[str, Any]:
    """An axis across with the same room for each hour."""
    step = next((step for step in STEPS if (last - first) / step <= MARKS), 672.0)
    marks = [number * step for number in range(math.ceil(first / step), int(last // step) + 1)]
    words = [t("words-days", value=t.number(mark / 24)) if mark and mark % 24 == 0 else t.hours(mark) for mark in marks]
    return {"tickvals": marks, "ticktext": words, "range": [first, last], "zeroline": False}


def percent_axis(low: float, high: float, t: Words) -> dict[str, Any]:
    """An axis upwards of shares, with round marks in per cent."""
    room = max(0.01, 0.05 * (high - low))
    low, high = max(0.0, low - room), min(1.0, high + room)
    step = next((step for step in (0.005, 0.01, 0.02, 0.05, 0.1) if (high - low) / step <= 6), 0.2)
    marks = [number * step for number in range(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1)]
    words = [t.percent(mark, 1 if step < 0.01 else 0) for mark in marks]
    return {"tickvals": marks, "ticktext": words, "range": [low, high], "zeroline": False}


def number_axis(low: float, high: float, t: Words) -> dict[str, Any]:
    """An axis upwards of plain numbers."""
    span = (high - low) or abs(high) or 1.0
    low, high = low - 0.05 * span, high + 0.05 * span
    raw = (high - low) / 5
    size = 10.0 ** math.floor(math.log10(raw))
    step = next(size * factor for factor in (1, 2, 2.5, 5, 10) if size * factor >= raw * 0.999)
    marks = [number * step for number in range(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1)]
    digits = max(0, math.ceil(-math.log10(step) - 1e-9)) + (1 if round(step / size, 6) == 2.5 and step < 10 else 0)
    return {"tickvals": marks, "ticktext": [t.number(round(mark, 10) + 0.0, digits) for mark in marks],
            "range": [low, high], "zeroline": False}  # fmt: skip


def apart(heights: Sequence[float], least: float, ends: tuple[float, float]) -> list[float]:
    """Heights moved as little as need be, so that labels on them do not touch."""
    order = np.argsort(np.asarray(heights, np.float64), kind="stable")
    low, high = ends
    placed = [0.0] * len(heights)
    floor = low
    for n in order.tolist():
        placed[n] = max(float(heights[n]), floor)
        floor = placed[n] + least
    ceiling = high
    for n in order[::-1].tolist():
        placed[n] = min(placed[n], ceiling)
        ceiling = placed[n] - least
    return placed

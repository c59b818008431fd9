"""Figures: the futures of one answer as dots, and all answers on one scale, readable without colour."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np

from sim.brief.drawing import BAD, FAINT, GOOD, INK, SOFT, Box, Dot, Drawing, Label, Line, Mark
from sim.brief.options import Option
from sim.ground.types import F64

WIDTH, HEIGHT = 91.0, 35.5  # millimetres: two of them fill the width of the page
FLOOR, ROOF = 26.5, 1.5  # where dots stand, and how high they may be piled
LARGEST, LEAST = 1.9, 0.45  # radius of a dot
Number = Callable[[float, float], str]  # a value of a scale, and the step between its marks


def dot_plot(shown: F64, lower_is_better: bool, number: Number, words: Sequence[str]) -> tuple[Mark, ...]:
    """Equally likely differences as dots, better ones full, worse ones hollow, equal ones square.

    `words` are what stands on the side of negative differences and on that of positive ones.
    """
    if not len(shown):
        return ()
    low, high = scale(shown)
    radius = _radius(shown, low, high)
    marks: list[Mark] = [Line(0, FLOOR + 0.4, WIDTH, FLOOR + 0.4, 0.25, SOFT)]
    zero = place(0.0, low, high)
    marks += [Line(zero, ROOF - 1, zero, FLOOR + 1.4, 0.3, INK, dashed=True)]
    marks += _piled(shown, (low, high), radius, lower_is_better)
    marks += _axis((low, high), FLOOR + 4.2, number)
    return (*marks, *_sides(words))


def strips(options: Sequence[Option], chosen: str, number: Number) -> tuple[Mark, ...]:
    """Each answer but the baseline on one scale: nine futures in ten as a line, the median as a square."""
    told = [one for one in options if one.step is not None and len(one.steps)]
    if not told:
        return ()
    low, high = scale(np.array([bound for one in told for bound in (*one.range, one.median)]))
    left, step = 7.0, min(7.0, (FLOOR - ROOF) / len(told))
    zero = place(0.0, low, high, left)
    marks: list[Mark] = [Line(zero, 0.5, zero, FLOOR + 1.4, 0.3, INK, dashed=True)]
    for row, one in enumerate(told):
        y = ROOF + (row + 0.5) * step
        ends = [place(bound, low, high, left) for bound in one.range]
        middle, thick = place(one.median, low, high, left), 0.9 if one.arm == chosen else 0.5
        marks += [Label(0, y + 1, one.letter, 8, bold=one.arm == chosen), Line(left, y, WIDTH, y, 0.1, FAINT)]
        marks += [Line(ends[0], y, ends[1], y, thick), *(Line(end, y - 0.9, end, y + 0.9, 0.3) for end in ends)]
        marks += [Box(middle - 1.1, y - 1.1, 2.2, 2.2)]
    return (
        *marks,
        Line(left, FLOOR + 0.4, WIDTH, FLOOR + 0.4, 0.25, SOFT),
        *_axis((low, high), FLOOR + 4.2, number, left),
    )


def _sides(words: Sequence[str]) -> list[Mark]:
    """An arrow to either end of the scale, with what lies there."""
    y, head = FLOOR + 7.0, 1.0
    marks: list[Mark] = [
        Label(5, y + 0.9, words[0], 7, colour=SOFT),
        Label(WIDTH - 5, y + 0.9, words[1], 7, "end", colour=SOFT),
    ]
    for tip, way in ((0.0, 1.0), (WIDTH, -1.0)):
        marks += [Line(tip, y, tip + 4 * way, y, 0.25, SOFT)]
        marks += [Line(tip, y, tip + head * way, y + rise, 0.25, SOFT) for rise in (-0.7, 0.7)]
    return marks


def drawing(title: str, told: str, marks: tuple[Mark, ...]) -> Drawing:
    """A figure of the size that both have."""
    return Drawing(title, told, WIDTH, HEIGHT, marks)


def scale(values: F64) -> tuple[float, float]:
    """The ends of a scale that holds all values and zero, with a little room."""
    low, high = min(0.0, float(np.min(values))), max(0.0, float(np.max(values)))
    room = 0.06 * (high - low) or 1.0
    return low - room, high + room


def place(value: float, low: float, high: float, left: float = 0.0) -> float:
    """Where a value stands on the paper."""
    return left + (WIDTH - left) * (value - low) / (high - low)


def ticks(low: float, high: float) -> list[float]:
    """Three to six round numbers on a scale."""
    rough = (high - low) / 5
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)
    return [step * n for n in range(math.ceil(low / step), math.floor(high / step) + 1)]


def _axis(ends: tuple[float, float], y: float, number: Number, left: float = 0.0) -> list[Mark]:
    marks: list[Mark] = []
    values = ticks(*ends)
    step = values[1] - values[0] if len(values) > 1 else abs(values[0]) or 1.0
    for value in values:
        x = place(value, *ends, left)
        marks += [Line(x, FLOOR + 0.4, x, FLOOR + 1.2, 0.25, SOFT)]
        text, half = number(value, step), 3.5
        marks += [Label(min(max(x, left + half), WIDTH - half), y, text, 7, "middle", colour=SOFT)]
    return marks


def _piles(shown: F64, low: float, high: float, radius: float) -> list[tuple[float, F64]]:
    """Dots in columns as wide as a dot, none of which reaches over zero; equal futures stand on zero itself."""
    zero, wide = place(0.0, low, high), 2 * radius
    piles: dict[float, list[float]] = {}
    for value in shown:
        x = place(float(value), low, high)
        side = math.copysign(1.0, x - zero) if value else 0.0
        column = zero + side * (math.floor(abs(x - zero) / wide) + 0.5) * wide if side else zero
        piles.setdefault(column, []).append(float(value))
    return [(x, np.array(values)) for x, values in sorted(piles.items())]


def _radius(shown: F64, low: float, high: float) -> float:
    """The largest dots of which the highest pile still stays below the roof."""
    radius = LARGEST
    while radius > LEAST and max(len(pile) for _, pile in _piles(shown, low, high, radius)) * 2 * radius > FLOOR - ROOF:
        radius -= 0.05
    return radius


def _piled(shown: F64, ends: tuple[float, float], radius: float, lower_is_better: bool) -> list[Mark]:
    marks: list[Mark] = []
    for x, pile in _piles(shown, *ends, radius):
        for place_in_pile, value in enumerate(pile):
            y = FLOOR - radius - 2 * radius * place_in_pile
            better = (value < 0) == lower_is_better
            if value == 0:
                marks += [Box(x - 0.7 * radius, y - 0.7 * radius, 1.4 * radius, 1.4 * radius, SOFT)]
            else:
                marks += [Dot(x, y, 0.92 * radius, GOOD if better else BAD, hollow=not better)]
    return marks

"""Axes: a few round ticks written as the language writes them, a zero line, and labels that stand over their row."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterable, Sequence
from typing import Any

from sim.dashboard.figures.quantities import Manner, Quantity
from sim.dashboard.figures.theme import GROUND, INK, PALE

WRAP = 46  # letters of a label on one line, so that it can be read on a telephone
AXIS = 40  # of the words under an axis
ROOM = 0.08  # of an axis beyond the outermost mark


def ticks(low: float, high: float, about: int = 5) -> list[float]:
    """Round numbers between two bounds, about so many."""
    span = high - low
    if not span > 0:
        return [low]
    raw = span / about
    size: float = 10.0 ** math.floor(math.log10(raw))
    step = next(size * factor for factor in (1, 2, 2.5, 5, 10) if size * factor >= raw * 0.999)
    first = math.ceil(low / step - 1e-9)
    return [number * step for number in range(first, math.floor(high / step + 1e-9) + 1)]


def bounds(values: Iterable[float], with_zero: bool = False) -> tuple[float, float]:
    """The ends of an axis that shows all of the values, with some room."""
    known = [value for value in values if not math.isnan(value)] + ([0.0] if with_zero else [])
    low, high = min(known, default=0.0), max(known, default=1.0)
    room = (high - low) * ROOM or abs(high) * ROOM or 0.01
    return low - room, high + room


def scale(ends: tuple[float, float], shown: Quantity, manner: Manner, change: bool = False) -> dict[str, Any]:
    """What Plotly needs to draw an axis of this quantity, or of its differences."""
    marks = ticks(*ends)
    return {"range": list(ends), "tickvals": marks, "ticktext": written(marks, shown, manner, change)}


def written(marks: Sequence[float], shown: Quantity, manner: Manner, change: bool = False) -> list[str]:
    """Ticks in words: all with as many digits as the finest of them needs."""
    factor = 100 if shown.is_share else 1
    step = abs(marks[1] - marks[0]) * factor if len(marks) > 1 else 1.0
    digits = max(0, math.ceil(-math.log10(step) - 1e-9)) if step > 0 else 0
    if abs(step * 10**digits - round(step * 10**digits)) > 1e-6:  # 2.5 needs one digit more than 2
        digits += 1
    say = manner.t.signed if change else manner.t.number
    # 0.1 + 0.2 is not quite 0.3; and there is no minus zero
    return [say(round(mark * factor, 10) + 0.0, digits) for mark in marks]


def wrapped(label: str, width: int = WRAP) -> str:
    """A label on as many lines as it needs."""
    return "<br>".join(textwrap.wrap(label, width, break_long_words=False)) or label


def lines(label: str, width: int = WRAP) -> int:
    """How many lines a label needs."""
    return max(1, len(textwrap.wrap(label, width, break_long_words=False)))


def over_row(figure: Any, y: float, label: str, manner: Manner, lift: int = 0) -> None:
    """Write a label at the left over its row."""
    figure.add_annotation(
        x=0, xref="paper", y=y, text=label if "<br>" in label else wrapped(label), showarrow=False, xanchor="left",
        yanchor="bottom", align="left",
        yshift=lift, font={"size": 13, "color": INK[manner.dark]}, bgcolor=GROUND[manner.dark], borderpad=1,
    )  # fmt: skip


def zero_line(figure: Any, manner: Manner, **where: Any) -> None:
    """A line where nothing changes."""
    figure.add_vline(x=0, line={"color": INK[manner.dark], "width": 1.25}, **where)


def foot(figure: Any, text: str, manner: Manner, **where: Any) -> None:
    """The unit under an axis."""
    figure.update_xaxes(
        title={"text": wrapped(text, AXIS), "font": {"size": 12, "color": INK[manner.dark]}, "standoff": 6}, **where
    )


def sides(figure: Any, shown: Quantity, manner: Manner) -> None:
    """Say to which side one is better off; at the edges, where there is always room for words."""
    if not shown.better:
        return
    better, worse = manner.t("figures-better"), manner.t("figures-worse")
    left, right = (better, worse) if shown.better == "lower" else (worse, better)
    for x, text, anchor in ((0, f"← {left}", "left"), (1, f"{right} →", "right")):
        figure.add_annotation(x=x, xref="paper", y=1, yref="paper", text=text, showarrow=False, xanchor=anchor,
                              yanchor="bottom", yshift=4, font={"size": 12, "color": INK[manner.dark]})  # fmt: skip


def grey(manner: Manner) -> str:
    """The quiet colour of what others are held against."""
    return PALE[manner.dark]

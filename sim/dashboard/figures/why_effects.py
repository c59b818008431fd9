"""Knock-outs: what each action does, as a bar with its interval, the largest first."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from sim.compare.differences import side
from sim.dashboard.figures.axes import bounds, foot, grey, lines, over_row, scale, sides, wrapped, zero_line
from sim.dashboard.figures.canvas import Canvas
from sim.dashboard.figures.picture import Picture
from sim.dashboard.figures.quantities import Manner, Quantity
from sim.dashboard.figures.theme import INK, colour, dressed, veil

BAR, LINE = 18, 19  # pixels


@dataclass(frozen=True)
class Bar:
    """One action: what it adds to the outcome (with it minus without it), and the interval of that."""

    label: str
    mean: float
    low: float
    high: float

    @property
    def sure(self) -> bool:
        """Whether the whole interval lies on one side."""
        return bool(side(self.low, self.high))


@dataclass(frozen=True)
class Said:
    """The finding, and what else is to be told."""

    title: str
    summary: str
    axis: str


def effect_chart(bars: Sequence[Bar], shown: Quantity, said: Said, place: int, manner: Manner) -> Picture:
    """A bar an action; full where its interval lies on one side, else pale with an outline."""
    t, figure = manner.t, Canvas()
    ends = bounds([value for bar in bars for value in (bar.mean, bar.low, bar.high)], with_zero=True)
    paint, height = colour(place, manner.dark), 0.0
    for bar in reversed(bars):
        figure.add_bar(
            x=[bar.mean], y=[height + BAR / 2], width=[BAR - 4], orientation="h", hoverinfo="text",
            hovertext=[shown.change(t, bar.mean)],
            marker={"color": paint if bar.sure else veil(paint, 0.25), "line": {"color": paint, "width": 1.5}},
        )  # fmt: skip
        if not math.isnan(bar.low):
            figure.add_scatter(x=[bar.low, bar.high], y=[height + BAR / 2] * 2, mode="lines", hoverinfo="skip",
                               line={"color": INK[manner.dark] if bar.sure else grey(manner),
                                     "width": 1.75})  # fmt: skip
        height += BAR
        over_row(figure, height, f"{wrapped(bar.label)}<br><b>{shown.change(t, bar.mean)}</b>", manner)
        height += LINE * (lines(bar.label) + 1) + 8
    zero_line(figure, manner)
    sides(figure, shown, manner)
    figure.update_xaxes(**scale(ends, shown, manner, change=True), zeroline=False)
    figure.update_yaxes(visible=False, range=[0, height + 4], fixedrange=True)
    foot(figure, said.axis, manner)
    dressed(figure, manner.dark, round(height) + 98)
    figure.update_layout(margin={"l": 8, "r": 8, "t": 28, "b": 8})
    columns = (t("why-column-action"), t("figures-mean"), t("figures-low"), t("figures-high"))
    return Picture(figure, said.title, said.summary, columns,
                   tuple((bar.label, bar.mean, bar.low, bar.high) for bar in bars))  # fmt: skip

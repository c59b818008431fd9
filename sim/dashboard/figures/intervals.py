"""Intervals: one dot and its interval a row, about a line where nothing changes; who gains and who loses."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from sim.compare.differences import side
from sim.dashboard.figures.axes import bounds, foot, grey, lines, over_row, scale, sides, zero_line
from sim.dashboard.figures.canvas import Canvas
from sim.dashboard.figures.picture import Picture
from sim.dashboard.figures.quantities import Manner, Quantity
from sim.dashboard.figures.theme import MARKS, colour, dressed

ROW, LINE = 20, 19  # pixels of a row, and of each line of its label
TOLD = 3  # intervals that a sentence can tell; more are counted


@dataclass(frozen=True)
class Mark:
    """A mean difference with its interval, of one answer in one group (a part of the public, or a belief rule)."""

    answer: str
    place: int
    group: str
    mean: float
    low: float
    high: float

    @property
    def sure(self) -> bool:
        """Whether the whole interval lies on one side."""
        return bool(side(self.low, self.high))


def interval_chart(marks: Sequence[Mark], shown: Quantity, baseline: str, manner: Manner, title: str) -> Picture:
    """Groups under one another, and in each a row an answer; filled where the whole interval lies on one side."""
    t, figure = manner.t, Canvas()
    ends = bounds([value for mark in marks for value in (mark.mean, mark.low, mark.high)], with_zero=True)
    groups = list(dict.fromkeys(mark.group for mark in marks))
    answers = list(dict.fromkeys(mark.answer for mark in marks))
    height = 0.0
    for group in reversed(groups):
        height += 6
        for mark in reversed([mark for mark in marks if mark.group == group]):
            _row(figure, mark, height + ROW / 2, (shown, manner))
            height += ROW
            if len(answers) > 1:  # each row says whose it is
                over_row(figure, height, mark.answer, manner, lift=-4)
                height += LINE * lines(mark.answer)
        over_row(figure, height, f"<b>{group}</b>", manner)
        height += LINE * lines(group) + 4
    zero_line(figure, manner)
    sides(figure, shown, manner)
    figure.update_xaxes(**scale(ends, shown, manner, change=True), zeroline=False)
    figure.update_yaxes(visible=False, range=[0, height + 4], fixedrange=True)
    foot(figure, t("figures-interval-axis", unit=shown.unit_of_change(t), baseline=baseline), manner)
    dressed(figure, manner.dark, round(height) + 98)
    figure.update_layout(margin={"l": 8, "r": 8, "t": 28, "b": 8})
    columns = (t("figures-group"), t("figures-answer"), t("figures-mean"), t("figures-low"), t("figures-high"))
    rows = tuple((mark.group, mark.answer, mark.mean, mark.low, mark.high) for mark in marks)
    sure = [mark for mark in marks if mark.sure]
    told = " ".join(t("figures-interval-told", what=mark.group if len(answers) == 1 else f"{mark.answer}, {mark.group}",
                      mean=shown.change(t, mark.mean), span=shown.span(t, mark.low, mark.high))
                    for mark in sure)  # fmt: skip
    if len(sure) > TOLD:
        told = t("figures-interval-many", sure=len(sure), all=len(marks))
    return Picture(figure, title, told or t("figures-interval-none"), columns, rows)


def _row(figure: Canvas, mark: Mark, y: float, how: tuple[Quantity, Manner]) -> None:
    shown, manner = how
    paint = colour(mark.place, manner.dark)
    if not math.isnan(mark.low):
        figure.add_scatter(x=[mark.low, mark.high], y=[y, y], mode="lines", hoverinfo="skip",
                           line={"color": paint if mark.sure else grey(manner), "width": 2.5})  # fmt: skip
    symbol = MARKS[mark.place % len(MARKS)]
    figure.add_scatter(
        x=[mark.mean], y=[y], mode="markers", hoverinfo="text", hovertext=[shown.change(manner.t, mark.mean)],
        marker={"symbol": symbol if mark.sure else f"{symbol}-open", "size": 10, "color": paint,
                "line": {"width": 2, "color": paint}}, cliponaxis=False,
    )  # fmt: skip

"""Regret: how far each answer ends from the best one in the same future: usually, in nine of ten, at worst."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sim.dashboard.figures.axes import bounds, foot, lines, over_row, scale
from sim.dashboard.figures.canvas import Canvas
from sim.dashboard.figures.picture import Picture
from sim.dashboard.figures.quantities import Manner, Quantity
from sim.dashboard.figures.theme import INK, colour, dressed

ROW, LINE = 26, 19
APART = 0.14  # of the axis: closer than this, words would cover each other
SIGNS = ("line-ns", "diamond", "x-thin")  # median, nine of ten, worst


@dataclass(frozen=True)
class Regretted:
    """An answer's regret over all futures, and the share of them in which its outcome is acceptable."""

    answer: str
    place: int
    median: float
    ninth: float  # the 90th percentile
    worst: float
    acceptable: float


def regret_chart(found: Sequence[Regretted], shown: Quantity, manner: Manner) -> Picture:
    """One row an answer: a line from nothing to its worst regret, with the median and the 90th percentile on it."""
    t, figure = manner.t, Canvas()
    high = bounds([one.worst for one in found], with_zero=True)[1]
    ends = (-0.02 * high, high)
    height = 6.0 + LINE
    for one in reversed(found):
        paint = colour(one.place, manner.dark)
        figure.add_scatter(x=[0, one.worst], y=[height + ROW / 2] * 2, mode="lines", hoverinfo="skip",
                           line={"color": paint, "width": 2})  # fmt: skip
        for value, sign in zip((one.median, one.ninth, one.worst), SIGNS, strict=True):
            figure.add_scatter(
                x=[value], y=[height + ROW / 2], mode="markers", hoverinfo="text",
                hovertext=[shown.size(t, value)], cliponaxis=False,
                marker={"symbol": sign, "size": 13 if sign != "diamond" else 9, "color": paint,
                        "line": {"width": 2.5, "color": paint}},
            )  # fmt: skip
        height += ROW
        over_row(figure, height, one.answer, manner, lift=-2)
        height += LINE * lines(one.answer) + 8
    _explain(figure, found, high, manner)
    figure.update_xaxes(**scale(ends, shown, manner), zeroline=True)
    figure.update_yaxes(visible=False, range=[0, height], fixedrange=True)
    foot(figure, t("figures-regret-axis", unit=shown.unit_of_change(t)), manner)
    dressed(figure, manner.dark, round(height) + 90)
    columns = (t("figures-answer"), t("figures-regret-median"), t("figures-regret-ninth"), t("figures-regret-worst"),
               t("figures-regret-acceptable"))  # fmt: skip
    rows = tuple((one.answer, one.median, one.ninth, one.worst, one.acceptable) for one in found)
    return Picture(figure, _title(found, shown, manner), t("figures-regret-told"), columns, rows)


def _explain(figure: Canvas, found: Sequence[Regretted], high: float, manner: Manner) -> None:
    """Name the marks under the lowest row, where they lie far enough apart for words."""
    lowest = found[-1]
    values = (lowest.median, lowest.ninth, lowest.worst)
    for value, name, before in zip(values, ("median", "ninth", "worst"), (-high, *values), strict=False):
        if value - before > APART * high:
            figure.add_annotation(
                x=value, y=6 + LINE, text=manner.t(f"figures-regret-mark-{name}"), showarrow=False, xanchor="center",
                yanchor="top", font={"size": 11.5, "color": INK[manner.dark]},
            )  # fmt: skip


def _title(found: Sequence[Regretted], shown: Quantity, manner: Manner) -> str:
    safest = min(found, key=lambda one: (one.worst, one.ninth, one.median))
    if len({(one.median, one.ninth, one.worst) for one in found}) == 1:
        return manner.t("figures-regret-alike")
    if safest.worst == 0:
        return manner.t("figures-regret-never", answer=safest.answer)
    return manner.t("figures-regret-safest", answer=safest.answer, worst=shown.size(manner.t, safest.worst))

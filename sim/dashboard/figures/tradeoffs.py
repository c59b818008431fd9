"""Trade-offs: two outcomes of each answer against each other, and which answers no other beats in both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sim.dashboard.figures.axes import bounds, foot, lines, scale, wrapped
from sim.dashboard.figures.canvas import Canvas
from sim.dashboard.figures.picture import Picture
from sim.dashboard.figures.quantities import Manner, Quantity
from sim.dashboard.figures.theme import GROUND, INK, MARKS, colour, dressed

TALL = 300  # pixels from the lowest tick to the highest, about
MARK = 8  # pixels from the middle of a mark to its edge
NAME, LINE = 26, 17  # letters on a line of a name, and pixels of it


@dataclass(frozen=True)
class Point:
    """One answer's means in two measures; `kept` says that no other is as good in both and better in one."""

    answer: str
    place: int
    x: float
    y: float
    kept: bool


def trade_off(points: Sequence[Point], across: Quantity, up: Quantity, manner: Manner) -> Picture:
    """The answers as marks with their names; those worth weighing filled, and joined by a line."""
    t, figure = manner.t, Canvas()
    ends = bounds([point.x for point in points]), bounds([point.y for point in points])
    edge = sorted((point for point in points if point.kept), key=lambda point: (point.x, point.y))
    figure.add_scatter(x=[point.x for point in edge], y=[point.y for point in edge], mode="lines", hoverinfo="skip",
                       line={"color": INK[manner.dark], "width": 1, "dash": "dot"})  # fmt: skip
    for point in points:
        paint, symbol = colour(point.place, manner.dark), MARKS[point.place % len(MARKS)]
        figure.add_scatter(
            x=[point.x], y=[point.y], mode="markers", cliponaxis=False, hoverinfo="text",
            hovertext=[f"{point.answer}<br>{across.value(t, point.x)}<br>{up.value(t, point.y)}"],
            marker={"symbol": symbol if point.kept else f"{symbol}-open", "size": 12, "color": paint,
                    "line": {"width": 2, "color": paint}},
        )  # fmt: skip
    _names(figure, points, ends, manner)
    figure.update_xaxes(**scale(ends[0], across, manner), zeroline=False)
    figure.update_yaxes(**scale(ends[1], up, manner), zeroline=False)
    foot(figure, _axis(across, manner), manner)
    figure.add_annotation(x=0, xref="paper", y=1, yref="paper", text=wrapped(_axis(up, manner)), showarrow=False,
                          xanchor="left", yanchor="bottom", align="left", yshift=6, font={"size": 12})  # fmt: skip
    dressed(figure, manner.dark, 420)
    figure.update_layout(margin={"l": 8, "r": 16, "t": 48, "b": 8})
    columns = (t("figures-answer"), across.label, up.label, t("figures-kept"))
    rows = tuple((one.answer, one.x, one.y, t("figures-yes") if one.kept else t("figures-no")) for one in points)
    return Picture(figure, _title(points, manner), t("figures-trade-told"), columns, rows)


def _names(
    figure: Canvas, points: Sequence[Point], ends: tuple[tuple[float, float], tuple[float, float]], manner: Manner
) -> None:
    """Names beside the marks, towards the middle, each moved up until it covers no other."""
    (left, right), (low, high) = ends
    taken = [((point.y - low) / (high - low) * TALL, float(MARK)) for point in points]  # names cover no mark either
    for point in sorted(points, key=lambda point: (point.y, point.x)):
        across, place = (point.x - left) / (right - left), (point.y - low) / (high - low) * TALL
        text, y = wrapped(point.answer, NAME), place
        tall = LINE * lines(point.answer, NAME)
        while any(y - tall / 2 < other + half and y + tall / 2 > other - half for other, half in taken):
            y += LINE / 4
        taken.append((y, tall / 2))
        inward = across > 0.5
        figure.add_annotation(
            x=point.x, y=point.y, text=text, showarrow=True, arrowhead=0, arrowwidth=0.75, arrowcolor=INK[manner.dark],
            ax=-16 if inward else 16, ay=place - y, xanchor="right" if inward else "left", standoff=7,
            align="right" if inward else "left", font={"size": 12, "color": INK[manner.dark]},
            bgcolor=GROUND[manner.dark],
        )  # fmt: skip


def _axis(shown: Quantity, manner: Manner) -> str:
    way = manner.t(f"figures-{shown.better}-is-better") if shown.better else ""
    return f"{shown.label}, {shown.unit_in_words(manner.t)} {way}".strip()


def _title(points: Sequence[Point], manner: Manner) -> str:
    kept = [point.answer for point in points if point.kept]
    if len(kept) == 1:
        return manner.t("figures-trade-one", answer=kept[0])
    return manner.t("figures-trade-some", kept=len(kept), answers=len(points))

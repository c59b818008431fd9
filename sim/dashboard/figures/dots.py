"""Dots: each answer's differences from the baseline as fifty equally likely dots, better and worse told apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sim.dashboard.figures.axes import bounds, foot, grey, lines, over_row, scale, sides, wrapped, zero_line
from sim.dashboard.figures.canvas import Canvas
from sim.dashboard.figures.picture import Picture
from sim.dashboard.figures.quantities import Manner, Quantity
from sim.dashboard.figures.theme import colour, dressed

COLUMNS = 48  # heaps over the width of the figure
OFTEN = 0.75  # of the futures: better so often is worth a title
DOT = 7.0  # pixels
ROW = 62  # pixels for dots
LINE = 19  # and for each line of a label


@dataclass(frozen=True)
class Strip:
    """One answer: its dots in rising order, and in how many futures it did better, worse and the same."""

    label: str
    place: int  # in the series of colours
    dots: tuple[float, ...]
    better: int
    worse: int
    equal: int

    @property
    def futures(self) -> int:
        """In how many futures it could be held against the baseline."""
        return self.better + self.worse + self.equal


def dot_plot(strips: Sequence[Strip], shown: Quantity, baseline: str, manner: Manner) -> Picture:
    """One row an answer, the best first; every dot stands for an equally large share of its futures."""
    t, figure = manner.t, Canvas()
    ends = bounds([dot for strip in strips for dot in strip.dots], with_zero=True)
    height, at = 0.0, []
    for strip in reversed(strips):  # from the foot of the figure upwards
        at.append(height)
        height += ROW + LINE * (lines(strip.label) + 1) + 8
    for strip, foot_of_row in zip(reversed(strips), at, strict=True):
        _row(figure, strip, foot_of_row, ends, (shown, manner))
    zero_line(figure, manner)
    sides(figure, shown, manner)
    figure.update_xaxes(**scale(ends, shown, manner, change=True), zeroline=False)
    figure.update_yaxes(visible=False, range=[-6, height], fixedrange=True)
    foot(figure, t("figures-dots-axis", unit=shown.unit_of_change(t), baseline=baseline), manner)
    dressed(figure, manner.dark, round(height) + 98)
    figure.update_layout(margin={"l": 8, "r": 8, "t": 28, "b": 8})
    columns = (t("figures-dot"), *(strip.label for strip in strips))
    most = max((len(strip.dots) for strip in strips), default=0)
    rows = tuple(
        (number + 1, *(strip.dots[number] if number < len(strip.dots) else float("nan") for strip in strips))
        for number in range(most)
    )
    summary = " ".join([t("figures-dots-how"), *(_told(strip, baseline, manner) for strip in strips[:1])])
    return Picture(figure, _title(strips, baseline, manner), summary, columns, rows)


def stacked(dots: Sequence[float], ends: tuple[float, float]) -> list[tuple[float, int]]:
    """Where each dot is drawn: in the middle of its heap, and so many dots up; no heap lies on both sides of zero."""
    width = (ends[1] - ends[0]) / COLUMNS
    heaps: list[list[float]] = []
    for dot in dots:
        last = heaps[-1] if heaps else []
        if last and dot - last[0] < width and np.sign(dot) == np.sign(last[0]):
            last.append(dot)
        else:
            heaps.append([dot])
    return [((heap[0] + heap[-1]) / 2, height) for heap in heaps for height in range(len(heap))]


def _row(figure: Canvas, strip: Strip, base: float, ends: tuple[float, float], how: tuple[Quantity, Manner]) -> None:
    shown, manner = how
    heaps = stacked(strip.dots, ends)
    rise = min(DOT + 1, (ROW - DOT) / max([height for _, height in heaps] + [1]))
    paint = colour(strip.place, manner.dark)
    kinds = [_side(dot, shown) for dot in strip.dots]
    for kind, symbol, tint in (("better", "circle", paint), ("worse", "circle-open", paint),
                               ("equal", "line-ew-open", grey(manner))):  # fmt: skip
        chosen = [number for number, found in enumerate(kinds) if found == kind]
        figure.add_scatter(
            x=[heaps[number][0] for number in chosen],
            y=[base + DOT / 2 + heaps[number][1] * rise for number in chosen], mode="markers",
            marker={"symbol": symbol, "size": DOT, "color": tint, "line": {"width": 1.5, "color": tint}},
            hoverinfo="text", hovertext=[shown.change(manner.t, strip.dots[number]) for number in chosen],
            name=strip.label, cliponaxis=False,
        )  # fmt: skip
    figure.add_hline(y=base, line={"color": grey(manner), "width": 0.5})
    over_row(figure, base + ROW, f"<b>{wrapped(strip.label)}</b><br>{_count(strip, manner)}", manner)


def _side(dot: float, shown: Quantity) -> str:
    if dot == 0:
        return "equal"
    return "better" if not shown.better or shown.wins(dot) else "worse"


def _count(strip: Strip, manner: Manner) -> str:
    return manner.t("figures-dots-count", better=strip.better, futures=strip.futures, worse=strip.worse)


def _told(strip: Strip, baseline: str, manner: Manner) -> str:
    return manner.t("figures-dots-told", answer=strip.label, baseline=baseline, better=strip.better,
                    futures=strip.futures, worse=strip.worse, equal=strip.equal)  # fmt: skip


def _title(strips: Sequence[Strip], baseline: str, manner: Manner) -> str:
    if not strips:
        return manner.t("figures-nothing")
    often = sum(strip.better >= OFTEN * strip.futures for strip in strips if strip.futures)
    kind = "most" if often else "none"
    return manner.t(f"figures-dots-{kind}", often=often, answers=len(strips), baseline=baseline)

"""Fans: an answer and the baseline over time as bands of futures, what happened on the axis, and the difference."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sim.dashboard.figures.axes import AXIS, bounds, grey, scale, wrapped
from sim.dashboard.figures.canvas import Canvas
from sim.dashboard.figures.picture import Picture
from sim.dashboard.figures.quantities import Manner, Quantity
from sim.dashboard.figures.theme import INK, colour, dressed, veil
from sim.ground.types import F64

QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)
MOST = 100  # points of a line; more cannot be seen, and make a page slow
NEAR = 0.07  # of the time that is shown: marks closer than this lie on each other
NAME = 26  # letters of a name on one line
LASTS = 0.1  # of the time that is shown: a shorter stretch apart is no finding


@dataclass(frozen=True)
class Fan:
    """Quantiles over the futures (rows, as in QUANTILES) at each hour (columns)."""

    label: str
    bands: F64


@dataclass(frozen=True)
class Happening:
    """Something on the time axis: what the story does, what the other side does, or what this answer does."""

    hour: float
    label: str
    side: str  # "story", "rival" or "ours"
    mark: str = ""  # a number in the story, a letter in the answer


SIGNS = {"story": "triangle-down", "rival": "x-thin", "ours": "diamond"}


def fan_chart(
    hours: F64, fans: tuple[Fan, Fan, Fan], happened: Sequence[Happening], shown: Quantity, how: tuple[int, Manner]
) -> Picture:
    """The baseline's fan, an answer's fan over it, and below it the fan of their paired difference."""
    place, manner = how
    chosen = thinned(len(hours))
    hours, fans = hours[chosen], _at(fans, chosen)
    theirs, ours, apart = fans
    paint, quiet = colour(place, manner.dark), grey(manner)
    figure = Canvas((0.52, 0.11, 0.37), 0.075)
    _bands(figure, hours, theirs, quiet, ("dash", 1))
    _bands(figure, hours, ours, paint, ("solid", 1))
    _bands(figure, hours, apart, paint, ("solid", 3))
    _ends(figure, hours, (theirs, ours), manner)
    figure.add_hline(y=0, line={"color": INK[manner.dark], "width": 1.25}, panel=3)
    levels = bounds([*theirs.bands.ravel(), *ours.bands.ravel()])
    steps = bounds(apart.bands.ravel(), with_zero=True)
    _strip(figure, happened, (hours, manner, paint))
    t = manner.t
    figure.update_yaxes(**scale(levels, shown, manner), panel=1, zeroline=False)
    figure.update_yaxes(**scale(steps, shown, manner, change=True), panel=3, zeroline=False)
    marks = days(float(hours[0]), float(hours[-1]))
    ends = [hours[0], hours[-1]]
    axis = {"tickvals": marks, "ticktext": [_when(mark, manner) for mark in marks], "zeroline": False, "range": ends}
    figure.update_xaxes(**axis)
    for panel, text in ((1, f"{shown.label}, {shown.unit_in_words(t)}"),
                        (3, t("figures-fan-difference", unit=shown.unit_of_change(t)))):  # fmt: skip
        top = figure.domain(panel)[1]
        figure.add_annotation(x=0, xref="paper", y=top, yref="paper", text=wrapped(text, AXIS), align="left",
                              showarrow=False, xanchor="left",
                              yanchor="bottom", yshift=6, font={"size": 12})  # fmt: skip
    dressed(figure, manner.dark, 580)
    figure.update_layout(margin={"l": 8, "r": 12, "t": 40, "b": 8})
    return Picture(figure, _title(hours, fans, manner), _summary(hours, fans, shown, manner),
                   *_table(hours, fans, manner))  # fmt: skip


def thinned(number: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Which of so many points are drawn: the first, the last, and evenly between."""
    if number <= MOST:
        return np.arange(number)
    return np.unique(np.linspace(0, number - 1, MOST).round().astype(np.int64))


def days(first: float, last: float) -> list[float]:
    """Ticks of a time axis in whole days, or in hours when there are few."""
    span = last - first
    step = next((step for step in (1, 3, 6, 12, 24, 48, 72, 168, 336) if span / step <= 6.5), 672)
    start = int(np.ceil(first / step))
    return [float(number * step) for number in range(start, int(last // step) + 1)]


def _when(hour: float, manner: Manner) -> str:
    if hour and hour % 24 == 0:
        return manner.t("words-days", value=manner.t.number(hour / 24))
    return manner.t.hours(hour)


def apart_from(hours: F64, apart: Fan) -> list[tuple[float, float]]:
    """The stretches of time in which nine futures of ten lie on one side of no difference."""
    one_side = (apart.bands[0] > 0) | (apart.bands[-1] < 0)
    edges = np.flatnonzero(np.diff(np.concatenate(([0], one_side.astype(np.int8), [0]))))
    found = [(float(hours[a]), float(hours[b - 1])) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    least = LASTS * float(hours[-1] - hours[0])
    return [(begin, end) for begin, end in found if end - begin >= least]


def _at(fans: tuple[Fan, Fan, Fan], chosen: np.ndarray[tuple[int], np.dtype[np.int64]]) -> tuple[Fan, Fan, Fan]:
    theirs, ours, apart = (Fan(fan.label, fan.bands[:, chosen]) for fan in fans)
    return theirs, ours, apart


def _bands(figure: Canvas, hours: F64, fan: Fan, paint: str, how: tuple[str, int]) -> None:
    dash, panel = how
    for low, high, share in ((0, 4, 0.14), (1, 3, 0.22)):
        figure.add_scatter(x=hours, y=fan.bands[low], mode="lines", line={"width": 0}, hoverinfo="skip", panel=panel)
        figure.add_scatter(x=hours, y=fan.bands[high], mode="lines", line={"width": 0}, fill="tonexty",
                           fillcolor=veil(paint, share), hoverinfo="skip", panel=panel)  # fmt: skip
    figure.add_scatter(x=hours, y=fan.bands[2], mode="lines", line={"color": paint, "width": 2.25, "dash": dash},
                       name=fan.label, hoverinfo="skip", panel=panel)  # fmt: skip


def _ends(figure: Canvas, hours: F64, fans: tuple[Fan, Fan], manner: Manner) -> None:
    """Write each answer's name on its line, where the two lie furthest apart."""
    middle = len(hours) // 4
    gap = np.abs(fans[0].bands[2] - fans[1].bands[2])[middle : -middle or None]
    at = middle + int(np.argmax(gap)) if len(gap) else 0
    upper = fans[0].bands[2][at] >= fans[1].bands[2][at]
    for fan, above in zip(fans, (upper, not upper), strict=True):
        figure.add_annotation(
            x=hours[at], y=fan.bands[2][at], text=wrapped(fan.label, NAME), showarrow=True, arrowhead=0, arrowwidth=1,
            arrowcolor=grey(manner), ax=0, ay=-26 if above else 26, font={"size": 12.5, "color": INK[manner.dark]},
            bgcolor="rgba(255,255,255,0.8)" if not manner.dark else "rgba(36,36,36,0.8)", panel=1,
        )  # fmt: skip


def gathered(happened: Sequence[Happening], hours: F64) -> list[tuple[float, str, str, str]]:
    """What happened, where marks that would lie on each other become one: hour, side, numbers, words."""
    inside = [one for one in happened if hours[0] <= one.hour <= hours[-1]]
    near = (hours[-1] - hours[0]) * NEAR
    heaps: list[list[Happening]] = []
    for one in sorted(inside, key=lambda one: (one.side == "ours", one.hour)):
        last = heaps[-1] if heaps else []
        if last and (last[0].side == "ours") == (one.side == "ours") and one.hour - last[-1].hour < near:
            last.append(one)
        else:
            heaps.append([one])
    return [(float(np.mean([one.hour for one in heap])), _side(heap), _numbers(heap),
             "<br>".join(f"{one.mark} {one.label}" for one in heap)) for heap in heaps]  # fmt: skip


def _side(heap: Sequence[Happening]) -> str:
    sides = {one.side for one in heap}
    return sides.pop() if len(sides) == 1 else "story"


def _numbers(heap: Sequence[Happening]) -> str:
    return heap[0].mark if len(heap) == 1 else f"{heap[0].mark}–{heap[-1].mark}"


def _strip(figure: Canvas, happened: Sequence[Happening], how: tuple[F64, Manner, str]) -> None:
    """The events of the story and the actions of the answer, numbered as in the list below the figure."""
    hours, manner, paint = how
    for hour, side, numbers, words in gathered(happened, hours):
        tint = paint if side == "ours" else INK[manner.dark]
        figure.add_scatter(
            x=[hour], y=[0 if side == "ours" else 1], mode="markers+text", text=[numbers], hovertext=[words],
            hoverinfo="text", textposition="middle right", textfont={"size": 11.5, "color": INK[manner.dark]},
            marker={"symbol": SIGNS[side], "size": 9, "color": tint, "line": {"width": 2, "color": tint}},
            cliponaxis=False, panel=2,
        )  # fmt: skip
        for panel in (1, 3) if side == "ours" else ():
            figure.add_vline(x=hour, line={"color": tint, "width": 1, "dash": "dot"}, panel=panel)
    t = manner.t
    figure.update_yaxes(range=[-0.6, 1.6], tickvals=[1, 0], ticktext=[t("figures-story"), t("figures-answer")],
                        showgrid=False, zeroline=False, panel=2)  # fmt: skip


def _title(hours: F64, fans: tuple[Fan, Fan, Fan], manner: Manner) -> str:
    theirs, ours, apart = fans
    facts = {"answer": ours.label, "baseline": theirs.label}
    found = apart_from(hours, apart)
    if not found:
        return manner.t("figures-fan-together", **facts)
    begin, end = max(found, key=lambda stretch: stretch[1] - stretch[0])
    told = facts | {"from": manner.t.hours(begin), "until": manner.t.hours(end)}
    return manner.t("figures-fan-apart" if end >= hours[-1] else "figures-fan-for-a-time", **told)


def _summary(hours: F64, fans: tuple[Fan, Fan, Fan], shown: Quantity, manner: Manner) -> str:
    theirs, ours, apart = fans
    t = manner.t
    return t("figures-fan-told", answer=ours.label, baseline=theirs.label, ours=shown.value(t, ours.bands[2][-1]),
             theirs=shown.value(t, theirs.bands[2][-1]), when=t.hours(float(hours[-1])),
             low=shown.change(t, apart.bands[0][-1]), high=shown.change(t, apart.bands[-1][-1]),
             points=len(hours))  # fmt: skip


def _table(
    hours: F64, fans: tuple[Fan, Fan, Fan], manner: Manner
) -> tuple[tuple[str, ...], tuple[tuple[float, ...], ...]]:
    t = manner.t
    names = (fans[0].label, fans[1].label, t("figures-difference"))
    percents = [t.percent(share, 0) for share in QUANTILES]
    columns = (t("figures-hour"), *(f"{name}, {percent}" for name in names for percent in percents))
    stacked = np.vstack([hours, *(fan.bands for fan in fans)])
    return columns, tuple(tuple(float(value) for value in column) for column in stacked.T)

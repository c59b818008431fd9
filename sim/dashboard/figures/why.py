"""Why two answers differ: when they part in each future, and how the difference grows in one of them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sim.dashboard.figures.axes import AXIS, bounds, foot, grey, lines, over_row, scale, wrapped
from sim.dashboard.figures.canvas import Canvas
from sim.dashboard.figures.fans import days, thinned
from sim.dashboard.figures.picture import Picture
from sim.dashboard.figures.quantities import UNDEFINED, Manner, Quantity
from sim.dashboard.figures.theme import INK, MARKS, colour, dressed
from sim.ground.types import F64
from sim.i18n import Words

STEPS = ("acts", "numbers", "half")
ROW, LINE = 34, 19  # pixels
NEAR = 0.07  # of the time that is shown: marks closer than this are one
SIGNS = {"story": "triangle-down", "rival": "x-thin", "a": "square-open", "b": "diamond"}
EDGE = 0.02  # of the time that is shown, for the marks of its beginning
NAMED = 0.2  # of the axis above and below the lines, for their names
NAME = 26  # letters of a name on one line


@dataclass(frozen=True)
class Parting:
    """One future: hours at which acts part, any measured number does, and half of the last difference is there."""

    future: str
    acts: float
    numbers: float
    half: float
    chosen: bool

    def hour(self, step: str) -> float:
        """The hour of one of STEPS; NaN where it never comes."""
        return float(getattr(self, step))


@dataclass(frozen=True)
class Event:
    """Something that begins: in the story, by the operation (`rival`), or as part of answer `a` or `b`."""

    hour: float
    label: str
    side: str


@dataclass(frozen=True)
class Grown:
    """A cascade in both runs: its size is 0 where it has no counterpart."""

    label: str
    stance: str
    kind: str
    hour: float
    sizes: tuple[float, float]
    depths: tuple[float, float]
    viralities: tuple[float, float]
    carried: tuple[str, str]


@dataclass(frozen=True)
class Paths:
    """The two answers over time in the chosen future, and their difference in the other futures."""

    names: tuple[str, str]
    hours: F64
    first: F64
    second: F64
    others: tuple[tuple[F64, F64], ...]
    place: int  # of the second, in the series of colours


def parting_chart(partings: Sequence[Parting], shown: Quantity, place: int, manner: Manner) -> Picture:
    """A row for each step of parting; a mark for the futures that take it at an hour, with their number."""
    t, figure, paint = manner.t, Canvas(), colour(place, manner.dark)
    hours = [one.hour(step) for one in partings for step in STEPS]
    ends = bounds(hours, with_zero=True)
    height = 0.0
    for number, step in enumerate(reversed(STEPS)):
        label = t(f"why-step-{step}", measure=shown.label)
        _futures(figure, [(one.hour(step), one.chosen) for one in partings], height + ROW / 2,
                 (MARKS[len(STEPS) - 1 - number], paint, manner))  # fmt: skip
        over_row(figure, height + ROW, label, manner, lift=-4)
        height += ROW + LINE * lines(label) + 6
    marks = days(*ends)
    figure.update_xaxes(range=list(ends), tickvals=marks, ticktext=[when(mark, manner) for mark in marks],
                        zeroline=False)  # fmt: skip
    figure.update_yaxes(visible=False, range=[0, height + 4], fixedrange=True)
    foot(figure, t("why-axis-hours"), manner)
    dressed(figure, manner.dark, round(height) + 84)
    columns = (t("why-column-future"), *(t(f"why-column-{step}") for step in STEPS))
    rows = tuple((one.future, one.acts, one.numbers, one.half) for one in partings)
    return Picture(figure, _parting_title(partings, manner), t("why-parting-told"), columns, rows)


def hour_named(t: Words, hour: float) -> str:
    """A moment: after 30 min, 24 h before the start, at the start."""
    if not hour:
        return t("why-hour-start")
    return t("why-hour-after" if hour > 0 else "why-hour-before", hours=t.hours(abs(hour)))


def when(hour: float, manner: Manner) -> str:
    """An hour on an axis: whole days as days."""
    if hour and hour % 24 == 0:
        return manner.t("words-days", value=manner.t.number(hour / 24))
    return manner.t.hours(hour)


def _futures(figure: Canvas, hours: list[tuple[float, bool]], y: float, how: tuple[str, str, Manner]) -> None:
    mark, paint, manner = how
    counted = Counter(hour for hour, _ in hours if not math.isnan(hour))
    chosen = {hour for hour, yes in hours if yes}
    near = NEAR * (max(counted) - min([0.0, *counted])) if counted else 0.0
    for hour, n in sorted(counted.items()):
        ring = INK[manner.dark] if hour in chosen else paint
        figure.add_scatter(
            x=[hour], y=[y], mode="markers", hoverinfo="text", hovertext=[f"{manner.t.hours(hour)}: {n}"],
            marker={"symbol": mark, "size": 9 + 5 * math.sqrt(n - 1), "color": paint, "opacity": 0.85,
                    "line": {"width": 2.5 if hour in chosen else 0, "color": ring}}, cliponaxis=False,
        )  # fmt: skip
        if n > 1 and all(other == hour or abs(other - hour) > near for other in counted):
            figure.add_annotation(x=hour, y=y, text=manner.t("why-times", n=n, value=manner.t.number(n)),
                                  showarrow=False, xanchor="left", xshift=9 + round(2.5 * math.sqrt(n - 1)),
                                  font={"size": 12, "color": INK[manner.dark]})  # fmt: skip


def _parting_title(partings: Sequence[Parting], manner: Manner) -> str:
    t = manner.t
    known = [one.acts if not math.isnan(one.acts) else one.numbers for one in partings]
    parted = [hour for hour in known if not math.isnan(hour)]
    if not parted:
        return t("why-parting-never")
    half = [one.half for one in partings if not math.isnan(one.half)]
    facts = {"from": _hour(min(parted), manner), "until": _hour(max(parted), manner)}
    told = t("why-parting-at-once" if min(parted) == max(parted) else "why-parting-between", **facts)
    return told if not half else t("why-parting-half", parting=told, half=_hour(float(np.median(half)), manner))


def _hour(hour: float, manner: Manner) -> str:
    return manner.t.hours(hour)


def paths_chart(paths: Paths, happened: Sequence[Event], shown: Quantity, manner: Manner) -> Picture:
    """Both answers over time, what begins on the axis, and below it the difference in this and all other futures."""
    t = manner.t
    chosen = thinned(len(paths.hours))
    hours, first, second = (one[chosen] for one in (paths.hours, paths.first, paths.second))
    steps = second - first
    figure, paint, quiet = Canvas((0.48, 0.15, 0.37), 0.085), colour(paths.place, manner.dark), grey(manner)
    for values, tint, dash in ((first, quiet, "dash"), (second, paint, "solid")):
        figure.add_scatter(x=hours, y=values, mode="lines", hoverinfo="skip",
                           line={"color": tint, "width": 2.5, "dash": dash})  # fmt: skip
    _names(figure, paths.names, (hours, first, second), manner)
    for there, apart in paths.others:
        thin = thinned(len(there))
        figure.add_scatter(x=there[thin], y=apart[thin], mode="lines", hoverinfo="skip", opacity=0.55,
                           line={"color": quiet, "width": 1}, panel=3)  # fmt: skip
    figure.add_scatter(x=hours, y=steps, mode="lines", hoverinfo="skip", line={"color": paint, "width": 2.5}, panel=3)
    figure.add_hline(y=0, line={"color": INK[manner.dark], "width": 1.25}, panel=3)
    _strip(figure, happened, hours, (paint, manner))
    below = bounds([*steps, *(value for _, apart in paths.others for value in apart)], with_zero=True)
    low, high = bounds([*first, *second])
    room = NAMED * (high - low)
    figure.update_yaxes(**scale((low - room, high + room), shown, manner), panel=1, zeroline=False)
    figure.update_yaxes(**scale(below, shown, manner, change=True), panel=3, zeroline=False)
    marks = days(float(hours[0]), float(hours[-1]))
    figure.update_xaxes(tickvals=marks, ticktext=[when(mark, manner) for mark in marks], zeroline=False,
                        range=[hours[0] - EDGE * (hours[-1] - hours[0]), hours[-1]])  # fmt: skip
    for panel, text in ((1, f"{shown.label}, {shown.unit_in_words(t)}"),
                        (3, t("why-paths-difference", unit=shown.unit_of_change(t)))):  # fmt: skip
        figure.add_annotation(x=0, xref="paper", y=figure.domain(panel)[1], yref="paper", text=wrapped(text, AXIS),
                              align="left", showarrow=False, xanchor="left", yanchor="bottom", yshift=6,
                              font={"size": 12})  # fmt: skip
    dressed(figure, manner.dark, 580)
    figure.update_layout(margin={"l": 8, "r": 12, "t": 40, "b": 8})
    columns = (t("figures-hour"), *paths.names, t("figures-difference"))
    rows = tuple(tuple(float(value) for value in row) for row in np.stack([hours, first, second, steps]).T)
    return Picture(figure, *_paths_told(paths.names, (hours, first, second), shown, manner), columns, rows)


def _names(figure: Canvas, names: tuple[str, str], told: tuple[F64, F64, F64], manner: Manner) -> None:
    """Write each name on its line, where the two lie furthest apart."""
    hours, first, second = told
    middle = len(hours) // 4
    gap = np.nan_to_num(np.abs(first - second))[middle : -middle or None]
    at = middle + int(np.argmax(gap)) if len(gap) else 0
    upper = bool(first[at] >= second[at])
    for name, values, above in zip(names, (first, second), (upper, not upper), strict=True):
        figure.add_annotation(
            x=hours[at], y=values[at], text=wrapped(name, NAME), showarrow=True, arrowhead=0, arrowwidth=1,
            arrowcolor=grey(manner), ax=0, ay=-28 if above else 28, font={"size": 12.5, "color": INK[manner.dark]},
            bgcolor="rgba(255,255,255,0.8)" if not manner.dark else "rgba(36,36,36,0.8)", panel=1,
        )  # fmt: skip


def _strip(figure: Canvas, happened: Sequence[Event], hours: F64, how: tuple[str, Manner]) -> None:
    """What begins, a row for each who acts; the numbers are those of the list below the figure."""
    paint, manner = how
    sides = [side for side in SIGNS if any(one.side == side for one in happened)]
    for row, side in enumerate(reversed(sides)):
        tint = paint if side == "b" else INK[manner.dark]
        there = [(number, one) for number, one in enumerate(happened, 1)
                 if one.side == side and hours[0] <= one.hour <= hours[-1]]  # fmt: skip
        if not there:
            continue
        figure.add_scatter(
            x=[one.hour for _, one in there], y=[row] * len(there), mode="markers+text", text=_numbers(there, hours),
            hovertext=[f"{number} {one.label}" for number, one in there], hoverinfo="text", cliponaxis=False, panel=2,
            textposition="middle right", textfont={"size": 11, "color": INK[manner.dark]},
            marker={"symbol": SIGNS[side], "size": 8, "color": tint, "line": {"width": 2, "color": tint}},
        )  # fmt: skip
        for hour in sorted({one.hour for _, one in there}) if side == "b" else ():
            for panel in (1, 3):
                figure.add_vline(x=hour, line={"color": tint, "width": 1, "dash": "dot"}, panel=panel)
    words = [word[:1].upper() + word[1:] for word in (manner.t(f"why-side-{side}") for side in reversed(sides))]
    figure.update_yaxes(range=[-0.7, len(sides) - 0.3], tickvals=list(range(len(sides))), ticktext=words,
                        tickfont={"size": 11}, showgrid=False, zeroline=False, panel=2)  # fmt: skip


def _numbers(there: Sequence[tuple[int, Event]], hours: F64) -> list[str]:
    """The words beside marks: those that would lie on each other are told once, beside the last: 3–6."""
    near, words, first = NEAR * float(hours[-1] - hours[0]), [""] * len(there), 0
    for at, (number, one) in enumerate(there):
        if at + 1 == len(there) or there[at + 1][1].hour - one.hour >= near:
            begin = there[first][0]
            words[at] = str(number) if begin == number else f"{begin}–{number}"
            first = at + 1
    return words


def _paths_told(names: tuple[str, str], told: tuple[F64, F64, F64], shown: Quantity, manner: Manner) -> tuple[str, str]:
    """The finding, and the values behind it."""
    t = manner.t
    hours, first, second = told
    steps = np.nan_to_num(second - first)
    most, last = int(np.argmax(np.abs(steps))), float(second[-1] - first[-1])
    facts = {"a": names[0], "b": names[1], "measure": shown.label}
    says = t("why-paths-told", **facts, first=shown.value(t, first[-1]), second=shown.value(t, second[-1]),
             when=t.hours(float(hours[-1])), most=shown.change(t, steps[most]),
             at=t.hours(float(hours[most])))  # fmt: skip
    if shown.change(t, last) == UNDEFINED or not steps.any():
        return t("why-paths-same", **facts), says
    less = "less" if last < 0 else "more"
    return t(f"why-paths-{less}", **facts, size=shown.size(t, last), when=t.hours(float(hours[-1]))), says

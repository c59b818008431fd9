"""Parallel lines: each run as a line over what was set and what came of it, so that one sees which goes with which."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from sim.dashboard.figures.picture import Picture
from sim.dashboard.figures.theme import COLOURS, DASHES, dressed
from sim.i18n import Words

GROUND = {False: "rgba(255,255,255,0.85)", True: "rgba(36,36,36,0.85)"}  # so that lines do not run through words
SPREAD = 0.05  # of the height: how far lines through one word lie apart


@dataclass(frozen=True)
class Axis:
    """One upright: the name by which rows hold its value, its title, and how a value is written."""

    name: str
    title: str
    write: Callable[[Any], str] = str


Row = Mapping[str, Any]


def parallel(rows: Sequence[Row], axes: Sequence[Axis], outcome: Axis | None, t: Words, dark: bool) -> Picture:
    """Rows over those axes on which they differ, coloured by the first; the title speaks of `outcome`, if of any."""
    first = axes[0]
    groups = list(dict.fromkeys(row[first.name] for row in rows))
    shown = [first, *(axis for axis in axes[1:] if _varies(rows, axis))]
    places = [_places(rows, axis) for axis in shown]
    return Picture(
        _figure(rows, shown, places, groups, dark),
        _finding(rows, first, groups, outcome, t),
        _summary(rows, axes, shown, t),
        tuple(axis.title for axis in shown),
        tuple(tuple(_cell(row.get(axis.name)) for axis in shown) for row in rows),
    )


def _figure(rows: Sequence[Row], shown: Sequence[Axis], places: Sequence[Sequence[float | None]],
            groups: list[Any], dark: bool) -> Any:  # fmt: skip
    import plotly.graph_objects as go

    figure = go.Figure()
    across = [*range(len(shown)), None]
    for number, group in enumerate(groups):
        mine = [i for i, row in enumerate(rows) if row[shown[0].name] == group]
        figure.add_scatter(
            x=across * len(mine), y=[y for i in mine for y in (*(place[i] for place in places), None)], mode="lines",
            line={"color": COLOURS[number % len(COLOURS)], "dash": DASHES[number % len(DASHES)], "width": 1.6},
            opacity=0.85, hoverinfo="skip", connectgaps=False, name=str(group),
        )  # fmt: skip
    for x, axis in enumerate(shown):
        figure.add_vline(x=x, line={"width": 1, "color": "#868e96"})
        side: dict[str, Any] = {"xanchor": "left", "xshift": 6} if x else {"xanchor": "right", "xshift": -8}
        for y, text in _ticks(rows, axis, 22 if x == 0 else 15):
            figure.add_annotation(x=x, y=y, text=text, showarrow=False, font={"size": 12}, align="left",
                                  bgcolor=GROUND[dark], **side)  # fmt: skip
    dressed(figure, dark, height=460)
    figure.update_xaxes(tickvals=list(range(len(shown))), ticktext=[_broken(axis.title) for axis in shown], side="top",
                        showgrid=False, zeroline=False, range=[-0.05, len(shown) - 0.55], fixedrange=True)  # fmt: skip
    figure.update_yaxes(visible=False, range=[-0.13, 1.1], fixedrange=True)
    longest = max((len(line) for group in groups for line in _broken(str(group)).split("<br>")), default=0)
    figure.update_layout(margin={"l": 24 + 7 * longest, "r": 16, "t": 64, "b": 8})
    return figure


def _places(rows: Sequence[Row], axis: Axis) -> list[float | None]:
    """The height of each row on an axis: numbers by size, words at even distances, a little apart from each other."""
    told = [row.get(axis.name) for row in rows]
    if _numbers(told):
        low, high = min(_known(told)), max(_known(told))
        return [None if value is None else 0.5 if low == high else (value - low) / (high - low) for value in told]
    heights = _heights(told)
    count = {word: told.count(word) for word in heights}
    met = dict.fromkeys(heights, 0)
    found = []
    for word in told:
        met[word] += 1
        found.append(heights[word] + SPREAD * ((met[word] - 0.5) / count[word] - 0.5))
    return list(found)


def _heights(words: Sequence[Any]) -> dict[Any, float]:
    """Words from the top down, in the order in which they are met."""
    order = list(dict.fromkeys(words))
    return {word: 0.5 if len(order) == 1 else 1 - i / (len(order) - 1) for i, word in enumerate(order)}


def _ticks(rows: Sequence[Row], axis: Axis, width: int) -> list[tuple[float, str]]:
    told = [row.get(axis.name) for row in rows]
    if not _numbers(told):
        return [(height, _broken(axis.write(word), width)) for word, height in _heights(told).items()]
    low, high = min(_known(told)), max(_known(told))
    return [(0.5, axis.write(low))] if low == high else [(0.0, axis.write(low)), (1.0, axis.write(high))]


def _finding(rows: Sequence[Row], first: Axis, groups: list[Any], outcome: Axis | None, t: Words) -> str:
    """Which group has the least of the outcome, by the median of its runs; or how far it reaches, in one group."""
    known = [row for row in rows if outcome and row.get(outcome.name) is not None]
    if not outcome or not known:
        return t("studies-lines-bare", n=len(rows), runs=t.number(len(rows)))
    by = {group: median(values) for group in groups
          if (values := [row[outcome.name] for row in known if row[first.name] == group])}  # fmt: skip
    if len(by) > 1:
        best = min(by, key=lambda group: float(by[group]))
        return t("studies-lines-best", best=str(best), outcome=outcome.title.lower(), value=outcome.write(by[best]))
    told = [row[outcome.name] for row in known]
    return t("studies-lines-range", outcome=outcome.title, low=outcome.write(min(told)), high=outcome.write(max(told)))


def _summary(rows: Sequence[Row], axes: Sequence[Axis], shown: Sequence[Axis], t: Words) -> str:
    same = [f"{axis.title} ({axis.write(known[0])})" for axis in axes if axis not in shown
            if (known := [row[axis.name] for row in rows if row.get(axis.name) is not None])]  # fmt: skip
    told = t("studies-lines-summary", n=len(rows), runs=t.number(len(rows)), axes=", ".join(one.title for one in shown))
    return f"{told} {t('studies-lines-same', axes=', '.join(same))}" if same else told


def _varies(rows: Sequence[Row], axis: Axis) -> bool:
    return len({row.get(axis.name) for row in rows} - {None}) > 1


def _numbers(values: Sequence[Any]) -> bool:
    return all(isinstance(value, int | float) for value in _known(values)) and bool(_known(values))


def _known(values: Sequence[Any]) -> list[Any]:
    return [value for value in values if value is not None]


def _cell(value: Any) -> Any:
    return float("nan") if value is None else value


def _broken(text: str, width: int = 22) -> str:
    """A long label on several lines."""
    import textwrap

    return "<br>".join(textwrap.wrap(text, width, break_long_words=False)) or text

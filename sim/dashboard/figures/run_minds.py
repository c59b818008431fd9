"""Minds: how belief and trust are spread over people, over time as bands and at one hour as bars."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from sim.dashboard.figures.canvas import Canvas
from sim.dashboard.figures.picture import Picture
from sim.dashboard.figures.run_axes import even_axis, percent_axis
from sim.dashboard.figures.run_frames import Moving, nearest
from sim.dashboard.figures.run_names import Names
from sim.dashboard.figures.theme import INK, PALE, colour, dressed, veil
from sim.ground.types import F64, AnyArray

Table = Mapping[str, AnyArray]
BINS = 20
QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)
HALF = BINS // 2  # bins from one half upwards
VEILS = (0.15, 0.28)  # of nine tenths, and of half of the people


def histograms(beliefs: Table, what: str) -> tuple[F64, F64]:
    """Hours, and how many people are in each bin (columns) at each of them (rows)."""
    mine = beliefs["what"] == what
    return np.unique(beliefs["hour"][mine]), beliefs["people"][mine].astype(np.float64).reshape(-1, BINS)


def quantiles(people: F64) -> F64:
    """Quantiles (rows) of each distribution (a row of `people`), taken as even within a bin."""
    edges = np.linspace(0.0, 1.0, BINS + 1)
    found = np.full((len(QUANTILES), len(people)), np.nan)
    for n, counts in enumerate(people):
        if counts.sum() > 0:
            below = np.concatenate([[0.0], np.cumsum(counts)]) / counts.sum()
            first = np.flatnonzero(counts)[0]
            last = np.flatnonzero(counts)[-1] + 1
            found[:, n] = np.interp(QUANTILES, below[first : last + 1], edges[first : last + 1])
    return found


def bands(beliefs: Table, what: str, names: Names) -> Picture:
    """The middle, the half and nine tenths of people over time."""
    t = names.t
    hours, people = histograms(beliefs, what)
    found = quantiles(people)
    figure, x = Canvas(), hours.tolist()
    for low, high, share in ((0, 4, VEILS[0]), (1, 3, VEILS[1])):
        figure.add_scatter(x=x, y=found[low].tolist(), mode="lines", line={"width": 0}, hoverinfo="skip")
        figure.add_scatter(x=x, y=found[high].tolist(), mode="lines", line={"width": 0}, fill="tonexty",
                           fillcolor=veil(colour(0, names.dark), share), hoverinfo="skip")  # fmt: skip
    told = [f"{t.percent(value)}, {t.hours(hour)}" for value, hour in zip(found[2].tolist(), x, strict=True)]
    figure.add_scatter(x=x, y=found[2].tolist(), mode="lines", line={"color": colour(0, names.dark), "width": 2.5},
                       text=told, hovertemplate="%{text}<extra></extra>")  # fmt: skip
    for row, word in ((4, "run-95"), (3, "run-75"), (2, "run-middle"), (0, "run-5")):
        figure.add_annotation(x=x[-1], y=found[row, -1], text=t(word), showarrow=False, xanchor="left", xshift=6,
                              align="left", font={"size": 12, "color": INK[names.dark]})  # fmt: skip
    dressed(figure, names.dark, 340)
    figure.update_layout(margin={"l": 8, "r": 84, "t": 12, "b": 8})
    figure.update_xaxes(**even_axis(x[0], x[-1], t))
    figure.update_yaxes(**percent_axis(float(np.nanmin(found)), float(np.nanmax(found)), t))
    columns = (t("run-column-hour"), *(t("run-quantile", share=t.percent(one, 0)) for one in QUANTILES))
    rows = tuple((float(hour), *found[:, n].tolist()) for n, hour in enumerate(x))
    return Picture(figure, _finding(what, found, names), t("run-minds-summary"), columns, rows)


def bars(beliefs: Table, what: str, hour: float | None, names: Names) -> Moving:
    """How many people hold it with which probability at an hour, over how many did at the start."""
    t = names.t
    hours, people = histograms(beliefs, what)
    when = tuple(hours.tolist())
    at = nearest(when, hour)
    share = people / np.maximum(people.sum(axis=1, keepdims=True), 1.0)
    edges = [t("run-bin", low=t.percent(n / BINS, 0), high=t.percent((n + 1) / BINS, 0)) for n in range(BINS)]
    rows = tuple(tuple((edges[n], int(counts[n]), int(people[0, n])) for n in range(BINS)) for counts in people)
    above = people[:, HALF:].sum(axis=1).astype(int).tolist()
    shares = share[:, HALF:].sum(axis=1).tolist()
    said = tuple(t("run-above-half", hour=t.hours(one), n=count, people=t.number(count), share=t.percent(part))
                 for one, count, part in zip(when, above, shares, strict=True))  # fmt: skip
    columns = (_axis(what, names), t("run-people-then"), t("run-people-at-start"))
    shift = shares[-1] - shares[0]
    title = t("run-bars-still") if abs(shift) < 0.0005 else t("run-bars-moved", change=t.points(shift))
    picture = Picture(_bars(share, at, what, names), title, t("run-bars-summary"), columns, rows[at])
    changes: tuple[dict[str, dict[str, Any]], ...] = tuple({"0": {"y": np.round(one, 6).tolist()}} for one in share)
    return Moving(picture, at, when, changes, rows, (None, 0, 0), said)


def _bars(share: F64, at: int, what: str, names: Names) -> Canvas:
    """Bars for one look, and the outline of the first."""
    t, figure, ink = names.t, Canvas(), INK[names.dark]
    middle = ((np.arange(BINS) + 0.5) / BINS).tolist()
    figure.add_bar(x=middle, y=share[at].tolist(), width=0.044, marker={"color": colour(0, names.dark)}, name="",
                   hoverinfo="skip", showlegend=False)  # fmt: skip
    steps = np.repeat(np.linspace(0, 1, BINS + 1), 2)[1:-1]
    figure.add_scatter(x=steps.tolist(), y=np.repeat(share[0], 2).tolist(), mode="lines", hoverinfo="skip",
                       line={"color": ink, "width": 1.5, "dash": "dot"}, name=t("run-at-start"),
                       showlegend=True)  # fmt: skip
    dressed(figure, names.dark, 300)
    figure.update_layout(showlegend=True, legend={"x": 1, "y": 1, "xanchor": "right", "font": {"size": 12}},
                         margin={"l": 8, "r": 28, "t": 16, "b": 8})  # fmt: skip
    marks = [0, 0.25, 0.5, 0.75, 1]
    figure.update_xaxes(range=[0, 1], tickvals=marks, ticktext=[t.percent(mark, 0) for mark in marks], zeroline=False,
                        title={"text": _axis(what, names), "font": {"size": 12}, "standoff": 6})  # fmt: skip
    figure.add_vline(x=0.5, line={"color": PALE[names.dark], "width": 1})
    figure.update_yaxes(**percent_axis(0.0, float(share.max()) * 1.08, t))
    return figure


def minds(beliefs: Table) -> tuple[str, ...]:
    """What distributions are told of: claims, then sources."""
    return tuple(dict.fromkeys(beliefs["what"].tolist()))


def _axis(what: str, names: Names) -> str:
    return names.t("run-axis-belief" if what.startswith("belief.") else "run-axis-trust")


def _finding(what: str, found: F64, names: Names) -> str:
    t = names.t
    moved = float(found[2, -1] - found[2, 0])
    kind, _, name = what.partition(".")
    facts = {"what": names.called(name), "now": t.percent(float(found[2, -1]))}
    if abs(moved) < 0.0005 or moved != moved:
        return t(f"run-{kind}-still", **facts)
    return t(f"run-{kind}-moved", **facts, change=t.points(moved, 1 if abs(moved) >= 0.00095 else 2))

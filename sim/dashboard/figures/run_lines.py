"""Lines: measures over time, each with its name at its end; for parts of the public and for what moderators did."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from sim.dashboard.figures.canvas import Canvas
from sim.dashboard.figures.picture import Picture
from sim.dashboard.figures.quantities import Quantity
from sim.dashboard.figures.run_axes import apart, even_axis, number_axis, percent_axis
from sim.dashboard.figures.run_names import Names
from sim.dashboard.figures.theme import DASHES, INK, colour, dressed
from sim.ground.types import F64, AnyArray

Table = Mapping[str, AnyArray]
MOST = 170  # hours that are drawn; more cannot be seen
NAME = 18  # letters of a name on a line
MODERATION = ("statements_of_reasons", "voices_lowered", "wrongful_removals", "appeals", "appeals_upheld")
HEIGHT = 400


def measures(metrics: Table) -> tuple[str, ...]:
    """The measures that are taken of parts of the public."""
    whole = (name for name in metrics if "@" not in name)
    parts = {name.partition("@")[0] for name in metrics if "@" in name}
    return tuple(name for name in whole if name in parts)


def usual(metrics: Table) -> str:
    """The measure that is shown first: belief in the first false claim, where it is taken."""
    known = measures(metrics)
    return next((name for name in known if name.startswith("false_belief_share.")), known[0] if known else "")


def segments(metrics: Table, measure: str, names: Names) -> Picture:
    """A measure for everybody and for each part of the public."""
    parts = [name for name in metrics if name.partition("@")[0] == measure]
    called = [names.called(name.partition("@")[2]) if "@" in name else names.t("run-everybody") for name in parts]
    hours = metrics["hour"]
    values = [metrics[name] for name in parts]
    last = [_last(one) for one in values]
    known = [n for n in range(len(parts)) if last[n] == last[n]]
    t, its = names.t, Quantity(names.metric(measure), names.unit(measure))
    if len(known) > 1:
        low, high = min(known[1:], key=lambda n: last[n]), max(known[1:], key=lambda n: last[n])
        title = t("run-segments-finding", measure=its.label, high=called[high], low=called[low],
                  most=its.value(t, last[high]), least=its.value(t, last[low]))  # fmt: skip
    else:
        title = its.label
    figure = lines(hours, list(zip(called, values, strict=True)), its.is_share, names)
    chosen = thinned(len(hours))
    rows = tuple((float(hours[n]), *(float(one[n]) for one in values)) for n in chosen.tolist())
    return Picture(figure, title, t("run-segments-summary"), (t("run-column-hour"), *called), rows)


def moderation(metrics: Table, names: Names) -> Picture | None:
    """What moderators did, added up over time; nothing where none of it was measured, or nothing was done."""
    t = names.t
    taken = [name for name in MODERATION if name in metrics]
    if not any(np.nan_to_num(metrics[name]).any() for name in taken):
        return None
    hours, values = metrics["hour"], [metrics[name] for name in taken]
    called = [names.metric(name) for name in taken]
    decided, lowered, wrong = (_last(metrics[name]) if name in metrics else 0.0 for name in MODERATION[:3])
    right = _last(metrics["removal_precision"]) if "removal_precision" in metrics else float("nan")
    facts = {"n": int(decided), "decisions": t.number(decided), "wrong": t.number(wrong), "lowered": t.number(lowered)}
    title = (
        t("run-moderation-share", **facts, share=t.percent(1 - right))
        if right == right
        else t("run-moderation", **facts)
    )
    figure = lines(hours, list(zip(called, values, strict=True)), False, names)
    rows = tuple((float(hours[n]), *(float(one[n]) for one in values)) for n in thinned(len(hours)).tolist())
    return Picture(figure, title, t("run-moderation-summary"), (t("run-column-hour"), *called), rows)


def lines(hours: F64, series: Sequence[tuple[str, F64]], share: bool, names: Names) -> Canvas:
    """Lines with their names at their ends; the first is the thick one."""
    figure, t = Canvas(), names.t
    chosen = thinned(len(hours))
    x = hours[chosen]
    values = [np.asarray(one, np.float64)[chosen] for _, one in series]
    known = np.concatenate([one[~np.isnan(one)] for one in values] or [np.zeros(1)])
    low, high = (float(known.min()), float(known.max())) if len(known) else (0.0, 1.0)
    axis = percent_axis(low, high, t) if share else number_axis(low, high, t)
    for n, ((name, _), one) in enumerate(zip(series, values, strict=True)):
        figure.add_scatter(
            x=x.tolist(), y=[None if value != value else value for value in one.tolist()], mode="lines", name=name,
            line={"color": _paint(n, names.dark), "width": 3 if n == 0 else 2, "dash": DASHES[n % len(DASHES)]},
            text=[f"{name}, {t.hours(float(hour))}: {t.percent(value) if share else t.number(value, 2)}"
                  for hour, value in zip(x, one.tolist(), strict=True)],
            hovertemplate="%{text}<extra></extra>",
        )  # fmt: skip
    ends = [_last(one) for one in values]
    shown = [n for n, end in enumerate(ends) if end == end]
    broken = {n: _broken(series[n][0]) for n in shown}
    room = (axis["range"][1] - axis["range"][0]) / (HEIGHT - 40)  # of the axis in a pixel
    most = max((text.count("<br>") + 1 for text in broken.values()), default=1)
    spots = apart([ends[n] for n in shown], (5 + 14 * most) * room, tuple(axis["range"]))
    for n, spot in zip(shown, spots, strict=True):
        named = f'<span style="color:{_paint(n, names.dark)}">■</span> {broken[n]}'
        figure.add_annotation(x=1, xref="paper", y=spot, text=named, showarrow=False, xanchor="left", xshift=6,
                              align="left", font={"size": 12, "color": INK[names.dark]})  # fmt: skip
    dressed(figure, names.dark, HEIGHT)
    figure.update_layout(margin={"l": 8, "r": 140, "t": 12, "b": 8})
    figure.update_xaxes(**even_axis(float(hours[0]), float(hours[-1]), t))
    figure.update_yaxes(**axis)
    return figure


def thinned(number: int) -> AnyArray:
    """Which of so many hours are drawn: the first, the last, and evenly between."""
    return np.unique(np.linspace(0, number - 1, min(number, MOST)).round().astype(np.int64))


def _paint(n: int, dark: bool) -> str:
    return INK[dark] if n == 0 else colour(n - 1, dark)


def _last(values: F64) -> float:
    known = values[~np.isnan(values)]
    return float(known[-1]) if len(known) else float("nan")


def _broken(name: str) -> str:
    """A name on lines short enough to stand beside the picture."""
    lines, line = [], ""
    for word in name.split(" "):
        if line and len(line) + len(word) >= NAME:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "<br>".join([*lines, line])

"""Delays: what an answer is worth by the hours that it comes later, each with its interval."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sim.dashboard.figures.axes import AXIS, bounds, foot, scale, wrapped
from sim.dashboard.figures.canvas import Canvas
from sim.dashboard.figures.picture import Picture
from sim.dashboard.figures.quantities import Manner, Quantity
from sim.dashboard.figures.theme import DASHES, GROUND, INK, MARKS, colour, dressed


@dataclass(frozen=True)
class Delayed:
    """One answer at one delay: its mean difference from the baseline, with the interval."""

    answer: str
    place: int
    hours: float
    mean: float
    low: float
    high: float


def delay_curve(found: Sequence[Delayed], shown: Quantity, baseline: str, manner: Manner) -> Picture:
    """Differences by delay, one line an answer; delays stand at equal steps, since they grow like 1, 6, 24, 72."""
    t, figure = manner.t, Canvas()
    delays = sorted({one.hours for one in found})
    answers = list(dict.fromkeys(one.answer for one in found))
    ends = bounds([value for one in found for value in (one.mean, one.low, one.high)], with_zero=True)
    for turn, answer in enumerate(answers):
        line = sorted((one for one in found if one.answer == answer), key=lambda one: one.hours)
        shift = 0.06 * (turn - (len(answers) - 1) / 2)
        _line(figure, line, [delays.index(one.hours) + shift for one in line], manner)
    figure.add_hline(y=0, line={"color": INK[manner.dark], "width": 1.25})
    ticks = {"tickvals": list(range(len(delays))), "ticktext": [t.hours(delay) for delay in delays]}
    figure.update_xaxes(**ticks, range=[-0.4, len(delays) - 0.6], zeroline=False, showgrid=False)
    figure.update_yaxes(**scale(ends, shown, manner, change=True), zeroline=False)
    foot(figure, t("figures-delay-axis"), manner)
    figure.add_annotation(
        x=0, xref="paper", y=1, yref="paper", showarrow=False, xanchor="left", yanchor="bottom", yshift=6,
        text=wrapped(t("figures-interval-axis", unit=shown.unit_of_change(t), baseline=baseline), AXIS), align="left",
        font={"size": 12},
    )  # fmt: skip
    dressed(figure, manner.dark, 360)
    figure.update_layout(margin={"l": 8, "r": 16, "t": 48, "b": 8})
    columns = (t("figures-answer"), t("figures-delay"), t("figures-mean"), t("figures-low"), t("figures-high"))
    rows = tuple((one.answer, one.hours, one.mean, one.low, one.high) for one in found)
    return Picture(figure, _title(found, shown, manner), t("figures-delay-told"), columns, rows)


def _line(figure: Canvas, line: Sequence[Delayed], at: Sequence[float], manner: Manner) -> None:
    paint, first = colour(line[0].place, manner.dark), line[0]
    place = first.place
    for one, x in zip(line, at, strict=True):
        figure.add_scatter(x=[x, x], y=[one.low, one.high], mode="lines", hoverinfo="skip",
                           line={"color": paint, "width": 2})  # fmt: skip
    figure.add_scatter(
        x=list(at), y=[one.mean for one in line], mode="lines+markers", hoverinfo="skip",
        line={"color": paint, "width": 1.5, "dash": DASHES[place % len(DASHES)]},
        marker={"symbol": MARKS[place % len(MARKS)], "size": 9, "color": paint},
    )  # fmt: skip
    figure.add_annotation(x=at[0], y=first.mean, text=first.answer, showarrow=False, xanchor="left", xshift=10,
                          yshift=-12, font={"size": 12.5, "color": INK[manner.dark]},
                          bgcolor=GROUND[manner.dark])  # fmt: skip


def _title(found: Sequence[Delayed], shown: Quantity, manner: Manner) -> str:
    """What waiting costs the answer that loses most by it, if that is more than its intervals allow."""
    lines = {one.answer: sorted((two for two in found if two.answer == one.answer), key=lambda two: two.hours)
             for one in found}  # fmt: skip
    lost = {answer: line[-1].mean - line[0].mean for answer, line in lines.items()}
    worst = max(lost, key=lambda answer: lost[answer] if shown.better == "lower" else -lost[answer])
    first, last = lines[worst][0], lines[worst][-1]
    apart = last.low > first.high if shown.better == "lower" else last.high < first.low
    facts = {"answer": worst, "lost": shown.size(manner.t, lost[worst]), "first": manner.t.hours(first.hours),
             "last": manner.t.hours(last.hours)}  # fmt: skip
    if apart and not first.hours:
        return manner.t("figures-delay-costs-in-time", answer=worst, lost=facts["lost"], last=facts["last"])
    return manner.t("figures-delay-costs" if apart else "figures-delay-unclear", **facts)

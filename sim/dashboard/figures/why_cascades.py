"""Cascades side by side: how far the same posts went under one answer and under another."""

from __future__ import annotations

from collections.abc import Sequence

from sim.dashboard.figures.axes import bounds, foot, grey, lines, over_row, ticks
from sim.dashboard.figures.canvas import Canvas
from sim.dashboard.figures.picture import Picture
from sim.dashboard.figures.quantities import Manner
from sim.dashboard.figures.theme import INK, colour, dressed
from sim.dashboard.figures.why import Grown, hour_named

BAR, LINE, WRAP = 15, 19, 46  # pixels of a bar and of a line of words; letters of a line
SHOWN = 8  # cascades; more make nobody wiser
UNKNOWN = "–"


def cascade_chart(told: Sequence[Grown], names: tuple[str, str], place: int, manner: Manner) -> Picture:
    """Two bars a cascade, the first answer's in grey, the second's in its colour, with their sizes written on."""
    t, figure = manner.t, Canvas()
    shown, height = list(told[:SHOWN]), 0.0
    most = max((max(one.sizes) for one in shown), default=1.0)
    for one in reversed(shown):
        for size, tint, name in zip(reversed(one.sizes), (colour(place, manner.dark), grey(manner)), reversed(names),
                                    strict=True):  # fmt: skip
            figure.add_bar(x=[size], y=[height + BAR / 2], width=[BAR - 3], orientation="h", marker={"color": tint},
                           hoverinfo="text", hovertext=[f"{name}: {t.number(size)}"])  # fmt: skip
            text = t.number(size) if size else t("why-cascade-none")
            figure.add_annotation(x=size, y=height + BAR / 2, text=text, showarrow=False, xanchor="left", xshift=4,
                                  font={"size": 11.5, "color": INK[manner.dark]})  # fmt: skip
            height += BAR
        label = label_of(one, manner)
        over_row(figure, height, label, manner)
        height += LINE * lines(label) + 8
    marks = ticks(0.0, most, 4)
    figure.update_xaxes(range=[0, bounds([0.0, most])[1] * 1.04], tickvals=marks,
                        ticktext=[t.number(mark) for mark in marks], zeroline=False)  # fmt: skip
    figure.update_yaxes(visible=False, range=[0, height + 4], fixedrange=True)
    foot(figure, t("why-cascade-axis"), manner)
    dressed(figure, manner.dark, round(height) + 84)
    facts = ("size", "depth", "virality", "carried")
    columns = (t("why-column-cascade"), *(t(f"why-column-{what}", answer=name) for what in facts for name in names))
    rows = tuple((label_of(one, manner), *map(int, one.sizes), *map(int, one.depths), *one.viralities, *one.carried)
                 for one in told)  # fmt: skip
    return Picture(figure, *_told(told, names, manner), columns, rows)


def label_of(one: Grown, manner: Manner) -> str:
    """What a cascade is about, who began it and when."""
    hour = hour_named(manner.t, one.hour) if one.hour == one.hour else UNKNOWN
    return manner.t(
        f"why-cascade-{one.stance}", claim=short(one.label), kind=one.kind[:1].lower() + one.kind[1:], hour=hour
    )


def short(claim: str) -> str:
    """The beginning of a claim: a label that is a whole sentence, made fit for a row."""
    head = claim.partition(":")[0].strip("\u202f\u00a0 ")
    return head if len(head) <= WRAP else f"{head[: WRAP - 1].rpartition(' ')[0]}…"


def _told(told: Sequence[Grown], names: tuple[str, str], manner: Manner) -> tuple[str, str]:
    t = manner.t
    both = [one for one in told if min(one.sizes) > 0]
    facts = {"a": names[0], "b": names[1]}
    if not told:
        return t("why-cascades-nothing"), t("why-cascades-told", **facts)
    if not both:
        first, second = (max(one.sizes[side] for one in told) for side in (0, 1))
        return (t("why-cascades-apart", **facts, first=t.number(first), second=t.number(second)),
                t("why-cascades-told", **facts))  # fmt: skip
    first, second = (sum(one.sizes[side] for one in both) for side in (0, 1))
    key = "same" if first == second else "smaller" if second < first else "larger"
    share = t.percent(abs(second / first - 1), 0)
    title = t(f"why-cascades-{key}", **facts, n=len(both), count=t.number(len(both)), share=share)
    return title, f"{t('why-cascades-sum', **facts, first=t.number(first), second=t.number(second))} " \
                  f"{t('why-cascades-told', **facts)}"  # fmt: skip

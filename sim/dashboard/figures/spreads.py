"""Spread: what makes an answer's effect differ from future to future: chance, parameters, the belief rule, the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sim.dashboard.figures.axes import foot, lines, over_row
from sim.dashboard.figures.canvas import Canvas
from sim.dashboard.figures.picture import Picture
from sim.dashboard.figures.quantities import Manner
from sim.dashboard.figures.theme import INK, dressed

PARTS = ("chance", "parameters", "model", "rest")
GREYS = {False: ("#495057", "#adb5bd", "#0072B2", "#dee2e6"), True: ("#ced4da", "#868e96", "#56B4E9", "#495057")}
PATTERNS = ("", "/", ".", "x")  # so that parts can be told apart in grey
ROW, LINE = 30, 19
NUMBER, NAME = 0.12, 0.42  # a part as wide as this has room for its share, or for its name too


@dataclass(frozen=True)
class Split:
    """The variance of one answer's effect, split; a part that did not vary is None, and `total` is the whole."""

    answer: str
    parts: Mapping[str, float | None]
    total: float


def spread_chart(splits: Sequence[Split], manner: Manner) -> Picture:
    """One bar an answer, the best first, from nothing to the whole of its variance, with the parts written on it."""
    t, figure = manner.t, Canvas()
    height, named = 6.0, set[str]()
    for split in reversed(splits):
        _bar(figure, split, (height, named), manner)
        height += ROW
        over_row(figure, height, split.answer, manner, lift=-2)
        height += LINE * lines(split.answer) + 6
    marks = [0.0, 0.25, 0.5, 0.75, 1.0]
    figure.update_xaxes(range=[0, 1], tickvals=marks, ticktext=[t.number(100 * mark) for mark in marks], zeroline=False)
    figure.update_yaxes(visible=False, range=[0, height], fixedrange=True)
    foot(figure, t("figures-spread-axis"), manner)
    figure.update_layout(barmode="stack")
    dressed(figure, manner.dark, round(height) + 104)
    # small parts have no room for their names, so a key says which pattern is which
    legend = {"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "itemclick": False, "itemdoubleclick": False}
    figure.update_layout(showlegend=True, legend=legend, margin={"l": 12, "r": 20, "t": 40, "b": 8})
    columns = (t("figures-answer"), *(t(f"figures-spread-{part}") for part in PARTS), t("figures-spread-total"))
    rows = tuple((split.answer, *(_cell(split, part, manner) for part in PARTS), split.total) for split in splits)
    still = [
        t(f"figures-spread-{part}") for part in PARTS[:3] if all(split.parts.get(part) is None for split in splits)
    ]
    return Picture(figure, _title(splits, manner), _summary(still, manner), columns, rows)


def share(split: Split, part: str) -> float:
    """The share of the whole that a part makes; nothing when it did not vary."""
    return (split.parts.get(part) or 0.0) / split.total if split.total > 0 else 0.0


def _bar(figure: Canvas, split: Split, at: tuple[float, set[str]], manner: Manner) -> None:
    base, named = at
    t, start = manner.t, 0.0
    for part, paint, pattern in zip(PARTS, GREYS[manner.dark], PATTERNS, strict=True):
        width = share(split, part)
        if width <= 0:
            continue
        figure.add_bar(
            x=[width], base=[start], name=t(f"figures-spread-{part}"), legendgroup=part, legendrank=PARTS.index(part),
            showlegend=part not in named, y=[base + ROW / 2], width=ROW - 10, orientation="h", hoverinfo="text",
            hovertext=[f"{t(f'figures-spread-{part}')} {t.percent(width, 0)}"],
            marker={"color": paint, "line": {"width": 1, "color": INK[manner.dark]},
                    "pattern": {"shape": pattern, "size": 6, "solidity": 0.15, "fgcolor": INK[manner.dark]}},
        )  # fmt: skip
        if width >= NUMBER:
            name = t(f"figures-spread-{part}") if width >= NAME else ""
            figure.add_annotation(
                x=start + width / 2, y=base + ROW / 2, text=f"{name} {t.percent(width, 0)}".strip(), showarrow=False,
                font={"size": 12, "color": INK[manner.dark]}, bgcolor="#ffffff" if not manner.dark else "#242424",
                borderpad=1,
            )  # fmt: skip
        named.add(part)
        start += width


def _cell(split: Split, part: str, manner: Manner) -> float | str:
    value = split.parts.get(part)
    return manner.t("figures-spread-not-varied") if value is None else value


def _summary(still: Sequence[str], manner: Manner) -> str:
    told = manner.t("figures-spread-told")
    return f"{told} {manner.t('figures-spread-still', parts=', '.join(still))}" if still else told


def _title(splits: Sequence[Split], manner: Manner) -> str:
    t = manner.t
    if not splits or not splits[0].total > 0:
        return t("figures-spread-none")
    varied = [part for part in PARTS[:3] if any(split.parts.get(part) is not None for split in splits)]
    if varied == ["chance"]:
        return t("figures-spread-only-chance")
    best = splits[0]  # the answer that a reader would take
    largest = max(PARTS, key=lambda part: share(best, part))
    return t(f"figures-spread-mostly-{largest}", answer=best.answer, share=t.percent(share(best, largest), 0))

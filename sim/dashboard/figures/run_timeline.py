"""Timeline: everything that happened in a run, in lanes by whose hand it was, with alerts and statements as marks."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sim.dashboard.figures.canvas import Canvas
from sim.dashboard.figures.picture import Picture
from sim.dashboard.figures.run_axes import early_axis, stretched
from sim.dashboard.figures.run_names import LANES, Names
from sim.dashboard.figures.theme import GROUND, INK, colour, dressed

Events = Mapping[str, Sequence[Any]]
ALERTS = "alerts"
ROW, HEAD, LINE = 40, 34, 17  # pixels
WIDE = 42  # letters on a line, so that a telephone has room for them
PLACES = {"own": 0, "platform": 2, "operation": 1}  # of the colours; others are grey
SIGNS = {"alert": "triangle-up", "statement": "diamond", "trigger": "star", "refused": "x"}


@dataclass
class Row:
    """One line of the picture: an entry or a detector."""

    who: str
    spans: list[tuple[float, float]] = field(default_factory=list)
    marks: list[tuple[float, str]] = field(default_factory=list)
    open: float | None = None

    @property
    def first(self) -> float:
        """When it is first heard of."""
        return min([begin for begin, _ in self.spans] + [hour for hour, _ in self.marks])


def timeline(events: Events, names: Names) -> Picture:
    """What was done by whom from when to when; the hours are stretched at their start."""
    lanes = in_lanes(events, names)
    figure = Canvas()
    last = names.horizon
    y = 0.0
    for lane, rows in lanes.items():
        _words(figure, y, f"<b>{names.t(f'run-lane-{lane}')}</b>", names)
        y -= HEAD
        for row in rows:
            words = textwrap.wrap(names.deed(row.who), WIDE)
            _words(figure, y - LINE * (len(words) - 1) / 2, "<br>".join(words), names)
            y -= LINE * (len(words) - 1)
            _draw(figure, row, y, lane, names)
            y -= ROW
        y -= 6
    dressed(figure, names.dark, int(-y) + 56)
    figure.update_xaxes(**early_axis(last, names.t), side="top")
    figure.update_yaxes(range=[y, 16], visible=False)
    t = names.t
    columns = tuple(t(f"run-column-{name}") for name in ("hour", "side", "what", "deed", "entry", "detail"))
    return Picture(figure, _finding(lanes, names), t("run-timeline-summary"), columns, tuple(_told(events, names)))


def in_lanes(events: Events, names: Names) -> dict[str, list[Row]]:
    """The rows of each lane that has any, in order of time; detectors have a lane of their own."""
    rows: dict[str, Row] = {}
    lane: dict[str, str] = {}
    for hour, what, who in zip(events["hour"], events["what"], events["who"], strict=True):
        row = rows.setdefault(who, Row(who))
        lane.setdefault(who, ALERTS if what == "alert" else names.lane(who))
        if what == "begin":
            row.open = hour if row.open is None else row.open
        elif what == "end" and row.open is not None:
            row.spans.append((row.open, hour))
            row.open = None
        elif what != "end":
            row.marks.append((hour, what))
    for row in rows.values():
        if row.open is not None:
            row.spans.append((row.open, names.horizon))
    shown = [row for row in rows.values() if row.spans or row.marks]
    found = {name: sorted((row for row in shown if lane[row.who] == name), key=lambda row: row.first)
             for name in (*LANES, ALERTS)}  # fmt: skip
    return {name: its for name, its in found.items() if its}


def _draw(figure: Canvas, row: Row, y: float, lane: str, names: Names) -> None:
    paint = colour(PLACES.get(lane, -1), names.dark)
    height = y - 18  # beneath its words
    for begin, end in row.spans:
        figure.add_scatter(x=stretched([begin, end]).tolist(), y=[height, height], mode="lines",
                           line={"color": paint, "width": 9}, hoverinfo="skip")  # fmt: skip
    starts = [begin for begin, _ in row.spans]
    told = [_span(span, names) for span in row.spans]
    figure.add_scatter(
        x=stretched(starts).tolist(), y=[height] * len(starts), mode="markers", text=told,
        hovertemplate="%{text}<extra></extra>",
        marker={"symbol": "square", "size": 9, "color": paint},
    )  # fmt: skip
    figure.add_scatter(
        x=stretched([hour for hour, _ in row.marks]).tolist(), y=[height] * len(row.marks), mode="markers",
        text=[f"{_what(what, names)}, {names.t.hours(hour)}" for hour, what in row.marks],
        hovertemplate="%{text}<extra></extra>",
        marker={"symbol": [SIGNS.get(what, "circle") for _, what in row.marks], "size": 11, "color": INK[names.dark],
                "line": {"width": 1, "color": GROUND[names.dark]}},
    )  # fmt: skip


def _words(figure: Canvas, y: float, text: str, names: Names) -> None:
    figure.add_annotation(x=0, xref="paper", y=y, text=text, showarrow=False, xanchor="left", yanchor="middle",
                          align="left", font={"size": 13, "color": INK[names.dark]})  # fmt: skip


def _span(span: tuple[float, float], names: Names) -> str:
    begin, end = (names.t.hours(hour) for hour in span)
    return names.t("run-from-to", begin=begin, end=end)


def _finding(lanes: Mapping[str, list[Row]], names: Names) -> str:
    t = names.t
    foe, own = ([row.first for lane in those for row in lanes.get(lane, ())]
                for those in (("operation",), ("own", "platform")))  # fmt: skip
    if not own:
        return t("run-timeline-nobody", n=len(foe), actions=t.number(len(foe)))
    if not foe:
        return t("run-timeline-own", n=len(own), actions=t.number(len(own)))
    return t("run-timeline-both", n=len(foe), actions=t.number(len(foe)), first=_after(min(foe), names),
             answer=_after(min(own), names))  # fmt: skip


def _after(hour: float, names: Names) -> str:
    return names.t("run-after", hours=names.t.hours(hour)) if hour > 0 else names.t("run-at-once")


def _what(what: str, names: Names) -> str:
    key = f"run-what-{what}"
    return names.t(key) if names.t.has(key) else what


def _told(events: Events, names: Names) -> list[tuple[Any, ...]]:
    """A row for each line of the journal."""
    columns = (events[name] for name in ("hour", "what", "who", "detail"))
    return [
        (
            float(hour),
            names.t(f"run-lane-{ALERTS if what == 'alert' else names.lane(who)}"),
            _what(what, names),
            names.deed(who),
            who,
            said(what, detail, names),
        )
        for hour, what, who, detail in zip(*columns, strict=True)
    ]


def said(what: str, detail: str, names: Names) -> str:
    """The detail of a journal's line in the reader's words, as far as it names something that has a name."""
    if what in ("begin", "end"):
        return ""
    actors = names.story.get("actors") or {}
    if what == "statement" and detail not in actors:  # a whole side speaks, which the lane names already
        return ""
    told = [names.claim(part) if part in names.claims else names.called(part) if part in actors else part
            for part in detail.split(", ")]  # fmt: skip
    return ", ".join(_score(part, names) for part in told)


def _score(part: str, names: Names) -> str:
    """A detector's score as the language writes numbers; anything else as it is."""
    word, _, number = part.partition(" ")
    if word != "score":
        return part
    try:
        return names.t("run-score", score=names.t.number(float(number), 1))
    except ValueError:
        return part

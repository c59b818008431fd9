"""The log of the Run page: what moderators did in all, every single decision, and every line of the journal."""

from __future__ import annotations

from collections import Counter
from typing import Any

from dash import html

from sim.dashboard.figures import run_lines
from sim.dashboard.figures.picture import Picture
from sim.dashboard.figures.run_decisions import counted, decisions
from sim.dashboard.figures.run_timeline import timeline
from sim.dashboard.parts.pictures import picture, table
from sim.dashboard.parts.run_lists import page_of, pages
from sim.dashboard.parts.run_shown import Shown, older
from sim.dashboard.parts.run_views import chips
from sim.dashboard.parts.states import empty

LINES = 50  # on a page


def show_log(shown: Shown) -> list[Any]:
    """What moderators did, decision by decision, and the journal; each list filtered by what it tells of."""
    drawn = run_lines.moderation(shown.table("metrics"), shown.names)
    measured = [picture(drawn, "run-moderation", shown.reader)] if drawn else []
    return [*measured, _decisions(shown) if shown.has("moderation") else _unknown(shown), _journal(shown)]


def _unknown(shown: Shown) -> Any:
    """Where a run is older than the log of decisions."""
    return html.Div([html.H2(shown.reader.t("run-decisions")), older(shown)], className="picture")


def _decisions(shown: Shown) -> Any:
    """Each decision, or those of one kind."""
    t, log = shown.reader.t, shown.table("moderation")
    counts = counted(log)
    if not counts:
        return empty(t("run-nothing-decided"))
    done = shown.one_of("done", ("", *counts))
    told = decisions(log, shown.names)
    rows = [row for row, one in zip(told.rows, log["what"].tolist(), strict=True) if done in ("", one)]
    called = {"": t("run-everything", n=t.number(sum(counts.values())))}
    called |= {one: t("run-counted", what=t(f"run-done-{one}"), n=t.number(n)) for one, n in counts.items()}
    links = [(word, {"done": one or None, "sheet": None}, one == done) for one, word in called.items()]
    page = page_of(len(rows), LINES, shown, "sheet")
    part = Picture(None, t("run-decisions"), "", told.columns, tuple(rows[page * LINES : (page + 1) * LINES]))
    return html.Div([html.H2(t("run-decisions")), html.H3(told.title), html.P(told.summary),
                     chips(t("run-choose-done"), links, shown), table(part, shown.reader, "run-decisions-rows"),
                     pages(len(rows), LINES, shown, "sheet")], className="picture run-journal")  # fmt: skip


def _journal(shown: Shown) -> Any:
    """Every line of the journal, or those that tell of one thing."""
    t = shown.reader.t
    events = {name: column.tolist() for name, column in shown.table("events").items()}
    counts = Counter(events["what"])
    what = shown.one_of("what", ("", *counts))
    told = timeline(events, shown.names)  # its table is the journal in words
    rows = [row for row, one in zip(told.rows, events["what"], strict=True) if what in ("", one)]
    links = [(t("run-everything", n=len(told.rows)), {"what": None, "page": None}, not what)]
    links += [(t("run-counted", what=_what(one, shown), n=count), {"what": one, "page": None}, what == one)
              for one, count in counts.most_common()]  # fmt: skip
    page = page_of(len(rows), LINES, shown)
    part = Picture(None, t("run-journal"), "", told.columns, tuple(rows[page * LINES : (page + 1) * LINES]))
    return html.Div([html.H2(t("run-journal")), chips(t("run-choose-what"), links, shown),
                     table(part, shown.reader, "run-journal-rows"), pages(len(rows), LINES, shown)],
                    className="picture run-journal")  # fmt: skip


def _what(what: str, shown: Shown) -> str:
    key = f"run-what-{what}"
    return shown.reader.t(key) if shown.reader.t.has(key) else what

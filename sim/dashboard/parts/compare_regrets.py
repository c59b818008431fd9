"""Regret on the Compare page: how far each answer ends from the best, over all futures and under each belief rule."""

from __future__ import annotations

from typing import Any

from dash import html

from sim.compare import Threshold
from sim.dashboard.figures.regrets import Regretted, regret_chart
from sim.dashboard.parts import compare_data as data
from sim.dashboard.parts.compare_acceptable import in_words
from sim.dashboard.parts.compare_view import View
from sim.dashboard.parts.markup import markup
from sim.dashboard.parts.pictures import picture
from sim.dashboard.viewer import Viewer

COLUMNS = ("answer", "regret-median", "regret-ninth", "regret-worst", "regret-acceptable")


def if_wrong(view: View, limit: Threshold, reader: Viewer) -> Any:
    """Regret as the table that one reads, and as a picture of all futures."""
    found = data.regrets(view, limit)
    if not found:
        return html.P(view.t("compare-regret-unknown"), className="note")
    return [_table(view, found, limit),
            picture(regret_chart(found[data.ALL], view.shown, view.manner), "compare-regret", reader)]  # fmt: skip


def _table(view: View, found: dict[str, list[Regretted]], limit: Threshold) -> Any:
    """A group of rows for all futures, and one for each belief rule where there are several."""
    t = view.t
    head = html.Thead(html.Tr([html.Th(t(f"figures-{column}"), scope="col") for column in COLUMNS]))
    groups = found if len(found) > 2 else {data.ALL: found[data.ALL]}  # one rule says the same again
    bodies = [_group(view, rule, rows, len(groups) > 1) for rule, rows in groups.items()]
    title = t("compare-regret-table")
    box = html.Div(html.Table([head, *bodies], className="facts"), className="scrolls", tabIndex="0", role="region",
                   **{"aria-label": title})  # fmt: skip
    return markup(html.Div([html.P(in_words(view, limit), className="note", role="status"), box]))


def _group(view: View, rule: str, rows: list[Regretted], named: bool) -> Any:
    t = view.t
    called = t("compare-regret-rule", rule=view.belief(rule)) if rule else t("compare-regret-all")
    head = [html.Tr(html.Th(called, colSpan=len(COLUMNS), scope="rowgroup"), className="of-rule")] if named else []
    return html.Tbody([*head, *(_row(view, one) for one in rows)])


def _row(view: View, one: Regretted) -> Any:
    t = view.t
    full = html.Div(style={"width": f"{100 * one.acceptable:.0f}%"})
    bar = html.Div(full, className="bar", **{"aria-hidden": "true"})
    return html.Tr([
        html.Th(one.answer, scope="row"),
        *(html.Td(view.shown.size(t, value), className="figure") for value in (one.median, one.ninth, one.worst)),
        html.Td([bar, t.percent(one.acceptable, 0)], className="figure share"),
    ])  # fmt: skip

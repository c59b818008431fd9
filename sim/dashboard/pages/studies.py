"""Studies: all stored runs and comparisons, to be sorted, filtered, chosen and compared."""

from __future__ import annotations

from typing import Any

import dash
from dash import ClientsideFunction, Input, Output, State, callback, clientside_callback, dcc, html

from sim import catalogue
from sim.dashboard.asked import Question
from sim.dashboard.desk import desk
from sim.dashboard.figures.quantities import unit_in_words
from sim.dashboard.gallery import gallery
from sim.dashboard.index import Listed
from sim.dashboard.parts import empty, in_words, page_head, picture, troubles
from sim.dashboard.parts.grids import NUMBER, grid, search
from sim.dashboard.parts.stories import lately
from sim.dashboard.studies import HEADLINE, MOST_LINES, lines, metric, rows, unfinished
from sim.dashboard.viewer import Viewer, viewer
from sim.ground.problems import Problems
from sim.i18n import Words

dash.register_page(__name__, path="/studies", name="studies")

WORDS = {"story": 140, "response": 250, "belief": 150}
NUMBERS = {"seed": 85}
OUTCOMES = {HEADLINE: 125, "reach": 95, "cost": 95, "wrongful_removals": 115}
UNITS = ("reach", "cost")  # whose numbers stand without
RECENT, UNFINISHED = 8, 50  # how many are listed


def layout(find: str = "", **_: str) -> Any:
    """The page."""
    reader = viewer()
    runs = desk().runs.index.rows()
    head = page_head(reader.t("studies-title"), reader.t("studies-lead"))
    if not runs:
        ask = dcc.Link(reader.t("studies-choose"), href=reader.link("/"))
        return html.Div([head, empty(reader.t("studies-empty"), ask)])
    return html.Div([head, _runs(runs, reader, find), _recent(reader), _unfinished(unfinished(runs), reader)])


def _runs(runs: tuple[Listed, ...], reader: Viewer, find: str) -> Any:
    t, told = reader.t, rows(runs, reader.t)
    chosen = {"mode": "multiRow", "headerCheckbox": True, "checkboxes": True, "selectAll": "filtered"}
    button = html.Button(t("studies-compare"), id="studies-compare", type="button", className="primary", disabled=True)
    said = html.Span(t("studies-choose-runs"), id="studies-chosen", className="hint", role="status")
    return html.Section(
        [
            html.H2(t("studies-runs", n=len(told), runs=t.number(len(told))), id="runs"),
            search("studies", reader, find),
            grid("studies", _columns(reader), told, reader, t("studies-table"), rowSelection=chosen),
            html.Div([button, said], className="studies-actions"),
            html.Div(id="studies-trouble", role="alert"),
            dcc.Store(id="studies-shown"),
            html.Div(id="studies-picture"),
        ],
        **{"aria-labelledby": "runs"},
    )  # fmt: skip


def _columns(reader: Viewer) -> list[dict[str, Any]]:
    t = reader.t
    words = [{"field": key, "headerName": t(f"studies-{key}"), "width": width} for key, width in WORDS.items()]
    numbers = [_number(key, t(f"studies-{key}"), width, "InNumbers") for key, width in NUMBERS.items()]
    outcomes = [
        _number(key, _outcome(key, t), width, "InPercent" if key == HEADLINE else "InNumbers")
        for key, width in OUTCOMES.items()
    ]
    when = {"field": "started", "headerName": t("studies-started"), "width": 150, "sort": "desc"}
    return [*words, *numbers, *outcomes, when]


def _outcome(key: str, t: Words) -> str:
    """What an outcome is called, with its unit where its cells have none."""
    title, unit = metric(key, t).title, unit_in_words(t, catalogue.card("metrics", key).unit)
    return f"{title} ({unit})" if key in UNITS else title


def _number(key: str, title: str, width: int, renderer: str) -> dict[str, Any]:
    told = {"field": key, "headerName": title, "width": width, "minWidth": width, "cellRenderer": renderer}
    return told | NUMBER


def _recent(reader: Viewer) -> Any:
    t, cards = reader.t, {card.name: card for card in gallery()}
    found = desk().runs.recent(RECENT)
    told = html.Ul([lately(one, cards.get(one.scenario), reader) for one in found], className="recent")
    return html.Section([html.H2(t("studies-comparisons"), id="comparisons"),
                         told if found else html.P(t("studies-no-comparisons"), className="hint")],
                        **{"aria-labelledby": "comparisons"})  # fmt: skip


def _unfinished(runs: list[Listed], reader: Viewer) -> Any:
    """What has no result, each with its reason as it was written down."""
    if not runs:
        return None
    t, stories = reader.t, {card.name: reader.t.label(card.label) for card in gallery()}
    told = []
    for run in runs[:UNFINISHED]:
        why = [html.Span(in_words(run.reason, reader), className="reason")] if run.reason else []
        name = f" {stories.get(run.scenario, run.scenario)} "
        told.append(html.Li([html.Strong(t(f"studies-{run.state}")), name, html.Code(run.id), *why]))
    more = [html.P(t("studies-more", n=t.number(len(runs) - UNFINISHED)))] if len(runs) > UNFINISHED else []
    title = t("studies-unfinished", n=len(runs), runs=t.number(len(runs)))
    return html.Section([html.H2(title, id="unfinished"), html.Ul(told, className="unfinished"), *more],
                        **{"aria-labelledby": "unfinished"})  # fmt: skip


clientside_callback(
    ClientsideFunction("studies", "shown"),
    Output("studies-shown", "data"),
    Output("studies-compare", "disabled"),
    Input("studies", "selectedRows"),
    Input("studies", "virtualRowData"),
    State("studies", "rowData"),
)


@callback(
    Output("studies-picture", "children"),
    Output("studies-chosen", "children"),
    Input("studies-shown", "data"),
    prevent_initial_call=True,
)
def drawn(shown: dict[str, Any]) -> tuple[Any, str]:
    """The chosen runs as lines, or all that the filters leave while none is chosen."""
    reader = viewer()
    t, ids = reader.t, list(shown["ids"])[:MOST_LINES]
    known = {run.id: run for run in desk().runs.index.rows() if run.id in set(ids)}
    told = t("studies-chosen", n=shown["chosen"], runs=t.number(shown["chosen"])) if shown["chosen"] \
        else t("studies-choose-runs")  # fmt: skip
    if len(known) < 2:
        return html.P(t("studies-too-few"), className="hint"), told
    drawn_all = t("studies-first", shown=t.number(MOST_LINES), all=t.number(shown["all"]))
    cut = [html.P(drawn_all, className="hint")] if shown["all"] > MOST_LINES else []
    return [*cut, picture(lines(list(known.values()), t, reader.dark), "studies-lines", reader)], told


@callback(
    Output("_pages_location", "href"),
    Output("studies-trouble", "children"),
    Input("studies-compare", "n_clicks"),
    State("studies", "selectedRows"),
    prevent_initial_call=True,
)
def compared(clicks: int | None, chosen: list[dict[str, Any]] | None) -> tuple[Any, Any]:
    """Make a question of the chosen runs and go to its comparison."""
    if not clicks or not chosen:  # Dash calls once when the button appears
        raise dash.exceptions.PreventUpdate
    reader = viewer()
    try:
        asked = desk().asked.save(Question(runs=tuple(sorted(str(one["id"]) for one in chosen))))
    except Problems as problems:
        return dash.no_update, troubles(problems, reader)
    return reader.link("/compare", q=asked), None

"""A follower graph of one's own, on the Ask page: chosen, read apart under pseudonyms, and reported on."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import Input, Output, State, callback, ctx, dcc, html, no_update

from sim.dashboard.desk import desk
from sim.dashboard.parts.states import troubles
from sim.dashboard.uploads import MOST_BYTES
from sim.dashboard.viewer import Viewer, viewer
from sim.ground.problems import Problems
from sim.i18n import retold

DIRECTIONS = {"follows": "source follows target", "followed": "source is followed by target", "both": "undirected"}


def graph_choice(graph: str, reader: Viewer) -> Any:
    """The place where a file is chosen; its state is the hash of the graph in use."""
    t = reader.t
    data = [{"value": words, "label": t(f"ask-graph-{name}")} for name, words in DIRECTIONS.items()]
    return html.Details([
        html.Summary(t("ask-graph")),
        html.P(t("ask-graph-help", most=MOST_BYTES // 10**6), className="source"),
        dmc.Group([
            dmc.Select(id="ask-graph-direction", label=t("ask-graph-direction"), data=data, value=data[0]["value"],
                       allowDeselect=False, w=300),
            dcc.Upload(html.Button(t("ask-graph-choose"), type="button", className="plain"), id="ask-graph-file",
                       max_size=MOST_BYTES),
            dmc.Button(t("ask-graph-remove"), id="ask-graph-remove", variant="subtle"),
        ], align="end"),
        html.Div(graph_report(graph, reader), id="ask-graph-report", role="status"),
        dcc.Store(id="ask-graph", data=graph),
    ], open=bool(graph), className="own-answer")  # fmt: skip


def graph_report(graph: str, reader: Viewer) -> Any:
    """What the importer said of the graph in use; nothing without one."""
    if not graph:
        return ""
    try:
        lines = desk().uploads.upload(graph).lines
    except Problems as problems:
        return troubles(problems, reader)
    return html.Pre("\n".join(retold(line, reader.t) or line for line in lines), className="scrolls", tabIndex="0")


@callback(
    Output("ask-graph", "data"), Output("ask-graph-report", "children"), Input("ask-graph-file", "contents"),
    Input("ask-graph-remove", "n_clicks"), State("ask-graph-direction", "value"), prevent_initial_call=True,
)  # fmt: skip
def take_graph(content: str | None, _: int, direction: str) -> Any:
    """Read the file that was chosen, or do without it again."""
    reader = viewer()
    if ctx.triggered_id == "ask-graph-remove":
        return "", ""
    if not content:
        return no_update, no_update
    try:
        taken = desk().uploads.receive_base64(content, direction)
    except Problems as problems:
        return no_update, troubles(problems, reader)
    return taken.hash, graph_report(taken.hash, reader)

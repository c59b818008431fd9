"""Run: what happened in one run, as a timeline, cascades, communities, minds, parts of the public, feeds and a log."""

from __future__ import annotations

from typing import Any

import dash
from dash import ClientsideFunction, Input, Output, clientside_callback, dcc, html

from sim.dashboard.desk import desk
from sim.dashboard.parts import empty, page_head, troubles
from sim.dashboard.parts.run_head import head, parts_of
from sim.dashboard.parts.run_lists import show_feed
from sim.dashboard.parts.run_log import show_log
from sim.dashboard.parts.run_shown import Shown, older
from sim.dashboard.parts.run_views import show_cascades, show_minds, show_network, show_segments, show_timeline
from sim.dashboard.viewer import viewer
from sim.ground.problems import Problems

dash.register_page(__name__, path="/run", name="run")

PARTS = {"timeline": show_timeline, "cascades": show_cascades, "network": show_network, "minds": show_minds,
         "segments": show_segments, "feed": show_feed, "log": show_log}  # fmt: skip
NEEDS = {"cascades": "trees", "network": "communities", "minds": "beliefs", "feed": "feeds"}  # newer tables


def layout(part: str = "timeline", **asked: str) -> Any:
    """The page; only the part that is asked for is made."""
    reader, run_id = viewer(), asked.pop("id", "")
    if not run_id:
        ask = dcc.Link(reader.t("run-choose-in-studies"), href=reader.link("/studies"))
        return html.Div([page_head(reader.t("run-none")), empty(reader.t("run-none-says"), ask)])
    try:
        run = desk().runs.run(run_id)
    except Problems as problems:
        return html.Div([page_head(reader.t("run-none")), troubles(problems, reader)])
    part = part if part in PARTS else "timeline"
    shown = Shown(run, reader, {**asked, "part": part})
    body = html.Section([html.H2(reader.t(f"run-part-{part}"), className="visually-hidden"), *_part(shown, part)],
                        key=f"{run_id} {part}", className="run-part")  # fmt: skip
    return html.Div([head(shown), parts_of(shown, tuple(PARTS), part), body], className="run")


def _part(shown: Shown, part: str) -> list[Any]:
    """A part; where the run is older than what it needs, how to have it made anew."""
    if part in NEEDS and not shown.has(NEEDS[part]):
        return [older(shown)]
    try:
        return PARTS[part](shown)
    except Problems as problems:
        return [troubles(problems, shown.reader)]


clientside_callback(ClientsideFunction("run", "go"), Output("_pages_location", "search"),
                    Input("run-measure", "value"), prevent_initial_call=True)  # fmt: skip

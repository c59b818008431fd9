"""The player: a slider over the hours and a button that plays them; all frames are in the page already."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import ClientsideFunction, Input, Output, State, clientside_callback, dcc, html

from sim.dashboard.figures.run_axes import even_axis
from sim.dashboard.figures.run_frames import Moving
from sim.dashboard.parts.pictures import picture
from sim.dashboard.viewer import Viewer

NAME = "run-moving"


def player(moving: Moving, reader: Viewer) -> Any:
    """A picture that moves, with what moves it above."""
    t = reader.t
    first, last = moving.hours[0], moving.hours[-1]
    axis = even_axis(first, last, t)
    marks = [{"value": value, "label": word} for value, word in zip(axis["tickvals"], axis["ticktext"], strict=True)]
    words = {"play": t("run-play"), "pause": t("run-pause"), "locale": t.locale.replace("_", "-")}
    slider = dmc.Slider(
        id="run-hour", min=first, max=last, step=(last - first) / max(1, len(moving.hours) - 1),
        value=moving.hours[moving.at], marks=marks, label=None, thumbLabel=t("run-hour-of-slider"),
        updatemode="drag",
    )  # fmt: skip
    return html.Div(
        [
            dcc.Store(id="run-frames", data=moving.frames() | words),
            dcc.Interval(id="run-tick", interval=400, disabled=True),
            html.Div([html.Button(t("run-play"), id="run-play", type="button", className="run-play"),
                      html.Div(slider, className="run-slider")], className="run-player"),
            html.P(moving.said[moving.at], id="run-said", className="run-said"),
            picture(moving.picture, NAME, reader, plays=True),
        ]
    )  # fmt: skip


clientside_callback(
    ClientsideFunction("run", "play"),
    Output("run-tick", "disabled"), Output("run-play", "children"), Output("run-hour", "value"),
    Input("run-play", "n_clicks"), Input("run-tick", "n_intervals"),
    State("run-hour", "value"), State("run-frames", "data"), State("run-tick", "disabled"), prevent_initial_call=True,
)  # fmt: skip
clientside_callback(
    ClientsideFunction("run", "show"),
    Output(f"{NAME}-graph", "figure"), Output(f"{NAME}-rows", "children"), Output("run-said", "children"),
    Input("run-hour", "value"), State("run-frames", "data"), State(f"{NAME}-graph", "figure"),
    prevent_initial_call=True,
)  # fmt: skip

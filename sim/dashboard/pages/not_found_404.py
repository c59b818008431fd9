"""Nothing here: an address that no page has, and the way back."""

from __future__ import annotations

from typing import Any

import dash
from dash import dcc, html

from sim.dashboard.parts import page_head
from sim.dashboard.viewer import viewer

dash.register_page(__name__, path="/not-found", name="nowhere")


def layout(**_: str) -> Any:
    """The page."""
    reader = viewer()
    back = dcc.Link(reader.t("errors-back"), href=reader.link("/"))
    return html.Div([page_head(reader.t("errors-404"), reader.t("errors-404-lead")), back])

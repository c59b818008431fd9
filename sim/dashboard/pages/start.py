"""Start: which stories there are, what was compared of late, and what this is and is not."""

from __future__ import annotations

from typing import Any

import dash
from dash import html

from sim.dashboard.parts import page_head
from sim.dashboard.viewer import viewer

dash.register_page(__name__, path="/", name="start")


def layout(**_: str) -> Any:
    """The page."""
    t = viewer().t
    return html.Div([page_head(t("start-title"), t("start-lead"))])

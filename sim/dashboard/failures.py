"""Failures: what a person is told when a page or a button fails, in words; how it came about is for the terminal."""

from __future__ import annotations

import secrets
from typing import Any

import dash
import dash_mantine_components as dmc
import flask

from sim.dashboard.parts import page_head, troubles
from sim.dashboard.viewer import viewer
from sim.ground.problems import Problems

PAGE = "_pages_content"  # where Dash puts a page


def failed(error: Exception) -> Any:
    """What to show instead: in the page's own place if there is no page, else above it."""
    reader = viewer()
    card = troubles(error, reader) if isinstance(error, Problems) else _defect(error)
    if _is_a_page():
        return html_page(card), {"title": reader.t("errors-title")}
    dash.set_props("trouble", {"children": card})
    return None  # all else stays as it is


def html_page(card: Any) -> Any:
    """A page that consists of its trouble."""
    return dash.html.Div([page_head(viewer().t("errors-title")), card])


def _defect(error: Exception) -> Any:
    number = secrets.token_hex(4)
    flask.current_app.logger.error("defect %s", number, exc_info=error)
    t = viewer().t
    says = f"{t('errors-500')} {t('errors-number', number=number)}"
    return dmc.Alert(says, title=t("errors-title"), color="red")


def _is_a_page() -> bool:
    outputs = dash.ctx.outputs_list
    return isinstance(outputs, list) and bool(outputs) and outputs[0].get("id") == PAGE

"""Evidence: what stands behind the numbers: parameters, validation, the model's description, terms, DISARM."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import dash
from dash import dcc, html

from sim.dashboard.parts import page_head
from sim.dashboard.parts.evidence import disarm_part, glossary_part, model_part, parameters_part, validation_part
from sim.dashboard.viewer import Viewer, viewer

dash.register_page(__name__, path="/evidence", name="evidence")

PARTS: dict[str, Callable[..., Any]] = {
    "parameters": parameters_part,
    "validation": validation_part,
    "model": model_part,
    "glossary": glossary_part,
    "disarm": disarm_part,
}


def layout(part: str = "parameters", **query: str) -> Any:
    """The page; `part` is which evidence it shows, and the rest of the address is that part's."""
    reader = viewer()
    shown = part if part in PARTS else "parameters"
    head = page_head(reader.t("evidence-title"), reader.t("evidence-lead"))
    section = html.Section(PARTS[shown](reader, **query), className="evidence-part",
                           **{"aria-label": reader.t(f"evidence-{shown}")})  # fmt: skip
    return html.Div([head, _tabs(shown, reader), section])


def _tabs(shown: str, reader: Viewer) -> Any:
    tabs = [html.Li(_tab(part, part == shown, reader)) for part in PARTS]
    return html.Nav(html.Ul(tabs), className="tabs", **{"aria-label": reader.t("evidence-parts")})


def _tab(part: str, on: bool, reader: Viewer) -> Any:
    words = reader.t(f"evidence-{part}")
    if on:
        return html.Span(words, className="tab tab-on", **{"aria-current": "page"})
    return dcc.Link(words, href=reader.link("/evidence", part=part), className="tab")

"""A picture on a page: the finding as its title, what it shows in words, the same as a table, and ways to save it."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from sim.dashboard.figures import Picture
from sim.dashboard.parts.locales import plotly_locale
from sim.dashboard.viewer import Viewer

SAVED = ("svg", "png", "csv")


def picture(shown: Picture, name: str, reader: Viewer) -> Any:
    """A card with the picture; `name` is that of the files into which it is saved, and unique on its page."""
    t = reader.t
    config = {"displayModeBar": False, "responsive": True, "scrollZoom": False} | plotly_locale(reader.lang)
    buttons = [html.Button(t(f"shell-save-{kind}"), type="button", className="save",
                           **{"data-save": kind, "aria-label": t(f"shell-save-{kind}-of", name=shown.title)})
               for kind in SAVED]  # fmt: skip
    return dmc.Paper(
        withBorder=True, p="md", className="picture", **{"data-picture": name},
        children=[
            html.H3(shown.title),
            html.P(shown.summary, id=f"{name}-summary"),
            html.Div(dcc.Graph(figure=shown.figure, config=config, id=f"{name}-graph"), role="img",
                     **{"aria-label": f"{shown.title}. {shown.summary}"}),
            html.Details([html.Summary(t("shell-as-table")), table(shown, reader)]),
            html.Div(buttons, className="picture-actions"),
        ],
    )  # fmt: skip


def table(shown: Picture, reader: Viewer) -> Any:
    """The numbers of a picture; each cell carries the stored value beside the one that is written for people."""
    head = html.Tr([html.Th(name, scope="col") for name in shown.columns])
    rows = [html.Tr([_cell(value, reader) for value in row]) for row in shown.rows]
    box = {"tabIndex": "0", "role": "region", "aria-label": reader.t("shell-table-of", name=shown.title)}
    return html.Div(html.Table([html.Thead(head), html.Tbody(rows)]), className="scrolls", **box)


def _cell(value: Any, reader: Viewer) -> Any:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return html.Td(str(value))
    digits = 0 if isinstance(value, int) else 4
    text = reader.t.number(value, digits) if value == value else "–"
    return html.Td(text, className="figure", **{"data-value": repr(float(value)) if digits else str(value)})

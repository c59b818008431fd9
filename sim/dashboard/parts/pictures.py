"""A picture on a page: the finding as its title, what it shows in words, the same as a table, and ways to save it."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from sim.dashboard.figures import Picture
from sim.dashboard.parts.locales import plotly_locale
from sim.dashboard.viewer import Viewer

SAVED = ("svg", "png", "csv")
DIGITS = 4  # of a number in a table, at most; the stored value has them all


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
            html.Details([html.Summary(t("shell-as-table")), table(shown, reader, f"{name}-rows")]),
            html.Div(buttons, className="picture-actions"),
        ],
    )  # fmt: skip


def table(shown: Picture, reader: Viewer, rows_id: str = "") -> Any:
    """The numbers of a picture; each cell carries the stored value beside the one that is written for people."""
    head = html.Tr([html.Th(name, scope="col") for name in shown.columns])
    digits = [_digits(column) for column in zip(*shown.rows, strict=True)]
    rows = [html.Tr([_cell(value, places, reader) for value, places in zip(row, digits, strict=True)])
            for row in shown.rows]  # fmt: skip
    box = {"tabIndex": "0", "role": "region", "aria-label": reader.t("shell-table-of", name=shown.title)}
    body = html.Tbody(rows, **({"id": rows_id} if rows_id else {}))
    return html.Div(html.Table([html.Thead(head), body]), className="scrolls", **box)


def _digits(column: tuple[Any, ...]) -> int:
    """How many digits the numbers of a column need, four at most."""
    known = [value for value in column if isinstance(value, float) and value == value]
    return next((n for n in range(DIGITS) if all(round(value, n) == round(value, DIGITS) for value in known)), DIGITS)


def _cell(value: Any, digits: int, reader: Viewer) -> Any:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return html.Td(str(value))
    whole = isinstance(value, int)
    text = reader.t.number(value, 0 if whole else digits) if value == value else "–"
    return html.Td(text, className="figure", **{"data-value": str(value) if whole else repr(float(value))})

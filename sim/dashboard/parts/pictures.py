"""A picture on a page: the finding as its title, what it shows in words, the same as a table, and ways to save it."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from dash import dcc, html

from sim.dashboard.figures import Picture
from sim.dashboard.parts.locales import plotly_locale
from sim.dashboard.parts.markup import markup
from sim.dashboard.viewer import Viewer

SAVED = ("svg", "png", "csv")
DIGITS = 4  # of a number in a table, at most; the stored value has them all


def picture(shown: Picture, name: str, reader: Viewer, *, long: bool = False, plays: bool = False) -> Any:
    """A card with the picture; `name` is that of the files into which it is saved, and unique on its page.

    A `long` table is sent as plain text and made when somebody opens it: thousands of cells would delay the page.
    The rows of one that `plays` are changed by a callback, as `name-rows`.
    """
    t = reader.t
    config = {"displayModeBar": False, "responsive": True, "scrollZoom": False} | plotly_locale(reader.lang)
    buttons = [html.Button(t(f"shell-save-{kind}"), type="button", className="save",
                           **{"data-save": kind, "aria-label": t(f"shell-save-{kind}-of", name=shown.title)})
               for kind in SAVED]  # fmt: skip
    return html.Div(
        className="paper picture", **{"data-picture": name},
        children=[
            markup(html.H3(shown.title)),
            markup(html.P(shown.summary, id=f"{name}-summary")),
            html.Div(dcc.Graph(figure=shown.figure, config=config, id=f"{name}-graph"), role="img",
                     **{"aria-label": f"{shown.title}. {shown.summary}"}),
            _folded(shown, name, reader) if plays
            else markup(_folded_long(shown, reader) if long else _folded(shown, name, reader)),
            markup(html.Div(buttons, className="picture-actions")),
        ],
    )  # fmt: skip


def table(shown: Picture, reader: Viewer, rows_id: str = "") -> Any:
    """The numbers of a picture; each cell carries the stored value beside the one that is written for people."""
    head = html.Tr([html.Th(name, scope="col") for name in shown.columns])
    rows = [html.Tr([_cell(*cell) for cell in row]) for row in _written(shown, reader)]
    body = html.Tbody(rows, **({"id": rows_id} if rows_id else {}))
    return html.Div(html.Table([html.Thead(head), body]), **_box(shown, reader))


def _folded(shown: Picture, name: str, reader: Viewer) -> Any:
    return html.Details([html.Summary(reader.t("shell-as-table")), table(shown, reader, f"{name}-rows")])


def _folded_long(shown: Picture, reader: Viewer) -> Any:
    """The same for `shell.js` to build when it is opened; another picture is another part of the page."""
    told = json.dumps({"columns": shown.columns, "rows": _written(shown, reader)}, ensure_ascii=False)
    key = hashlib.blake2b(told.encode(), digest_size=8).hexdigest()
    box = html.Div(**_box(shown, reader), **{"data-table": told})
    return html.Details([html.Summary(reader.t("shell-as-table")), box], key=key)


def _box(shown: Picture, reader: Viewer) -> dict[str, str]:
    label = reader.t("shell-table-of", name=shown.title)
    return {"className": "scrolls", "tabIndex": "0", "role": "region", "aria-label": label}


def _written(shown: Picture, reader: Viewer) -> list[list[tuple[str, str]]]:
    """Each cell as it is written for people, and its stored value if it is a number."""
    digits = [_digits(column) for column in zip(*shown.rows, strict=True)]
    return [[_told(value, places, reader) for value, places in zip(row, digits, strict=True)] for row in shown.rows]


def _digits(column: tuple[Any, ...]) -> int:
    """How many digits the numbers of a column need, four at most."""
    known = [value for value in column if isinstance(value, float) and value == value]
    return next((n for n in range(DIGITS) if all(round(value, n) == round(value, DIGITS) for value in known)), DIGITS)


def _told(value: Any, digits: int, reader: Viewer) -> tuple[str, str]:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value), ""
    whole = isinstance(value, int)
    text = reader.t.number(value, 0 if whole else digits) if value == value else "–"
    return text, str(value) if whole else repr(float(value))


def _cell(text: str, value: str) -> Any:
    return html.Td(text, className="figure", **{"data-value": value}) if value else html.Td(text)

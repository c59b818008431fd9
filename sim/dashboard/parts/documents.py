"""Documents on a page: headings with anchors, tables that scroll by themselves, and words that can run nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from dash import dcc, html

from sim.dashboard.documents import Block, linked, plain, values
from sim.dashboard.viewer import Viewer

HEADINGS = {2: html.H2, 3: html.H3, 4: html.H4, 5: html.H5, 6: html.H6}
To = Callable[[str], str | None]  # where a link leads, or None


def document(blocks: Sequence[Block], reader: Viewer, to: To) -> Any:
    """The blocks of an English text; a reader of another language is told that there is no other."""
    told = [html.P(reader.t("evidence-english-only"), className="hint")] if reader.lang != "en" else []
    shown = [_block(block, before(blocks, i), reader, to) for i, block in enumerate(blocks)]
    return html.Div([*told, html.Div(shown, lang="en", className="document")])


def before(blocks: Sequence[Block], place: int) -> str:
    """The nearest heading above a place, which is what a table there is about."""
    return next((block.text for block in reversed(blocks[:place]) if block.kind == "heading"), "")


def _block(block: Block, about: str, reader: Viewer, to: To) -> Any:
    if block.kind == "heading":
        return HEADINGS[min(6, max(2, block.level))](block.text, id=block.anchor, tabIndex="-1")
    words = dcc.Markdown(linked(block.text, to), className=block.kind)
    return _scrolls(words, plain(about), reader) if block.kind == "table" else words


def table_of_values(file: Path, reader: Viewer) -> Any:
    """A file of values, folded away; a long one is cut, and says so."""
    t = reader.t
    heads, rows, all_rows = values(file)
    head = [html.Thead(html.Tr([html.Th(name, scope="col") for name in heads]))] if heads else []
    body = html.Tbody([html.Tr([html.Td(cell) for cell in row]) for row in rows])
    cut = [html.P(t("evidence-cut", shown=t.number(len(rows)), all=t.number(all_rows)), className="hint")]
    told = t("evidence-values", name=file.name, n=all_rows, rows=t.number(all_rows))
    box = _scrolls(html.Table([*head, body]), file.name, reader)
    return html.Details([html.Summary(told), *(cut if len(rows) < all_rows else []), box], className="values")


def _scrolls(shown: Any, about: str, reader: Viewer) -> Any:
    region = {"role": "region", "aria-label": reader.t("table-of", name=about), "tabIndex": "0"}
    return html.Div(shown, className="scrolls", **region)

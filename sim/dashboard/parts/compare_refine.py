"""Refine: from an answer back to its question, to ask it of more futures and rules, or otherwise."""

from __future__ import annotations

from typing import Any

from dash import dcc, html

from sim.dashboard.asked import QUICK
from sim.dashboard.desk import desk
from sim.dashboard.viewer import Viewer
from sim.dashboard.wish import wish_of


def refine(asked: str, reader: Viewer) -> Any:
    """The ways back; a question that was put together elsewhere has none."""
    t, question = reader.t, desk().asked.load(asked)
    if wish_of(question) is None:
        return html.P(className="refine")
    other = dcc.Link(t("ask-otherwise"), href=reader.link("/ask", q=asked))
    if question.seeds > QUICK and len(question.beliefs) > 1:
        return html.P(other, className="refine")
    more = dcc.Link(t("ask-refine"), href=reader.link("/ask", q=asked, refine=1), className="button-link")
    return html.P([t("ask-quick-answer", n=question.seeds), " ", more, " ", other], className="refine")

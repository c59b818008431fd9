"""When there is nothing to compare: no question, runs still missing, or one answer only; and what to do then."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dash import dcc, html

from sim.dashboard.asked import Asked, Question
from sim.dashboard.parts.states import empty, page_head, troubles
from sim.dashboard.viewer import Viewer
from sim.ground.problems import Problems


def nothing(reader: Viewer, results: Path) -> Any:
    """The page without a question: how to get one, and those asked of late."""
    t = reader.t
    recent = [html.Li(dcc.Link(_called(question), href=reader.link("/compare", q=question.id)))
              for question in Asked(results).recent()]  # fmt: skip
    asked = [html.H2(t("compare-recent")), html.Ul(recent, className="links")] if recent else []
    return html.Div([page_head(t("compare-title"), t("compare-lead")), empty(t("compare-empty"), _ways(reader)), *asked])


def without_comparison(reader: Viewer, results: Path, asked: str, problems: Problems) -> Any:
    """A question that cannot be shown: what is missing or wrong, and what to do."""
    t = reader.t
    body: list[Any] = [troubles(problems, reader), _ways(reader)]
    return html.Div([page_head(t("compare-title"), t("compare-lead")), *body])


def _ways(reader: Viewer) -> Any:
    t = reader.t
    return html.P([dcc.Link(t("compare-empty-ask"), href=reader.link("/ask")), " · ",
                   dcc.Link(t("compare-empty-studies"), href=reader.link("/studies"))])  # fmt: skip


def _called(question: Question) -> str:
    return ", ".join((*question.words, *question.arms)) or ", ".join(question.runs[:4])

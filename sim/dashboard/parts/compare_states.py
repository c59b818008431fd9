"""When there is nothing to compare: no question, runs still missing, or one answer only; and what to do then."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dash import dcc, html

from sim.dashboard.asked import Question
from sim.dashboard.desk import desk
from sim.dashboard.parts.compare_controls import Chosen
from sim.dashboard.parts.compare_panels import waiting as later_curve
from sim.dashboard.parts.compare_view import View
from sim.dashboard.parts.states import empty, page_head, troubles
from sim.dashboard.viewer import Viewer
from sim.ground.problems import Problems

DELAYS = (1, 6, 24, 72)  # hours
LONGEST = 60  # letters of an answer's name that may still be put off


def nothing(reader: Viewer) -> Any:
    """The page without a question: how to get one, and those asked of late."""
    t = reader.t
    recent = [html.Li(dcc.Link(called(question), href=reader.link("/compare", q=question.id)))
              for question in desk().asked.recent()]  # fmt: skip
    asked = [html.H2(t("compare-recent")), html.Ul(recent, className="links")] if recent else []
    return _page(reader, empty(t("compare-empty"), _ways(reader)), *asked)


def without_comparison(reader: Viewer, asked: str, problems: Problems) -> Any:
    """A question that cannot be shown: what is missing or wrong, and what to do."""
    t = reader.t
    try:
        question = desk().asked.load(asked)
        missing = len(desk().runs.stored(question).missing)
    except Problems:
        return _page(reader, troubles(problems, reader), _ways(reader))
    if missing:
        return _page(reader, still_missing(asked, reader))
    if len(question.arms) == 1 and not question.runs:
        return _page(reader, empty(t("compare-one-arm"), _ways(reader)))
    usual = html.P(dcc.Link(t("compare-usual"), href=reader.link("/compare", q=asked)))
    return _page(reader, troubles(problems, reader), usual, _ways(reader))


def still_missing(asked: str, reader: Viewer) -> Any:
    """How much of a question is stored, and a button that has the rest run; nothing when all is there."""
    t, stored = reader.t, desk().runs.stored(desk().asked.load(asked))
    if not stored.missing:
        return None
    told = t("compare-missing", stored=len(stored.wanted) - len(stored.missing), wanted=len(stored.wanted))
    button = html.Button(t("compare-missing-start"), id="compare-start", type="button", className="action")
    said = html.P(id="compare-started", role="status")
    return empty(told, html.P(button), said, dcc.Store(id="compare-missing", data=asked))


def waiting(view: View, asked: Chosen, reader: Viewer) -> list[Any]:
    """What an answer is worth when it comes later; or a button that asks for it."""
    shown, t = later_curve(view, reader), reader.t
    if shown is not None:
        return [shown]
    question = desk().asked.load(asked.q)
    if question.runs or "@" in asked.arm or len(asked.arm) > LONGEST:
        return [html.P(t("compare-delay-empty"), className="note")]
    button = html.Button(t("compare-delay-ask"), id="compare-ask-later", type="button", className="action")
    return [empty(t("compare-delay-empty"), html.P(button), html.P(id="compare-asked-later", role="status"))]


def later(question: Question, baseline: str, arm: str) -> Question:
    """The question what an answer is worth after so many hours more."""
    return replace(question, arms=(baseline, arm, *(f"{shifted(arm, hours)}" for hours in DELAYS)), created="")


def shifted(arm: str, hours: int) -> str:
    """All of an answer so many hours later: each of its plans is."""
    return "+".join(f"{plan}@{hours}" for plan in arm.split("+"))


def started(question: Question, reader: Viewer) -> Any:
    """Have a question run, and say where its answer will be."""
    t = reader.t
    try:
        desk().jobs.start(question.overrides(), question.id)
    except Problems as problems:
        return troubles(problems, reader)
    there = reader.link("/compare", q=question.id)
    return [t("compare-missing-started"), " ", dcc.Link(t("compare-missing-there"), href=there, refresh=True)]


def called(question: Question) -> str:
    """A question as somebody typed it."""
    return ", ".join((*question.words, *question.arms)) or ", ".join(question.runs[:4])


def _page(reader: Viewer, *body: Any) -> Any:
    return html.Div([page_head(reader.t("compare-title"), reader.t("compare-lead")), *body], className="compare")


def _ways(reader: Viewer) -> Any:
    t = reader.t
    return html.P([dcc.Link(t("compare-empty-ask"), href=reader.link("/ask")), " · ",
                   dcc.Link(t("compare-empty-studies"), href=reader.link("/studies"))])  # fmt: skip

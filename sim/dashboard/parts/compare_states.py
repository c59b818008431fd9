"""When there is nothing to compare: no question, runs still missing, or one answer only; and what to do then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dash import dcc, html

from sim.dashboard.asked import Question
from sim.dashboard.desk import desk
from sim.dashboard.parts.compare_controls import Chosen
from sim.dashboard.parts.compare_panels import waiting as later_curve
from sim.dashboard.parts.compare_view import View
from sim.dashboard.parts.jobs import job_card
from sim.dashboard.parts.missing import job_on
from sim.dashboard.parts.states import empty, page_head, troubles
from sim.dashboard.parts.stories import asked_lately
from sim.dashboard.viewer import Viewer
from sim.ground.problems import Problems

DELAYS = (1, 6, 24, 72)  # hours
PAGE = "compare"
LONGEST = 60  # letters of an answer's name that may still be put off


def nothing(reader: Viewer) -> Any:
    """The page without a question: how to get one, and those asked of late."""
    t = reader.t
    body = [empty(t("compare-empty"), _ways(reader)), *asked_lately(reader, "/compare")]
    return html.Div([plain_head(reader), *body], className="compare")


def without_comparison(reader: Viewer, asked: str, problems: Problems) -> list[Any]:
    """What to say below the head of a question that cannot be shown: what is wrong, and what to do."""
    t = reader.t
    try:
        question = desk().asked.load(asked)
        missing = not desk().runs.stored(question).complete
    except Problems:
        return [troubles(problems, reader), _ways(reader)]
    if missing:
        return []  # what is missing stands there already
    if len(question.arms) == 1 and not question.runs:
        return [empty(t("compare-one-arm"), _ways(reader))]
    usual = html.P(dcc.Link(t("compare-usual"), href=reader.link("/compare", q=asked)))
    return [troubles(problems, reader), usual, _ways(reader)]


def plain_head(reader: Viewer) -> Any:
    """The head of the page where there is no story to name."""
    return page_head(reader.t("compare-title"), reader.t("compare-lead"))


def waiting(view: View, asked: Chosen, reader: Viewer) -> list[Any]:
    """What an answer is worth when it comes later; or a button that asks for it, or how far that is."""
    shown, t = later_curve(view, reader), reader.t
    if shown is not None:
        return [shown]
    question = desk().asked.load(asked.q)
    hours = delays(view, asked.arm)
    if question.runs or "@" in asked.arm or len(asked.arm) > LONGEST or not hours:
        return [html.P(t("compare-delay-empty"), className="note")]
    told = t("compare-delay-ask", delays=", ".join(map(t.hours, hours)))
    button = html.Button(told, id="compare-ask-later", type="button", className="action")
    return _asked_later(view, later(question, asked.baseline, asked.arm, hours), reader) or [
        empty(t("compare-delay-empty"), html.P(button))
    ]


def delays(view: View, arm: str) -> tuple[int, ...]:
    """By how many hours an answer can come later, so that all of it still begins before the end."""
    end = 24 * float(view.found.paired.of(arm)[0].settings["time"]["days"])
    last = max((entry.at for entry in view.entries(arm) if entry.at is not None), default=end)
    return tuple(hours for hours in DELAYS if last + hours < end)


def _asked_later(view: View, question: Question, reader: Viewer) -> list[Any]:
    """What is there of a question that somebody asked from here before, and how far the rest is."""
    if not desk().asked.knows(question):
        return []
    try:
        stored = desk().runs.stored(question)
    except Problems as problems:
        return [troubles(problems, reader)]
    job = None if stored.complete else job_on(question)
    under_way = [job_card(job.id, PAGE, reader.t("compare-delay-job"), reader)] if job else []
    return [*under_way, *(_curve_of(view, question, reader) if stored.ids else [])]


def _curve_of(view: View, question: Question, reader: Viewer) -> list[Any]:
    """What waiting costs by the answers to another question, and the way to all else that they show."""
    found = desk().runs.comparison(question, measure=view.found.measure, baseline=view.found.baseline)
    whole = html.P(dcc.Link(reader.t("compare-delay-whole"), href=reader.link("/compare", q=question.id)))
    return [later_curve(replace(view, found=found), reader), whole]


def later(question: Question, baseline: str, arm: str, delays: Sequence[int]) -> Question:
    """The question what an answer is worth after so many hours more."""
    return replace(question, arms=(baseline, arm, *(shifted(arm, hours) for hours in delays)), created="")


def shifted(arm: str, hours: int) -> str:
    """All of an answer so many hours later: each of its plans is."""
    return "+".join(f"{plan}@{hours}" for plan in arm.split("+"))


def _ways(reader: Viewer) -> Any:
    t = reader.t
    return html.P([dcc.Link(t("compare-empty-ask"), href=reader.link("/ask")), " · ",
                   dcc.Link(t("compare-empty-studies"), href=reader.link("/studies"))])  # fmt: skip

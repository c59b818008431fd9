"""What is missing of a question: how much, a button that has it run, and how far that is; the page shows the rest."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

from dash import ALL, MATCH, Input, Output, State, callback, clientside_callback, dcc, html, no_update

from sim.dashboard.asked import Question
from sim.dashboard.desk import desk
from sim.dashboard.parts.jobs import AGAIN, job_card, part_of
from sim.dashboard.parts.states import empty, troubles
from sim.dashboard.runs import Stored
from sim.dashboard.told import Job
from sim.dashboard.viewer import Viewer, viewer
from sim.ground.problems import Problems

PAGES = ("compare", "why")  # which show what is there of a question, and the rest when it comes


def missing(asked: str, page: str, reader: Viewer) -> list[Any]:
    """How much of a question is stored, with a button or with the job under way; nothing where all is there."""
    return [html.Div(_lacking(asked, page, reader), id={"type": "missing", "page": page}, className="missing"),
            dcc.Store(id={"type": "missing-of", "page": page}, data=asked), dcc.Store(id=f"{page}-again")]  # fmt: skip


def lacks(asked: str) -> bool:
    """Whether runs of a question are missing that can be made."""
    return _unfinished(asked) is not None


def _unfinished(asked: str) -> tuple[Question, Stored] | None:
    """A question and what is there of it; None where all is, or where it cannot be asked any more."""
    try:
        question = desk().asked.load(asked)
        stored = desk().runs.stored(question)
    except Problems:
        return None
    return None if stored.complete else (question, stored)


def job_on(question: Question) -> Job | None:
    """The job that works at a question, or that came to nothing; None when nobody started any, or it is done."""
    words = tuple(question.overrides())
    last = next((job for job in desk().jobs.all() if job.words == words), None)
    return last if last and (last.active or last.state in AGAIN or last.state == "problems") else None


def started(question: Question, page: str, title: str, reader: Viewer) -> Any:
    """Have a question run, and show how far it is."""
    try:
        return job_card(desk().jobs.start(question.overrides(), question.id), page, title, reader)
    except Problems as problems:
        return troubles(problems, reader)


def asked_again(told: dict[str, Any]) -> tuple[str, dict[str, str]]:
    """The question and whatever else stands in the address of a page that is to show more."""
    query = dict(parse_qsl(told["address"].removeprefix("?")))
    return query.pop("q", ""), query


def _lacking(asked: str, page: str, reader: Viewer) -> Any:
    if (found := _unfinished(asked)) is None:
        return None
    t, (question, stored) = reader.t, found
    if job := job_on(question):
        return job_card(job.id, page, t("jobs-missing"), reader)
    told = t("jobs-stored", stored=len(stored.wanted) - len(stored.missing), wanted=len(stored.wanted))
    button = html.Button(t("jobs-start"), id={"type": "missing-start", "page": page}, type="button", className="action")
    return empty(told, html.P(button))


@callback(
    Output({"type": "missing", "page": MATCH}, "children"), Input({"type": "missing-start", "page": MATCH}, "n_clicks"),
    State({"type": "missing-of", "page": MATCH}, "data"), State({"type": "missing-of", "page": MATCH}, "id"),
    prevent_initial_call=True,
)  # fmt: skip
def run_missing(pressed: int, asked: str, here: dict[str, str]) -> Any:
    """Have the runs made that are still missing, and show how far they are in the same place."""
    reader = viewer()
    if not pressed:
        return no_update
    return started(desk().asked.load(asked), here["page"], reader.t("jobs-missing"), reader)


for _page in PAGES:
    # the address is asked for in the browser: it holds what was chosen on the page since
    clientside_callback("function(){ const told = window.dash_clientside.callback_context.triggered;"
                        " return told.some((one) => one.value) ? {address: window.location.search, at: Date.now()}"
                        " : window.dash_clientside.no_update; }",
                        Output(f"{_page}-again", "data"), Input(part_of("ended", ALL, _page), "data"),
                        prevent_initial_call=True)  # fmt: skip

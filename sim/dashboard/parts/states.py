"""States of a page: its head, an empty one that says what to do, and problems in words."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import html

from sim.dashboard.told import Job
from sim.dashboard.viewer import Viewer
from sim.ground.problems import Problems
from sim.i18n import retold


def page_head(title: str, lead: str = "") -> Any:
    """The one title of a page, and a sentence that says what the page is for."""
    return html.Div([html.H1(title), *([html.P(lead, className="lead")] if lead else [])], className="page-head")


def empty(says: str, *what_to_do: Any) -> Any:
    """A page or part that has nothing to show yet, with what one can do about it."""
    return dmc.Paper([html.P(says), *what_to_do], withBorder=True, p="xl", className="empty")


def troubles(problems: Problems, reader: Viewer) -> Any:
    """Everything that is wrong, each in words: where, what was found, what is known, what to try."""
    told = [html.Li(in_words(problem, reader)) for problem in problems.problems]
    return dmc.Alert([html.Ul(told)], title=reader.t("shell-problems", n=len(told)), color="red")


def in_words(said: object, reader: Viewer) -> Any:
    """What the engine or an importer said, in the reader's language, or else marked as English."""
    return retold(said, reader.t) or html.Span(str(said), lang="en")


def reasons(job: Job, reader: Viewer) -> list[Any]:
    """Why a job came to nothing, or some of its runs did, each with the name of the run."""
    told = [html.Li(in_words(problem, reader)) for problem in job.problems]
    for run, reason in job.failures:
        named = [reader.t("shell-reason", run=retold(run, reader.t) or run)] if run else []
        lines = [part for line in reason.splitlines() for part in (" ", in_words(line, reader))]
        told.append(html.Li([*named, *lines]))
    return told

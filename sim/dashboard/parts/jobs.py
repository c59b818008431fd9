"""A job on a page: how far it is, what went wrong, and the buttons that stop it or let it go on; told when it ends."""

from __future__ import annotations

from typing import Any

import dash
import dash_mantine_components as dmc
from dash import MATCH, Input, Output, callback, ctx, dcc, html, no_update

from sim.dashboard.desk import desk
from sim.dashboard.parts.states import reasons
from sim.dashboard.told import Job
from sim.dashboard.viewer import Viewer, viewer
from sim.i18n import Words

EVERY = 1000  # ms between two looks at a job
AGAIN = ("stopped", "failed", "cut off")  # ends after which one may go on
HIDDEN = {"display": "none"}


def part_of(what: str, job: Any = MATCH, page: Any = MATCH) -> dict[str, Any]:
    """What a part of a job's card is called; a page listens for the `ended` of its own cards."""
    return {"type": f"job-{what}", "job": job, "page": page}


def job_card(name: str, page: str, title: str, reader: Viewer, *links: Any) -> Any:
    """A job that is looked at until it ends; it goes on when nobody looks."""
    job, t = desk().jobs.job(name), reader.t
    cancel, go_on = buttons(job)
    return html.Section([
        dcc.Interval(id=part_of("clock", name, page), interval=EVERY, disabled=not job.active),
        dcc.Store(id=part_of("ended", name, page)),
        html.H2(title),
        html.Div(state(job, reader), id=part_of("state", name, page)),
        dmc.Group([dmc.Button(t("jobs-cancel"), id=part_of("cancel", name, page), variant="default", style=cancel),
                   dmc.Button(t("jobs-go-on"), id=part_of("go-on", name, page), style=go_on), *links]),
    ], className="job", **{"aria-label": title})  # fmt: skip


def state(job: Job, reader: Viewer) -> list[Any]:
    """How it stands, in words and as a bar, and why it failed if it did."""
    shown: list[Any] = [html.P(said(job, reader.t))]
    if job.active:
        shown.append(progress(job.share, reader))
    if why := reasons(job, reader):
        shown.append(html.Ul(why, className="reasons"))
    elif job.state in ("failed", "cut off") and job.out:
        shown.append(html.Pre(job.out, className="scrolls reasons", tabIndex="0", lang="en"))
    return shown


def progress(share: float, reader: Viewer) -> Any:
    """How far runs under way are, as a bar."""
    return dmc.Progress(value=100 * share, animated=True, **{"aria-label": reader.t("jobs-progress")})


def said(job: Job, t: Words) -> str:
    """How a job stands in one sentence."""
    if job.state == "running" and job.runs and job.left is not None:
        return t("jobs-running", done=job.finished, runs=job.runs, left=duration(job.left, t))
    if job.state == "running" and job.runs and job.finished == job.runs:
        return t("jobs-writing")
    states = {"running": "starting", "stopping": "stopped", "cut off": "cut"}
    return t(f"jobs-{states.get(job.state, job.state)}")


def duration(seconds: float, t: Words) -> str:
    """A time of waiting in words."""
    return t("jobs-seconds", n=max(1, round(seconds))) if seconds < 90 else t("jobs-minutes", n=round(seconds / 60))


def buttons(job: Job) -> tuple[dict[str, str], dict[str, str]]:
    """Which of the two are shown: cancel, go on. Both stay in their place, so that nobody loses the focus."""
    return ({} if job.active else HIDDEN), ({} if job.state in AGAIN else HIDDEN)


def announce(text: str) -> None:
    """Tell it to those who do not see the page change."""
    dash.set_props("announcer", {"children": text})


@callback(
    Output(part_of("state"), "children"), Output(part_of("clock"), "disabled"), Output(part_of("cancel"), "style"),
    Output(part_of("go-on"), "style"), Output(part_of("ended"), "data"), Input(part_of("clock"), "n_intervals"),
    Input(part_of("cancel"), "n_clicks"), Input(part_of("go-on"), "n_clicks"), prevent_initial_call=True,
)  # fmt: skip
def follow(_: int, cancel: int, go_on: int) -> Any:
    """Look at the job again, after doing what a button asks; the page is told when it ends."""
    reader, jobs, asked = viewer(), desk().jobs, ctx.triggered_id
    name = asked["job"]
    if asked["type"] == "job-cancel" and cancel:
        jobs.cancel(name)
    if asked["type"] == "job-go-on" and go_on:
        jobs.go_on(name)
    job = jobs.job(name)
    ended = no_update
    if not job.active:
        announce(said(job, reader.t))
        ended = {"state": job.state, "question": job.question, "queued": str(job.queued)}
    return state(job, reader), not job.active, *buttons(job), ended

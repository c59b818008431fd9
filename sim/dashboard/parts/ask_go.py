"""The end of the Ask page: how long it would take, the two buttons, the command; and a job that is under way."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import Input, Output, State, callback, ctx, dcc, html, no_update

from sim.dashboard import asking
from sim.dashboard.asked import QUICK
from sim.dashboard.desk import desk
from sim.dashboard.estimate import THUMB
from sim.dashboard.parts.states import reasons
from sim.dashboard.told import Job
from sim.dashboard.viewer import Viewer, viewer
from sim.dashboard.wish import Wish
from sim.i18n import Words

GO = Output("_pages_location", "href", allow_duplicate=True)
EVERY = 1000  # ms between two looks at a job
AGAIN = ("stopped", "failed", "cut off")  # ends after which one may go on


def go(wish: Wish, reader: Viewer) -> Any:
    """What asking would take, and the buttons that do it."""
    t = reader.t
    return html.Section([
        html.H2(t("ask-go")),
        html.Div(estimate(wish, reader), id="ask-estimate", role="status"),
        dmc.Group([dmc.Button(t("ask-quick"), id="ask-quick"),
                   dmc.Button(t("ask-whole"), id="ask-whole", variant="default")]),
        html.P(t("ask-quick-help", seeds=QUICK), className="source"),
        html.Div(id="ask-problems"),
        html.P(t("ask-command"), className="control-name"),
        html.Pre(html.Code(asking.command(wish), id="ask-command"), tabIndex="0", role="region",
                 className="scrolls", **{"aria-label": t("ask-command")}),
    ], className="ask-go")  # fmt: skip


def estimate(wish: Wish, reader: Viewer) -> str:
    """How many runs it is and how long they would take; what is stored takes no time."""
    t = reader.t
    there, runs = asking.stored(wish)
    if there == runs:
        return t("ask-all-stored")
    took = asking.takes(wish)
    sure = "ask-takes-unsure" if took.basis == THUMB else "ask-takes"
    said = t(sure, runs=t("ask-runs", n=runs), time=duration(took.seconds, t))
    return f"{said} {t('ask-stored', stored=there, runs=runs)}" if there else said


def duration(seconds: float, t: Words) -> str:
    """A time of waiting in words."""
    return t("ask-seconds", n=max(1, round(seconds))) if seconds < 90 else t("ask-minutes", n=round(seconds / 60))


def job_card(name: str, reader: Viewer) -> Any:
    """A job that is looked at until it ends; it goes on when nobody looks."""
    job, t = desk().jobs.job(name), reader.t
    cancel, go_on, see = buttons(job)
    label, href = seen(job, reader)
    return html.Section([
        dcc.Store(id="job-id", data=name),
        dcc.Interval(id="job-clock", interval=EVERY, disabled=not job.active),
        html.H2(t("ask-running")),
        html.Div(job_state(job, reader), id="job-state"),
        dmc.Group([dmc.Button(t("ask-cancel"), id="job-cancel", variant="default", style=cancel),
                   dmc.Button(t("ask-go-on"), id="job-go-on", style=go_on),
                   dcc.Link(label, id="job-see", href=href, className="button-link", style=see)]),
    ], className="job", **{"aria-label": t("ask-running")})  # fmt: skip


def job_state(job: Job, reader: Viewer) -> list[Any]:
    """How it stands, in words and as a bar, and why it failed if it did."""
    shown: list[Any] = [html.P(said(job, reader.t))]
    if job.active:
        shown.append(dmc.Progress(value=100 * job.share, animated=True, **{"aria-label": reader.t("ask-progress")}))
    if why := reasons(job, reader):
        shown.append(html.Ul(why, className="reasons"))
    elif job.state in ("failed", "cut off") and job.out:
        shown.append(html.Pre(job.out, className="scrolls reasons", tabIndex="0", lang="en"))
    return shown


def said(job: Job, t: Words) -> str:
    """How a job stands in one sentence."""
    if job.state == "running" and job.runs and job.left is not None:
        return t("ask-job-running", done=job.finished, runs=job.runs, left=duration(job.left, t))
    states = {"running": "starting", "stopping": "stopped", "cut off": "cut"}
    return t(f"ask-job-{states.get(job.state, job.state)}")


def buttons(job: Job) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Which of the buttons are shown: cancel, go on, see. All stay in their place, so that nobody loses the focus."""
    shown = (job.active, job.state in AGAIN, bool(job.question) and not job.active)
    cancel, go_on, see = ({} if one else {"display": "none"} for one in shown)
    return cancel, go_on, see


def seen(job: Job, reader: Viewer) -> tuple[str, str]:
    """The link to the answer, or to the part of it that is there."""
    return reader.t("ask-see" if job.state == "done" else "ask-partly"), reader.link("/compare", q=job.question)


@callback(
    Output("job-state", "children"), Output("job-clock", "disabled"), Output("announcer", "children"),
    Output("job-cancel", "style"), Output("job-go-on", "style"), Output("job-see", "style"),
    Output("job-see", "children"), GO, Input("job-clock", "n_intervals"), Input("job-cancel", "n_clicks"),
    Input("job-go-on", "n_clicks"), State("job-id", "data"), prevent_initial_call=True,
)  # fmt: skip
def follow(_: int, cancel: int, go_on: int, name: str) -> Any:
    """Look at the job again, after doing what a button asks; an answer that is there is shown."""
    reader, jobs = viewer(), desk().jobs
    if ctx.triggered_id == "job-cancel" and cancel:
        jobs.cancel(name)
    if ctx.triggered_id == "job-go-on" and go_on:
        jobs.go_on(name)
    job = jobs.job(name)
    ended = "" if job.active else said(job, reader.t)
    label, href = seen(job, reader)
    there = href if job.state == "done" and job.question else no_update
    return job_state(job, reader), not job.active, ended, *buttons(job), label, there

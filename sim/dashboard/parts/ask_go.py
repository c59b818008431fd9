"""The end of the Ask page: how long it would take, the two buttons, the command; and a job that is under way."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Input, Output, callback, dcc, html, no_update

from sim.dashboard import asking
from sim.dashboard.asked import QUICK
from sim.dashboard.desk import desk
from sim.dashboard.estimate import THUMB
from sim.dashboard.parts import jobs
from sim.dashboard.viewer import Viewer, viewer
from sim.dashboard.wish import Wish

GO = Output("_pages_location", "href", allow_duplicate=True)
PAGE = "ask"


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
    said = t(sure, runs=t("ask-runs", n=runs), time=jobs.duration(took.seconds, t))
    return f"{said} {t('ask-stored', stored=there, runs=runs)}" if there else said


def under_way(name: str, reader: Viewer) -> Any:
    """The job that works out the answer, and the way to what is there of it."""
    job = desk().jobs.job(name)
    label, href = seen(job.state, job.question, reader)
    hidden = jobs.HIDDEN if job.active or not job.question else {}
    see = dcc.Link(label, id="ask-see", href=href, className="button-link", style=hidden)
    return jobs.job_card(name, PAGE, reader.t("jobs-title"), reader, see)


def seen(state: str, question: str, reader: Viewer) -> tuple[str, str]:
    """The link to the answer, or to the part of it that is there."""
    return reader.t("jobs-see" if state == "done" else "jobs-partly"), reader.link("/compare", q=question)


@callback(
    Output("ask-see", "children"), Output("ask-see", "style"), GO, Input(jobs.part_of("ended", ALL, PAGE), "data"),
    prevent_initial_call=True,
)  # fmt: skip
def show_answer(ended: list[dict[str, str] | None]) -> Any:
    """An answer that is there is shown; of one that is not whole, there is a link to what there is."""
    told = next((one for one in ended if one and one["question"]), None)
    if told is None:
        return (no_update,) * 3
    label, href = seen(told["state"], told["question"], viewer())
    return label, {}, href if told["state"] == "done" else no_update

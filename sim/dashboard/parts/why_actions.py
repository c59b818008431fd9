"""What each action does: its knock-outs as a figure, and a button that has the missing runs made."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from sim.dashboard.asked import Question
from sim.dashboard.figures.why_effects import Bar, effect_chart
from sim.dashboard.parts import why_asks as asks
from sim.dashboard.parts import why_words as say
from sim.dashboard.parts.compare_panels import panel
from sim.dashboard.parts.compare_view import View
from sim.dashboard.parts.jobs import announce, duration, progress
from sim.dashboard.parts.pictures import picture
from sim.dashboard.parts.states import reasons, troubles
from sim.dashboard.parts.why_asks import OURS, RED, Ask
from sim.dashboard.parts.why_data import Duel, red
from sim.dashboard.viewer import Viewer
from sim.ground.problems import Problems

EVERY = 1500  # ms between two looks at the runs under way
GREY = -1


def knocked_out(duel: Duel, question: Question, reader: Viewer) -> list[Any]:
    """Both panels: the answer without each of its actions, and the story without each of the operation's."""
    return [_panel(what, duel, question, reader) for what in (OURS, RED)]


def ask_of(what: str, duel: Duel, question: Question) -> Ask | None:
    """The knock-outs of one kind."""
    return asks.own(duel, question) if what == OURS else asks.rivals(duel, question)


def _panel(what: str, duel: Duel, question: Question, reader: Viewer) -> Any:
    t, ask = reader.t, ask_of(what, duel, question)
    arm = asks.answer_of(duel) if what == OURS else duel.a
    title = t(f"why-{what}", answer=duel.view.label(arm))
    if ask is None:
        return panel(f"why-{what}", title, html.P(_nothing(what, duel, reader), className="note"))
    jobs = ask.jobs()
    start, cancel = buttons(ask, bool(jobs))
    return panel(
        f"why-{what}", title,
        html.Div(found(ask, duel, reader), id={"type": "why-found", "what": what}),
        html.Div(state(ask, duel.view, reader), id={"type": "why-state", "what": what}, className="why-state"),
        dmc.Group([
            html.Button(t("why-start"), id={"type": "why-start", "what": what}, type="button", className="action",
                        style=start),
            html.Button(t("why-cancel"), id={"type": "why-cancel", "what": what}, type="button",
                        className="quiet-action", style=cancel),
        ]),
        dcc.Interval(id={"type": "why-clock", "what": what}, interval=EVERY, disabled=not jobs),
        dcc.Store(id={"type": "why-under-way", "what": what}, data=len(ask.missing)),
    )  # fmt: skip


def _nothing(what: str, duel: Duel, reader: Viewer) -> str:
    """Why there is nothing to leave out."""
    entries = duel.view.entries(asks.answer_of(duel))
    if what == OURS and len(entries) < 2:
        return reader.t("why-own-single" if entries else "why-own-empty", answer=duel.view.label(asks.answer_of(duel)))
    if what == RED and not any(red(duel.view, one) for one in getattr(duel.view.scenario, "timeline", ())):
        return reader.t("why-red-nobody")
    return reader.t("why-not-asked")


def buttons(ask: Ask, busy: bool) -> tuple[dict[str, str], dict[str, str]]:
    """Which of the two are shown: have the rest run, or stop it."""
    hidden = {"display": "none"}
    return ({} if ask.missing and not busy else hidden), ({} if busy else hidden)


def found(ask: Ask, duel: Duel, reader: Viewer) -> Any:
    """The figure of what is stored; nothing where nothing is."""
    if not ask.there:
        return None
    if ask.what == OURS:
        told = asks.found_out(duel, ask)
        effects = asks.effects_of_entries(told, ask) if told else []
        said = say.own_said(duel, told, ask, effects) if told else None
    else:
        effects = asks.effects_of_story(duel, ask)
        said = say.red_said(duel, effects)
    if not effects or said is None:
        return html.P(reader.t("why-not-measured", measure=duel.view.shown.label))
    view = duel.view
    bars = [Bar(say.called(view, one), one.mean, one.low, one.high) for one in effects]
    place = view.place(ask.arm) if ask.what == OURS else GREY
    return picture(effect_chart(bars, view.shown, said, place, view.manner), f"why-{ask.what}-effects", reader)


def state(ask: Ask, view: View, reader: Viewer) -> Any:
    """What is missing, how long it would take, or how far it is."""
    t, jobs, missing = reader.t, ask.jobs(), len(ask.missing)
    if jobs:
        runs, left = len(ask.runs), [job.left for job in jobs if job.left is not None]
        time = duration(sum(left) if len(left) == len(jobs) else ask.estimate().seconds, t)
        return [html.P(t("why-running", done=runs - missing, runs=runs, time=time)),
                progress(1 - missing / runs, reader)]  # fmt: skip
    failed = _failures(ask, reader)
    told = [html.P(t("why-failed"), className="note"), html.Ul(failed)] if failed else []
    if not missing:
        return told
    names = [say.entry_named(view, one.entry) for one in ask.without if not one.stored]
    time = duration(ask.estimate().seconds, t)
    return [*told, html.P(t("why-missing", n=missing, names=t("why-semicolon").join(names), time=time))]


def tell(ask: Ask, doing: str, reader: Viewer) -> None:
    """Announce what began or ended; each step on the way would be too much to listen to."""
    if ask.jobs():
        said = "jobs-starting" if doing == "why-start" else ""
    else:
        said = "jobs-stopped" if doing == "why-cancel" else "why-failed" if _failures(ask, reader) else "jobs-done"
    if said:
        announce(reader.t(said))


def _failures(ask: Ask, reader: Viewer) -> list[Any]:
    """Why the last try came to nothing, in words, with the run's id."""
    from sim.dashboard.desk import desk

    last = next((job for job in desk().jobs.all() if ask.asked_by(job)), None)
    if last is None or last.state not in ("failed", "problems", "cut off"):
        return []
    return reasons(last, reader) or [html.Li(last.out[-300:], lang="en")]


def started(ask: Ask, reader: Viewer) -> Any:
    """Have the rest run; what is wrong with it is told instead."""
    try:
        ask.start()
    except Problems as problems:
        return troubles(problems, reader)
    return None

"""The head of the Run page: which run this is, by which assumptions, where it is compared, and how to have it again."""

from __future__ import annotations

from typing import Any

from dash import dcc, html

from sim.dashboard.desk import desk
from sim.dashboard.parts.run_shown import Shown, belief_rule, command
from sim.dashboard.parts.states import page_head
from sim.ground.problems import Problems

LOOKED_AT = 12  # comparisons that are asked whether this run is in them


def head(shown: Shown) -> Any:
    """Title, facts, ways back, and the command."""
    t, run, story = shown.reader.t, shown.run, shown.names.story
    label = t.label(story.get("label") or {}) or run.scenario
    answer = t.label(run.manifest.get("response_labels") or {}) or str(run.manifest.get("response_label", run.response))
    return html.Div(
        [
            page_head(t("run-title", story=label), answer),
            html.Dl([html.Div([html.Dt(word), html.Dd(value)]) for word, value in _facts(shown)],
                    className="run-facts"),
            html.Details(
                [html.Summary(t("run-reproduce")), html.P(t("run-reproduce-says")),
                 html.Pre(html.Code(command(run)), className="run-command", tabIndex="0")]
            ),
        ],
        className="run-head",
    )  # fmt: skip


def parts_of(shown: Shown, parts: tuple[str, ...], now: str) -> Any:
    """Links to the parts of the page."""
    t = shown.reader.t
    links = [dcc.Link(t(f"run-part-{part}"), href=shown.link(part=part, page=None, hour=None),
                      className="run-tab", **({"title": t("run-shown-now")} if part == now else {}))
             for part in parts]  # fmt: skip
    marked = [
        html.Li(link, className="run-tab-on" if part == now else "") for part, link in zip(parts, links, strict=True)
    ]
    return html.Nav(html.Ul(marked), className="run-tabs", **{"aria-label": t("run-parts")})


def _facts(shown: Shown) -> list[tuple[str, Any]]:
    t, run, reader = shown.reader.t, shown.run, shown.reader
    assumed = len(run.manifest.get("assumed") or ())
    told = [
        (t("run-fact-rule"), belief_rule(run, reader)),
        (t("run-fact-seed"), str(run.seed)),
        (t("run-fact-accounts"), t.number(int(run.manifest["accounts"]))),
        (t("run-fact-length"), t.hours(shown.names.horizon)),
        (t("run-fact-assumed"), dcc.Link(t("run-inputs", n=assumed, value=t.number(assumed)),
                                         href=reader.link("/evidence", part="parameters"))),
        (t("run-fact-id"), html.Code(run.id)),
    ]  # fmt: skip
    back = _compared(shown)
    return [*told, (t("run-fact-compared"), html.Span(back))] if back else told


def _compared(shown: Shown) -> list[Any]:
    """Links to the comparisons that this run is in: the one that one comes from, else those made lately."""
    t, asked = shown.reader.t, shown.asked.get("q", "")
    questions = [asked] if asked else _lately(shown.run.id)
    links = [dcc.Link(t("run-comparison", n=n), href=shown.reader.link("/compare", q=question))
             for n, question in enumerate(questions, 1)]  # fmt: skip
    return [one for link in links for one in (link, " ")][:-1]


def _lately(run_id: str) -> list[str]:
    found = []
    for recent in desk().runs.recent(LOOKED_AT):
        try:
            if run_id in desk().asked.load(recent.question).runs:
                found.append(recent.question)
        except Problems:
            continue
    return found

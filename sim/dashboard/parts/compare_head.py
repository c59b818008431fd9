"""The head and the foot of a comparison: the answer in words, what each answer changes, and how to take it along."""

from __future__ import annotations

from typing import Any

from dash import dcc, html

from sim.compare.differences import FEW, Difference
from sim.dashboard.desk import desk
from sim.dashboard.figures.theme import MARKS, colour
from sim.dashboard.parts.compare_controls import Chosen
from sim.dashboard.parts.compare_panels import panel
from sim.dashboard.parts.compare_view import View
from sim.dashboard.parts.markup import markup
from sim.dashboard.plans import steps
from sim.dashboard.viewer import Viewer
from sim.i18n import Words

SIGNS = {"circle": "●", "square": "■", "diamond": "◆", "triangle-up": "▲", "cross": "✚", "x": "✖", "star": "★"}
BRIEFS = ("html", "pdf", "zip")


def headline(view: View) -> Any:
    """The answer: how often, by how much, and how sure."""
    best = view.found.differences[view.others[0], view.found.measure]
    facts = {"answer": view.label(best.arm), "baseline": view.baseline}
    t, seeds = view.t, len(set(view.found.paired.seeds))
    if not best.pairs:
        says = html.P(finding(best, view.measure.better, facts, t), className="headline")
        return html.Div(says, className="answer", id="compare-answer")
    lines = [html.P(finding(best, view.measure.better, facts, t), className="headline"), html.P(_amount(view))]
    rules = len({str(run.settings["belief"]["name"]) for run in view.found.paired.of(view.found.baseline)})
    few = f" {t('compare-head-few', seeds=seeds)}" if seeds < FEW else ""
    about = t("compare-futures", futures=len(view.found.paired.futures), seeds=seeds, rules=rules)
    return html.Div([*lines, html.P(f"{about}.{few}", className="note")], className="answer", id="compare-answer")


def finding(best: Difference, better: str, called: dict[str, str], t: Words) -> str:
    """The answer in one sentence; `called` says what the best answer and the baseline are called."""
    if not best.pairs:
        return t("compare-head-undefined", **called)
    wins = best.mean < 0 if better == "lower" else best.mean > 0
    kind = "none" if not wins else "unsure" if best.side == 0 else "sure"
    return t(f"compare-head-{kind}", **called, better=best.better, futures=best.pairs, worse=best.worse)


def _amount(view: View) -> str:
    t, shown = view.t, view.shown
    best = view.found.differences[view.others[0], view.found.measure]
    told = {"measure": view.full(view.found.measure), "mean": shown.change(t, best.mean)}
    if best.low != best.low:
        return t("compare-head-mean", **told)
    return t("compare-head-amount", **told, span=shown.span(t, best.low, best.high))


def changes(view: View, asked: Chosen, reader: Viewer) -> Any:
    """What each answer does and when, as cards in the order of their success."""
    cards = [_card(view, arm, asked, reader) for arm in (view.found.baseline, *view.others)]
    return markup(panel("compare-changes", view.t("compare-changes"), html.Div(cards, className="cards")))


def _card(view: View, arm: str, asked: Chosen, reader: Viewer) -> Any:
    t, baseline = view.t, arm == view.found.baseline
    plan = view.plan(arm)
    place = view.place(arm)
    mark = html.Span(f"{SIGNS[MARKS[place % len(MARKS)]]} ", style={"color": colour(place, reader.dark)},
                     **{"aria-hidden": "true"})  # fmt: skip
    sign = [] if baseline else [mark]
    kind = [html.Small(t("compare-changes-baseline"))] if baseline else []
    told = steps(plan, view.scenario, t) if plan and view.scenario else []
    items = [html.Li([html.Span(step.when, className="when"), f" {step.what}"]) for step in told]
    does = html.Ul(items) if items else html.P(t("compare-changes-nothing"))
    run = view.found.paired.of(arm)[0].id
    links = [_link(t("compare-run"), reader.link("/run", id=run), view.label(arm))]
    if not baseline:
        why = reader.link("/why", q=asked.q, a=view.found.baseline, b=arm)
        links.insert(0, _link(t("compare-why"), why, view.label(arm)))
    return html.Article([html.H3([*sign, view.label(arm)]), *kind, does, html.P(links, className="links")],
                        className="paper card")  # fmt: skip


def _link(text: str, address: str, of: str) -> Any:
    """A link that says of which answer it is to those who do not see the card around it."""
    return dcc.Link([text, html.Span(f" {of}", className="visually-hidden")], href=address)


def take_along(view: View, asked: Chosen, reader: Viewer) -> Any:
    """The command that asks the same again, and the brief."""
    t = view.t
    command = desk().asked.command(desk().asked.load(asked.q))
    told = {
        "measure": asked.measure,
        "baseline": asked.baseline,
        "threshold": "" if asked.good == "gain" else asked.threshold,
    }
    briefs = [html.Li(html.A(t(f"compare-brief-{kind}"), href=reader.link(f"/brief/{asked.q}.{kind}", **told),
                             target="_blank" if kind == "html" else None)) for kind in BRIEFS]  # fmt: skip
    whole = panel(
        "compare-reproduce", t("compare-brief"), html.P(t("compare-brief-lead")), html.Ul(briefs, className="links"),
        html.H3(t("compare-reproduce")), html.P(t("compare-reproduce-lead")),
        html.Pre(html.Code(command), className="command", tabIndex="0"),
    )  # fmt: skip
    return markup(whole)

"""The head and the foot of a comparison: the answer in words, what each answer changes, and how to take it along."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from sim.compare.differences import FEW
from sim.dashboard.desk import desk
from sim.dashboard.figures.theme import MARKS, colour
from sim.dashboard.parts.compare_controls import Chosen
from sim.dashboard.parts.compare_panels import panel
from sim.dashboard.parts.compare_view import View
from sim.dashboard.viewer import Viewer
from sim.i18n import Words
from sim.scenario import EntrySpec

SIGNS = {"circle": "●", "square": "■", "diamond": "◆", "triangle-up": "▲", "cross": "✚", "x": "✖", "star": "★"}
BRIEFS = ("html", "pdf", "zip")


def headline(view: View) -> Any:
    """The answer: how often, by how much, and how sure."""
    best = view.found.differences[view.others[0], view.found.measure]
    facts = {"answer": view.label(best.arm), "baseline": view.baseline}
    t, seeds = view.t, len(set(view.found.paired.seeds))
    if not best.pairs:
        says = html.P(t("compare-head-undefined", **facts), className="headline")
        return html.Div(says, className="answer", id="compare-answer")
    counted = {"better": best.better, "futures": best.pairs, "worse": best.worse}
    kind = "none" if not view.shown.wins(best.mean) else "unsure" if best.side == 0 else "sure"
    lines = [html.P(t(f"compare-head-{kind}", **facts, **counted), className="headline"), html.P(_amount(view))]
    rules = len({str(run.settings["belief"]["name"]) for run in view.found.paired.of(view.found.baseline)})
    few = f" {t('compare-head-few', seeds=seeds)}" if seeds < FEW else ""
    about = t("compare-futures", futures=len(view.found.paired.futures), seeds=seeds, rules=rules)
    return html.Div([*lines, html.P(f"{about}.{few}", className="note")], className="answer", id="compare-answer")


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
    return panel("compare-changes", view.t("compare-changes"), html.Div(cards, className="cards"))


def _card(view: View, arm: str, asked: Chosen, reader: Viewer) -> Any:
    t, baseline = view.t, arm == view.found.baseline
    entries = view.entries(arm)
    place = view.place(arm)
    mark = html.Span(f"{SIGNS[MARKS[place % len(MARKS)]]} ", style={"color": colour(place, reader.dark)},
                     **{"aria-hidden": "true"})  # fmt: skip
    sign = [] if baseline else [mark]
    kind = [html.Small(t("compare-changes-baseline"))] if baseline else []
    told: dict[tuple[str, str], set[str]] = {}  # one measure against two claims is one line
    for entry in entries:
        told.setdefault(_line(view, entry), set()).add(entry.claim)
    items = [html.Li([html.Span(when, className="when"), f" {what}{_on(t, len(claims))}"])
             for (when, what), claims in told.items()]  # fmt: skip
    does = html.Ul(items) if items else html.P(t("compare-changes-nothing"))
    run = view.found.paired.of(arm)[0].id
    links = [_link(t("compare-run"), reader.link("/run", id=run), view.label(arm))]
    if not baseline:
        why = reader.link("/why", q=asked.q, a=view.found.baseline, b=arm)
        links.insert(0, _link(t("compare-why"), why, view.label(arm)))
    return dmc.Paper([html.H3([*sign, view.label(arm)]), *kind, does, html.P(links, className="links")],
                     withBorder=True, p="md", className="card")  # fmt: skip


def _link(text: str, address: str, of: str) -> Any:
    """A link that says of which answer it is to those who do not see the card around it."""
    return dcc.Link([text, html.Span(f" {of}", className="visually-hidden")], href=address)


def _line(view: View, entry: EntrySpec) -> tuple[str, str]:
    t = view.t
    when = t("compare-change-when") if entry.when is not None or entry.at is None else t("compare-change-start")
    if entry.when is None and entry.at:
        key = "compare-change-at" if entry.at > 0 else "compare-change-before"
        when = t(key, when=t.hours(abs(entry.at)))
    told = [view.action(entry.do)]
    told += [actor] if (actor := view.actor(entry.by)) else []
    told += [t("compare-change-lasts", hours=t.hours(entry.hours))] if entry.hours else []
    return when, ", ".join(told)


def _on(t: Words, claims: int) -> str:
    return f", {t('compare-change-claims', n=claims)}" if claims > 1 else ""


def take_along(view: View, asked: Chosen, reader: Viewer) -> Any:
    """The command that asks the same again, and the brief."""
    t = view.t
    command = desk().asked.command(desk().asked.load(asked.q))
    told = {"measure": asked.measure, "baseline": asked.baseline, "threshold": asked.threshold}
    briefs = [html.Li(html.A(t(f"compare-brief-{kind}"), href=reader.link(f"/brief/{asked.q}.{kind}", **told),
                             target="_blank" if kind == "html" else None)) for kind in BRIEFS]  # fmt: skip
    return panel(
        "compare-reproduce", t("compare-brief"), html.P(t("compare-brief-lead")), html.Ul(briefs, className="links"),
        html.H3(t("compare-reproduce")), html.P(t("compare-reproduce-lead")),
        html.Pre(html.Code(command), className="command", tabIndex="0"),
    )  # fmt: skip

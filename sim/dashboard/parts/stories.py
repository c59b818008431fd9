"""Stories: a scenario pack as a card, with who takes part in it drawn as three groups and what passes between them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from dash import dcc, html

from sim.compose import DEFAULT_PACK
from sim.dashboard.asked import Question
from sim.dashboard.desk import desk
from sim.dashboard.gallery import Card, Part, gallery
from sim.dashboard.parts.compare_head import finding
from sim.dashboard.parts.compare_view import shortened
from sim.dashboard.runs import Recent
from sim.dashboard.stories import story as read
from sim.dashboard.viewer import Viewer
from sim.ground.problems import Problems


def story(card: Card, reader: Viewer) -> Any:
    """A card: what the story asks, who is in it, what it shows; its title leads to the question."""
    t = reader.t
    title = dcc.Link(t.label(card.label), href=reader.link("/ask", scenario=card.name), className="story-link")
    answers = len(card.answers)
    facts = t("start-facts", answers=answers, n=t.number(answers), length=t.hours(card.hours))
    return html.Article(
        [
            html.H3(title),
            html.P(t.label(card.question), className="story-question"),
            cast(card, reader),
            html.Ul([html.Li(t(f"start-tag-{tag}")) for tag in card.tags], className="story-tags",
                    **{"aria-label": t("start-shows")}) if card.tags else None,
            html.P(facts, className="story-facts"),
        ],
        className="story",
    )  # fmt: skip


def lately(told: Recent, card: Card | None, reader: Viewer, page: str = "/compare") -> Any:
    """A comparison that was made lately, as a line that leads to it on a page."""
    t = reader.t
    name = t.label(card.label) if card else told.scenario
    arms = [_arm(arm, card, reader) for arm in told.arms]
    futures = t("start-futures", n=told.futures, futures=t.number(told.futures))
    return html.Li([
        dcc.Link(name, href=reader.link(page, q=told.question)),
        *([html.Span(_finding(told, card, reader), className="recent-finding")] if told.best else []),
        html.Span(" · ".join(arms), className="recent-arms"),
        html.Span(t("start-recent-facts", futures=futures, when=t.date(datetime.fromtimestamp(told.when))),
                  className="recent-facts"),
    ])  # fmt: skip


def _finding(told: Recent, card: Card | None, reader: Viewer) -> str:
    """What came out, in the reader's words."""
    assert told.best is not None
    called = {"answer": _arm(told.best.arm, card, reader), "baseline": _arm(told.best.baseline, card, reader)}
    return finding(told.best, told.better, called, reader.t)


def asked_lately(reader: Viewer, page: str) -> list[Any]:
    """What was asked lately, as a list that leads to a page; nothing when nobody has asked."""
    cards = {card.name: card for card in gallery()}
    told = [_recent(question) for question in desk().asked.recent() if question.words]
    lines = [lately(one, cards.get(one.scenario), reader, page) for one in told]
    return [html.Section([html.H2(reader.t("start-asked"), id="asked"), html.Ul(lines, className="recent")],
                         **{"aria-labelledby": "asked"})] if lines else []  # fmt: skip


def _recent(question: Question) -> Recent:
    """A question of settings, told like a comparison."""
    scenario = next((word[9:] for word in question.words if word.startswith("scenario=")), DEFAULT_PACK)
    when, futures = datetime.fromisoformat(question.created).timestamp(), question.seeds * max(1, len(question.beliefs))
    return Recent(question.id, scenario, when, question.arms, None, "", futures)


def _arm(name: str, card: Card | None, reader: Viewer) -> str:
    """What an arm is called in its story, also one that was changed or combined; as it was typed where none knows."""
    if name == "none":
        return reader.t("start-none")
    if card is None:
        return name
    try:
        label = card.answers[name] if name in card.answers else read(card.name).response(name).label
    except Problems:  # the story has changed since
        return name
    return shortened(reader.t.label(label))


def cast(card: Card, reader: Viewer) -> Any:
    """Who is there: the own side and an operation on either hand of the public; below, who that is and who else."""
    t = reader.t
    parts = [t("start-part", name=t.label(part.label), share=_share(part, reader)) for part in card.public]
    around = [counted(kind, n, reader) for kind, n in card.around.items()]
    below = [html.P([html.Strong(t(f"start-{name}")), f" {', '.join(who)}"], className="cast-below")
             for name, who in (("public", parts), ("around", around)) if who]  # fmt: skip
    row = [_side("own", card.own, reader), _discs(card), _side("operation", card.operation, reader)]
    return html.Div([html.Div(row, className="cast-row"), *below], className="cast")


def counted(kind: str, n: int, reader: Viewer) -> str:
    """So many accounts of a kind, in words."""
    return reader.t(f"start-kind-{kind}", n=n, value=reader.t.number(n))


def _side(name: str, accounts: Mapping[str, int], reader: Viewer) -> Any:
    told = [html.Li(counted(kind, n, reader)) for kind, n in accounts.items()] or [html.Li(reader.t("start-nobody"))]
    busy = "" if accounts else " cast-idle"
    return html.Div([html.P(reader.t(f"start-{name}"), className="cast-title"), html.Ul(told)],
                    className=f"cast-side cast-{name}{busy}")  # fmt: skip


def _discs(card: Card) -> Any:
    """The public as a ground on which its named parts lie as discs, as large as their share; told in words below."""
    discs = [html.Span(className="cast-disc", style={"width": size(part)}) for part in card.public]
    return html.Div(discs, className="cast-discs", **{"aria-hidden": "true"})


def size(part: Part) -> str:
    """The width of a part's disc, of that of the ground: its area is to the ground's as the part is to everybody."""
    return f"{100 * math.sqrt(part.share):.1f}%"


def _share(part: Part, reader: Viewer) -> str:
    return reader.t.percent(part.share, 0) if part.share >= 0.005 else reader.t("start-few")

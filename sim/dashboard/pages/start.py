"""Start: which stories there are, what was compared of late, and what this is and is not."""

from __future__ import annotations

from typing import Any

import dash
from dash import dcc, html

from sim.dashboard.desk import desk
from sim.dashboard.gallery import TAGS, Card, gallery
from sim.dashboard.parts import page_head
from sim.dashboard.parts.markup import markup
from sim.dashboard.parts.stories import lately, story
from sim.dashboard.viewer import Viewer, viewer

dash.register_page(__name__, path="/", name="start")

RECENT = 4  # comparisons that are shown
SAID = ("compares", "assumed", "refuses")  # what this is and is not


def layout(tags: str = "", **_: str) -> Any:
    """The page; `tags` are those that every story shown must have."""
    reader = viewer()
    chosen = tuple(tag for tag in TAGS if tag in tags.split(","))
    head = page_head(reader.t("start-title"), reader.t("start-lead"))
    return markup(html.Div([head, _recent(reader), _stories(chosen, reader), _about(reader)]))


def _recent(reader: Viewer) -> Any:
    """What was compared of late, or what to do so that something will be."""
    t, cards = reader.t, {card.name: card for card in gallery()}
    found = desk().runs.recent(RECENT)
    told = html.Ul([lately(one, cards.get(one.scenario), reader) for one in found], className="recent")
    return html.Section(
        [html.H2(t("start-recent"), id="recent"), told if found else html.P(t("start-no-recent"), className="hint")],
        **{"aria-labelledby": "recent"},
    )


def _stories(chosen: tuple[str, ...], reader: Viewer) -> Any:
    t, cards = reader.t, gallery()
    shown = [card for card in cards if set(chosen) <= set(card.tags)]
    told = t("start-shown", n=len(shown), shown=t.number(len(shown)), all=t.number(len(cards)))
    return html.Section(
        [
            html.H2(t("start-stories"), id="stories"),
            html.Nav([html.Ul([html.Li(link) for link in _filters(chosen, cards, reader)])],
                     className="filters", **{"aria-label": t("start-filters")}),
            html.P([told, *_clear(chosen, reader)], role="status", className="shown"),
            html.Div([story(card, reader) for card in shown], className="stories"),
        ],
        **{"aria-labelledby": "stories"},
    )  # fmt: skip


def _filters(chosen: tuple[str, ...], cards: tuple[Card, ...], reader: Viewer) -> list[Any]:
    """A link for each tag that adds it to the address, or takes it away; how many stories would be left."""
    found = []
    for tag in TAGS:
        wanted = [one for one in TAGS if (one in chosen) != (one == tag)]
        left = sum(set(wanted) | {tag} <= set(card.tags) for card in cards)
        if not left:
            continue
        on = tag in chosen
        words = [reader.t(f"start-tag-{tag}"), html.Span(reader.t.number(left), className="filter-count")]
        words += [html.Span(reader.t("start-chosen"), className="visually-hidden")] if on else []
        look = "filter filter-on" if on else "filter"
        found.append(dcc.Link(words, href=reader.link("/", tags=",".join(wanted)), className=look))
    return found


def _clear(chosen: tuple[str, ...], reader: Viewer) -> list[Any]:
    return [" ", dcc.Link(reader.t("start-all"), href=reader.link("/"))] if chosen else []


def _about(reader: Viewer) -> Any:
    t = reader.t
    told = [html.Div([html.H3(t(f"start-{what}")), html.P(t(f"start-{what}-says"))]) for what in SAID]
    return html.Section([html.H2(t("start-about"), id="about"), html.Div(told, className="about")],
                        **{"aria-labelledby": "about"})  # fmt: skip

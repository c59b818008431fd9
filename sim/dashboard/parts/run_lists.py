"""Lists of the Run page: what a person saw, post by post and without a word of text, and the pages of a list."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

import numpy as np
from dash import html

from sim.dashboard.parts.run_shown import Shown
from sim.dashboard.parts.run_views import chips
from sim.dashboard.parts.states import empty

POSTS = 30  # on a page
PLAIN = {"form": "text", "label": "none"}  # what is not worth a word


def show_feed(shown: Shown) -> list[Any]:
    """One of the sampled people's feeds."""
    t, feeds = shown.reader.t, shown.table("feeds")
    people = np.unique(feeds["account"]).tolist()
    if not people:
        return [empty(t("run-no-feeds"))]
    account = people[0] if shown.number("account", -1) not in people else shown.number("account")
    mine = np.flatnonzero(feeds["account"] == account)
    mine = mine[np.lexsort((feeds["position"][mine], feeds["hour"][mine]))]
    about = int((feeds["claim"][mine] != "").sum())
    counts = {"n": about, "about": t.number(about), "posts": t.number(len(mine))}
    page = page_of(len(mine), POSTS, shown)
    on_page = mine[page * POSTS : (page + 1) * POSTS]
    visits = [html.Section([html.H3(t("run-visit", hour=t.hours(hour))),
                            html.Ol([_post(feeds, n, shown) for n in rows], className="run-posts")])
              for hour, rows in _visits(feeds["hour"], on_page.tolist())]  # fmt: skip
    return [*_people(feeds, people, account, shown), html.H2(t("run-feed-finding", **counts)),
            html.P(t("run-feed-summary")), *visits, pages(len(mine), POSTS, shown)]  # fmt: skip


def pages(number: int, each: int, shown: Shown, name: str = "page") -> Any:
    """Links to the pages of a long list, which the address calls by a name; nothing when it is short."""
    t, last = shown.reader.t, (number - 1) // each
    if last < 1:
        return None
    now = page_of(number, each, shown, name)
    links = [(t.number(n + 1), {name: n}, n == now) for n in range(last + 1)]
    return chips(t(f"run-{name}s"), links, shown)


def page_of(number: int, each: int, shown: Shown, name: str = "page") -> int:
    """The page of a list that the address asks for; the last where it has not as many."""
    return min(shown.number(name), max(0, (number - 1) // each))


def _visits(hours: Any, rows: list[int]) -> Iterator[tuple[float, list[int]]]:
    for hour, some in groupby(rows, key=lambda n: float(hours[n])):
        yield hour, list(some)


def _people(feeds: dict[str, Any], people: list[int], account: int, shown: Shown) -> list[Any]:
    """The sampled people to choose from, segment by segment."""
    t, names = shown.reader.t, shown.names
    parts: dict[str, list[int]] = {}
    for one in people:
        first = int(np.flatnonzero(feeds["account"] == one)[0])
        parts.setdefault(str(feeds["segment"][first]), []).append(one)
    number = {one: n for n, one in enumerate(people, 1)}
    made = []
    for segment, some in parts.items():
        links = [(t("run-person", n=number[one], country=names.called(_of(feeds, "country", one))),
                  {"account": one, "page": None}, one == account) for one in some]  # fmt: skip
        made.append(chips(names.called(segment) if segment else t("run-no-segment"), links, shown))
    return made


def _of(feeds: dict[str, Any], column: str, account: int) -> str:
    return str(feeds[column][int(np.flatnonzero(feeds["account"] == account)[0])])


def _post(feeds: dict[str, Any], n: int, shown: Shown) -> Any:
    """A post as what is known of it."""
    t, its = shown.reader.t, {name: column[n] for name, column in feeds.items()}
    claim, stance = str(its["claim"]), str(its["stance"])
    known = (shown.names.story["claims"].get(claim) or {}).get("true")
    tags = [t(f"run-claim-{'true' if known else 'false'}")] if claim and known is not None else []
    tags += [t(f"run-{what}-{its[what]}") for what in PLAIN if its[what] != PLAIN[what]]
    tags += [t("run-reshared")] if its["reshared"] else []
    says = [html.Span(t(f"run-stance-{stance}"), className="run-stance"), " "] if claim else []
    misleads = bool(known) == (stance == "deny")
    return html.Li(
        [
            html.P([html.Strong(shown.names.kind(str(its["author_kind"]))),
                    html.Span(t("run-place", n=int(its["position"]) + 1), className="run-place")], className="run-by"),
            html.P([*says, shown.names.claim(claim)]),
            html.Ul([html.Li(tag) for tag in tags], className="run-tags") if tags else None,
        ],
        className="run-post run-post-plain" if not claim else f"run-post run-post-{'false' if misleads else 'true'}",
    )  # fmt: skip

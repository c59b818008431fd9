"""Lists of the Run page: what a person saw, post by post and without a word of text, and the log of the run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Any

import numpy as np
from dash import html

from sim.dashboard.figures import run_lines
from sim.dashboard.figures.picture import Picture
from sim.dashboard.figures.run_timeline import timeline
from sim.dashboard.parts.pictures import picture, table
from sim.dashboard.parts.run_shown import Shown
from sim.dashboard.parts.run_views import chips
from sim.dashboard.parts.states import empty

POSTS, LINES = 30, 50  # on a page
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
    page = _page(len(mine), POSTS, shown)
    on_page = mine[page * POSTS : (page + 1) * POSTS]
    visits = [html.Section([html.H3(t("run-visit", hour=t.hours(hour))),
                            html.Ol([_post(feeds, n, shown) for n in rows], className="run-posts")])
              for hour, rows in _visits(feeds["hour"], on_page.tolist())]  # fmt: skip
    return [*_people(feeds, people, account, shown), html.H2(t("run-feed-finding", **counts)),
            html.P(t("run-feed-summary")), *visits, pages(len(mine), POSTS, shown)]  # fmt: skip


def show_log(shown: Shown) -> list[Any]:
    """What moderators did, and every line of the journal, filtered by what it tells of."""
    t = shown.reader.t
    drawn = run_lines.moderation(shown.table("metrics"), shown.names)
    events = {name: column.tolist() for name, column in shown.table("events").items()}
    counts = Counter(events["what"])
    what = shown.one_of("what", ("", *counts))
    told = timeline(events, shown.names)  # its table is the journal in words
    rows = [row for row, one in zip(told.rows, events["what"], strict=True) if what in ("", one)]
    links = [(t("run-everything", n=len(told.rows)), {"what": None, "page": None}, not what)]
    links += [(t("run-counted", what=_what(one, shown), n=count), {"what": one, "page": None}, what == one)
              for one, count in counts.most_common()]  # fmt: skip
    page = _page(len(rows), LINES, shown)
    part = Picture(None, t("run-journal"), "", told.columns, tuple(rows[page * LINES : (page + 1) * LINES]))
    journal = html.Div([html.H2(t("run-journal")), chips(t("run-choose-what"), links, shown),
                        table(part, shown.reader), pages(len(rows), LINES, shown)],
                       className="picture run-journal")  # fmt: skip
    return [*([picture(drawn, "run-moderation", shown.reader)] if drawn else []), journal]


def pages(number: int, each: int, shown: Shown) -> Any:
    """Links to the pages of a long list; nothing when it is short."""
    t, last = shown.reader.t, (number - 1) // each
    if last < 1:
        return None
    now = _page(number, each, shown)
    return chips(t("run-pages"), [(t.number(n + 1), {"page": n}, n == now) for n in range(last + 1)], shown)


def _page(number: int, each: int, shown: Shown) -> int:
    return min(shown.number("page"), max(0, (number - 1) // each))


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


def _what(what: str, shown: Shown) -> str:
    key = f"run-what-{what}"
    return shown.reader.t(key) if shown.reader.t.has(key) else what

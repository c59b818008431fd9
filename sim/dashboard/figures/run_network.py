"""Network: the communities of the follow graph as bubbles that stay where they are while beliefs and exposure move."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from sim.dashboard.figures.canvas import Canvas
from sim.dashboard.figures.picture import Picture
from sim.dashboard.figures.run_frames import Moving, nearest
from sim.dashboard.figures.run_names import Names
from sim.dashboard.figures.theme import INK, PALE, dressed
from sim.ground.types import B8, F64, I64, AnyArray

Table = Mapping[str, AnyArray]
POOLED = -1
HEIGHT = 520
LARGEST, SMALLEST = 84.0, 9.0  # pixels across a bubble
RING = 8.0  # pixels of the widest ring
WORDED = 30.0  # pixels across, from which a bubble has room for words
TIES = 60  # that are drawn, the strongest
SCALE, LIGHT_FROM = "Cividis", 0.45  # readable without colour vision and in grey; from here on it is light
BUBBLES, BOTS = "1", "2"  # traces that change


@dataclass(frozen=True)
class Looks:
    """The communities (columns) at each look (rows)."""

    hours: F64
    called: I64
    people: I64
    bots: I64
    belief: F64
    exposure: F64  # for each of its people, since the look before
    bot_posts: I64


def looks(communities: Table, claim: str) -> Looks:
    """The table as grids; raises KeyError for a claim that it does not tell of."""
    hours = np.unique(communities["hour"])
    shape = (len(hours), -1)
    grid = {name: np.asarray(column).reshape(shape) for name, column in communities.items()}
    people = grid["people"].astype(np.int64)
    with np.errstate(invalid="ignore", divide="ignore"):
        each = np.where(people > 0, grid[f"exposure.{claim}"] / np.maximum(people, 1), 0.0)
    return Looks(hours, grid["community"][0], people, grid["bots"], grid[f"belief.{claim}"], each, grid["bot_posts"])


def network(communities: Table, ties: Table, which: tuple[str, float | None], names: Names) -> Moving:
    """The map for a claim, as it is at an hour, with what changes over the others; `which` is claim and hour."""
    claim, hour = which
    told = looks(communities, claim)
    at = nearest(tuple(told.hours.tolist()), hour)
    place = placed(told.called, ties, told.people[0])
    called = [names.t("run-community", n=n + 1) if one != POOLED else names.t("run-the-rest")
              for n, one in enumerate(told.called.tolist())]  # fmt: skip
    figure = _drawn(told, place, at, (ties, called, names))
    rows = tuple(tuple(_rows(told, n, called)) for n in range(len(told.hours)))
    said = tuple(_said(told, n, called, names) for n in range(len(told.hours)))
    columns = tuple(names.t(f"run-column-{name}")
                    for name in ("community", "people", "bots", "belief", "exposure", "bot-posts"))  # fmt: skip
    summary = names.t("run-network-summary", communities=names.t.number(len(called)))
    picture = Picture(figure, _finding(told, claim, called, names), summary, columns, rows[at])
    changes = tuple(_change(told, n, names) for n in range(len(told.hours)))
    return Moving(picture, at, tuple(told.hours.tolist()), changes, rows, (None, 0, 0, 4, 4, 0), said)


def placed(called: I64, ties: Table, people: I64) -> F64:
    """Where each community stands: pulled together by follows, and pushed apart until no bubble lies on another."""
    import networkx as nx

    row = {int(one): n for n, one in enumerate(called)}
    graph = nx.Graph()
    graph.add_nodes_from(range(len(called)))
    for source, target, follows in zip(*(ties[name].tolist() for name in ("from", "to", "follows")), strict=True):
        a, b = row[source], row[target]
        if a != b:
            size = math.sqrt(max(1, int(people[a]) * int(people[b])))
            before = graph.get_edge_data(a, b, {"weight": 0.0})["weight"]
            graph.add_edge(a, b, weight=before + follows / size)
    where = nx.spring_layout(graph, seed=1, iterations=200, k=2.2 / math.sqrt(max(1, len(called))))
    spot = np.array([where[n] for n in range(len(called))], np.float64).reshape(-1, 2)
    return _unpiled(spot, _across(people) / (HEIGHT - 100))


def _unpiled(spot: F64, radius: F64) -> F64:
    """Push apart what lies on each other, a little at a time; the whole stays within -1 and 1."""
    spot = spot - spot.mean(axis=0)
    spot /= np.abs(spot).max(initial=1e-9)
    inside = 1.0 - radius[:, None]
    spot = np.clip(spot, -inside, inside)
    reach = radius[:, None] + radius[None, :] + 0.03
    for _ in range(300):
        gap = spot[:, None, :] - spot[None, :, :]
        distance = np.sqrt((gap**2).sum(axis=2)) + 1e-9
        short = np.where(distance < reach, (reach - distance) / distance, 0.0)
        np.fill_diagonal(short, 0.0)
        if not short.any():
            break
        spot = spot + 0.25 * (gap * short[:, :, None]).sum(axis=1)
        spot = np.clip(spot, -inside, inside)
    return spot


def _across(people: I64) -> F64:
    """Pixels across each bubble: its area is as its people."""
    share = people / max(1, int(people.max(initial=1)))
    return np.asarray(np.maximum(SMALLEST, LARGEST * np.sqrt(share)), np.float64)


def _drawn(told: Looks, place: F64, at: int, how: tuple[Table, list[str], Names]) -> Canvas:
    ties, called, names = how
    figure, first = Canvas(), _change(told, at, names)
    lines = _ties(told.called, ties, place)
    figure.add_scatter(x=lines[0], y=lines[1], mode="lines", line={"color": PALE[names.dark], "width": 1},
                       opacity=0.5, hoverinfo="skip")  # fmt: skip
    low, high = _span(told.belief)
    across = _across(told.people[0])
    figure.add_scatter(
        x=place[:, 0].tolist(), y=place[:, 1].tolist(), mode="markers+text", text=first[BUBBLES]["text"],
        textfont={"size": 12, "color": first[BUBBLES]["textfont.color"]},
        hovertext=called, hovertemplate="%{hovertext}: %{marker.color:.1%}<extra></extra>",
        marker={"size": across.tolist(), "opacity": 1,
                "color": first[BUBBLES]["marker.color"], "cmin": low, "cmax": high, "colorscale": SCALE,
                "colorbar": _bar(low, high, names),
                "line": {"color": INK[names.dark], "width": first[BUBBLES]["marker.line.width"]}}, cliponaxis=False,
    )  # fmt: skip
    beside = across / (HEIGHT - 100) * 0.72
    figure.add_scatter(
        x=(place[:, 0] + beside).tolist(), y=(place[:, 1] + beside).tolist(), mode="markers", hoverinfo="skip",
        marker={"symbol": first[BOTS]["marker.symbol"], "size": _bot_sizes(told, at), "color": INK[names.dark],
                "line": {"color": INK[names.dark], "width": 1.5}}, cliponaxis=False,
    )  # fmt: skip
    dressed(figure, names.dark, HEIGHT)
    hidden: dict[str, Any] = {"visible": False, "range": [-1.12, 1.12], "fixedrange": True}
    figure.update_xaxes(**hidden, constrain="domain")
    figure.update_yaxes(**hidden, scaleanchor="x", constrain="domain")
    return figure


def _bar(low: float, high: float, names: Names) -> dict[str, Any]:
    marks = np.linspace(low, high, 3).tolist()
    return {"orientation": "h", "thickness": 12, "len": 0.6, "y": -0.02, "yanchor": "top", "outlinewidth": 0,
            "tickvals": marks, "ticktext": [names.t.percent(mark, 0) for mark in marks],
            "title": {"text": names.t("run-column-belief"), "side": "top", "font": {"size": 12}}}  # fmt: skip


def _span(belief: F64) -> tuple[float, float]:
    """The ends of the colours, in whole steps of five per cent, the same at every hour."""
    if np.isnan(belief).all():
        return 0.0, 1.0
    low, high = math.floor(20 * float(np.nanmin(belief))) / 20, math.ceil(20 * float(np.nanmax(belief))) / 20
    return low, max(high, low + 0.1)


def _ties(called: I64, ties: Table, place: F64) -> tuple[list[Any], list[Any]]:
    row = {int(one): n for n, one in enumerate(called)}
    between = ties["from"] != ties["to"]
    order = np.argsort(-ties["follows"][between], kind="stable")[:TIES]
    x: list[Any] = []
    y: list[Any] = []
    for source, target in zip(ties["from"][between][order].tolist(), ties["to"][between][order].tolist(), strict=True):
        a, b = place[row[source]], place[row[target]]
        x += [a[0], b[0], None]
        y += [a[1], b[1], None]
    return x, y


def _change(told: Looks, n: int, names: Names) -> dict[str, dict[str, Any]]:
    """What is new at a look."""
    t, belief = names.t, told.belief[n]
    low, high = _span(told.belief)
    rings = RING * told.exposure[n] / max(1e-9, float(told.exposure.max(initial=0.0)))
    wide = _across(told.people[0]) >= WORDED
    worded = [t.percent(one, 0) if room and one == one else "" for one, room in zip(belief, wide, strict=True)]
    light: B8 = (belief - low) / (high - low) >= LIGHT_FROM
    return {
        BUBBLES: {"marker.color": np.round(belief, 5).tolist(), "marker.line.width": np.round(1 + rings, 2).tolist(),
                  "text": worded, "textfont.color": np.where(light, "#000000", "#ffffff").tolist()},
        BOTS: {"marker.symbol": ["diamond" if posts else "diamond-open" for posts in told.bot_posts[n].tolist()],
               "marker.size": _bot_sizes(told, n)},
    }  # fmt: skip


def _bot_sizes(told: Looks, n: int) -> list[float]:
    most = max(1, int(told.bots.max(initial=1)))
    return [round(5 + 9 * math.sqrt(bots / most), 1) if bots else 0.0 for bots in told.bots[n].tolist()]


def _rows(told: Looks, n: int, called: list[str]) -> list[tuple[Any, ...]]:
    return [(called[c], int(told.people[n, c]), int(told.bots[n, c]), float(told.belief[n, c]),
             float(told.exposure[n, c]), int(told.bot_posts[n, c])) for c in range(len(called))]  # fmt: skip


def _said(told: Looks, n: int, called: list[str], names: Names) -> str:
    t = names.t
    if np.isnan(told.belief[n]).all():
        return t.hours(float(told.hours[n]))
    most = int(np.nanargmax(told.belief[n]))
    return t("run-network-at", hour=t.hours(float(told.hours[n])), community=called[most],
             belief=t.percent(told.belief[n, most]), posts=t.number(int(told.bot_posts[n].sum())),
             n=int(told.bot_posts[n].sum()))  # fmt: skip


def _finding(told: Looks, claim: str, called: list[str], names: Names) -> str:
    """Where belief moved most between the first look and the last."""
    t, moved = names.t, told.belief[-1] - told.belief[0]
    big = told.people[0] >= 0.01 * told.people[0].sum()
    moved = np.where(big, moved, np.nan)
    if np.isnan(moved).all() or float(np.nanmax(np.abs(moved))) < 0.0005:
        return t("run-network-still", claim=names.called(claim))
    most = int(np.nanargmax(np.abs(moved)))
    return t("run-network-moved", claim=names.called(claim), community=called[most],
             change=t.points(float(moved[most]), 1 if abs(moved[most]) >= 0.00095 else 2))  # fmt: skip

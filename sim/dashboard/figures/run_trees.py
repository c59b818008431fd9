"""Trees: a cascade drawn over time, each post to the right of the one it passes on, marked by who passed it on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from sim.dashboard.figures.canvas import Canvas
from sim.dashboard.figures.picture import Picture
from sim.dashboard.figures.run_axes import early_axis, stretched
from sim.dashboard.figures.run_names import Names
from sim.dashboard.figures.theme import INK, MARKS, PALE, colour, dressed
from sim.ground.types import F64, AnyArray
from sim.state.codes import Kind, Stance

Table = Mapping[str, AnyArray]
MOST = 400  # posts of a tree that are drawn; more lie on each other
LARGEST = 50  # cascades in the table of all
LOOK = {"citizen": 0, "bot": 1, "influencer": 2, "troll": 3, "media_outlet": 4, "fact_checker": 5, "state_account": 6}


@dataclass(frozen=True)
class Tree:
    """One of the largest cascades: its rows, and what its cascade was measured at."""

    number: int
    rows: Table
    virality: float

    @property
    def size(self) -> int:
        """Posts in it."""
        return len(self.rows["node"])

    @property
    def depth(self) -> int:
        """Hops from the root to the farthest post."""
        return int(self.rows["depth"].max())

    @property
    def claim(self) -> str:
        """What it is about."""
        return str(self.rows["claim"][0])

    @property
    def stance(self) -> str:
        """What it does with the claim."""
        return str(self.rows["stance"][0])

    @property
    def hours(self) -> float:
        """From the first post to the last."""
        return float(self.rows["hour"].max() - self.rows["hour"][0])

    @property
    def carriers(self) -> list[tuple[str, int]]:
        """Who passed it on: kinds and how many of each, most first."""
        return Counter(self.rows["kind"][1:].tolist()).most_common()


def largest(trees: Table, cascades: Table) -> list[Tree]:
    """The trees that a run recorded, largest first."""
    virality = dict(zip(cascades["root"].tolist(), cascades["virality"].tolist(), strict=True))
    found = []
    for number in np.unique(trees["tree"]).tolist():
        mine = trees["tree"] == number
        rows = {name: column[mine] for name, column in trees.items()}
        found.append(Tree(number, rows, float(virality.get(int(rows["post"][0]), np.nan))))
    return found


def tree_chart(tree: Tree, names: Names) -> Picture:
    """One cascade over the hours since its first post; hours are stretched at their start."""
    rows = {name: column[:MOST] for name, column in tree.rows.items()}
    after = rows["hour"] - rows["hour"][0]
    x, y = stretched(after), heights(rows["parent"])
    figure = Canvas()
    ways: list[list[Any]] = [[], []]
    for node, parent in enumerate(rows["parent"].tolist()):
        if parent >= 0:
            ways[0] += [x[parent], x[parent], x[node], None]
            ways[1] += [y[parent], y[node], y[node], None]
    figure.add_scatter(x=ways[0], y=ways[1], mode="lines", line={"color": PALE[names.dark], "width": 1},
                       hoverinfo="skip", showlegend=False)  # fmt: skip
    hops = [names.t("run-hops", n=int(depth)) for depth in rows["depth"]]
    for kind, _ in Counter(rows["kind"].tolist()).most_common():
        mine = np.flatnonzero(rows["kind"] == kind)
        place = LOOK.get(kind, -1)
        figure.add_scatter(
            x=x[mine].tolist(), y=y[mine].tolist(), mode="markers", name=names.kind(kind),
            text=[f"{names.kind(kind)}, {names.t.hours(after[n])}, {hops[n]}" for n in mine.tolist()],
            hovertemplate="%{text}<extra></extra>",
            marker={"symbol": MARKS[place] if place >= 0 else "hexagon", "color": colour(place, names.dark),
                    "opacity": 1, "size": np.where(mine == 0, 14, 9).tolist(),
                    "line": {"color": INK[names.dark], "width": 1}},
        )  # fmt: skip
    dressed(figure, names.dark, int(min(720, max(300, 90 + 11 * (y.max() - y.min() + 1)))))
    figure.update_xaxes(**early_axis(float(after.max()), names.t))
    figure.update_yaxes(visible=False)
    legend = {"orientation": "h", "x": 0, "y": 1.0, "yanchor": "bottom", "itemclick": False, "itemdoubleclick": False}
    figure.update_layout(showlegend=True, legend=legend, margin={"l": 8, "r": 16, "t": 48, "b": 8})
    t = names.t
    columns = tuple(t(f"run-column-{name}") for name in ("post", "passes-on", "hour", "kind", "hops"))
    told = tuple((int(rows["node"][n]), int(rows["parent"][n]) if n else t("run-root"), float(rows["hour"][n]),
                  names.kind(str(rows["kind"][n])), int(rows["depth"][n])) for n in range(len(x)))  # fmt: skip
    return Picture(figure, _finding(tree, names), _summary(tree, len(x), names), columns, told)


def heights(parents: AnyArray) -> F64:
    """Where each post of a tree stands: leaves one under another, every other between its first and last child."""
    children: list[list[int]] = [[] for _ in parents]
    for node, parent in enumerate(parents.tolist()):
        if parent >= 0:
            children[parent].append(node)
    y, leaf, waiting = np.zeros(len(parents)), 0, [0]
    order = []
    while waiting:  # depth first, so that a branch stays together
        node = waiting.pop()
        order.append(node)
        if not children[node]:
            y[node] = -leaf
            leaf += 1
        waiting += reversed(children[node])
    for node in reversed(order):
        if children[node]:
            y[node] = (y[children[node][0]] + y[children[node][-1]]) / 2
    return y


def carried(tree: Tree, names: Names) -> str:
    """Who passed a cascade on, in words: 60 bots, 12 trolls."""
    return ", ".join(names.t(f"start-kind-{kind}", n=count, value=names.t.number(count))
                     for kind, count in tree.carriers)  # fmt: skip


def _finding(tree: Tree, names: Names) -> str:
    kind, count = tree.carriers[0]
    share = names.t.percent(count / (tree.size - 1), 0)
    return names.t(
        f"run-tree-{tree.stance}",
        size=names.t.number(tree.size),
        hours=names.t.hours(tree.hours),
        claim=names.called(tree.claim),
        share=share,
        carriers=names.t(f"run-many-{kind}"),
    )


def _summary(tree: Tree, drawn: int, names: Names) -> str:
    t = names.t
    told = t("run-tree-summary", depth=tree.depth, virality=t.number(tree.virality, 1), carriers=carried(tree, names))
    return told if drawn == tree.size else f"{told} {t('run-tree-cut', n=t.number(drawn), size=t.number(tree.size))}"


def all_cascades(cascades: Table, names: Names) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
    """The largest cascades of all posts, as the columns and rows of a table."""
    t = names.t
    order = np.argsort(-cascades["size"], kind="stable")[:LARGEST].tolist()
    kinds = {int(kind): kind.name.lower() for kind in Kind}
    stances = {int(stance): stance.name.lower() for stance in Stance}
    columns = ("claim", "stance", "by", "hour", "size", "hops", "breadth", "virality")
    rows = []
    for n in order:
        its = {name: column[n].item() for name, column in cascades.items()}
        known = its["tick"] >= 0
        rows.append((
            names.claim(names.claims[its["claim"]] if its["claim"] >= 0 else ""),
            t(f"run-stance-{stances[its['stance']]}") if its["claim"] >= 0 else "–",
            names.kind(kinds[its["kind"]]) if its["kind"] in kinds else "–",
            names.hour(its["tick"]) if known else "–",
            its["size"], its["depth"], its["breadth"], its["virality"],
        ))  # fmt: skip
    return tuple(t(f"run-column-{name}") for name in columns), rows

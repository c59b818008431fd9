"""The parts of the Run page: what happened, cascades, communities, minds, and parts of the public."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from sim.dashboard.figures import run_lines, run_minds, run_network, run_trees
from sim.dashboard.figures.picture import Picture
from sim.dashboard.figures.run_timeline import timeline
from sim.dashboard.parts.pictures import picture, table
from sim.dashboard.parts.run_player import player
from sim.dashboard.parts.run_shown import Shown
from sim.dashboard.parts.states import empty


def show_timeline(shown: Shown) -> list[Any]:
    """Everything that happened."""
    events = {name: column.tolist() for name, column in shown.table("events").items()}
    return [picture(timeline(events, shown.names), "run-timeline", shown.reader)]


def show_cascades(shown: Shown) -> list[Any]:
    """The largest cascades to choose from, the one chosen as a tree, and a table of many more."""
    t, cascades = shown.reader.t, shown.table("cascades")
    trees = run_trees.largest(shown.table("trees"), cascades)
    if not trees:
        return [empty(t("run-no-cascades"))]
    chosen = trees[min(shown.number("tree"), len(trees) - 1)]
    columns, rows = run_trees.all_cascades(cascades, shown.names)
    title = t("run-all-cascades", n=len(rows), value=t.number(len(rows)))
    every = table(Picture(None, title, "", columns, tuple(rows)), shown.reader)
    return [
        html.H2(t("run-trees")),
        html.Div(_choose_tree(trees, chosen, shown), className="scrolls run-trees", tabIndex="0", role="region",
                 **{"aria-label": t("run-trees")}),
        picture(run_trees.tree_chart(chosen, shown.names), "run-tree", shown.reader),
        html.Details([html.Summary(title), every], className="picture"),
    ]  # fmt: skip


def show_network(shown: Shown) -> list[Any]:
    """The communities, for one claim."""
    claim = shown.one_of("claim", shown.names.claims)
    links = [(shown.names.called(one), {"claim": one}, one == claim) for one in shown.names.claims]
    moving = run_network.network(shown.table("communities"), shown.table("ties"), (claim, shown.hour()), shown.names)
    return [chips(shown.reader.t("run-choose-claim"), links, shown), player(moving, shown.reader)]


def show_minds(shown: Shown) -> list[Any]:
    """How one belief, or the trust in one source, is spread."""
    beliefs, t = shown.table("beliefs"), shown.reader.t
    known = run_minds.minds(beliefs)
    what = shown.one_of("what", known)
    kinds = [(word, [one for one in known if one.startswith(f"{kind}.")])
             for kind, word in (("belief", t("run-beliefs-in")), ("trust", t("run-trust-in")))]  # fmt: skip
    choosers = [chips(word, [(shown.names.called(one.partition(".")[2]), {"what": one}, one == what) for one in some],
                      shown) for word, some in kinds if some]  # fmt: skip
    over_time = picture(run_minds.bands(beliefs, what, shown.names), "run-bands", shown.reader)
    return [*choosers, over_time, player(run_minds.bars(beliefs, what, shown.hour(), shown.names), shown.reader)]


def show_segments(shown: Shown) -> list[Any]:
    """A measure for each part of the public."""
    t, metrics = shown.reader.t, shown.table("metrics")
    known = run_lines.measures(metrics)
    if not known:
        return [empty(t("run-no-segments"))]
    measure = shown.one_of("measure", (run_lines.usual(metrics), *known))
    options = sorted(({"value": one, "label": shown.names.metric(one)} for one in known), key=lambda one: one["label"])
    choose = dmc.Select(id="run-measure", label=t("run-choose-measure"), data=options, value=measure, searchable=True,
                        allowDeselect=False, className="run-measure")  # fmt: skip
    return [choose, picture(run_lines.segments(metrics, measure, shown.names), "run-segments", shown.reader)]


def chips(word: str, links: list[tuple[str, dict[str, Any], bool]], shown: Shown) -> Any:
    """A choice as links: what it is called, what it changes in the address, and whether it is chosen."""
    now = html.Span(shown.reader.t("run-chosen"), className="visually-hidden")
    looks = {True: "filter filter-on", False: "filter"}
    made = [html.Li(dcc.Link([called, *([" ", now] if on else [])], href=shown.link(**changes), className=looks[on]))
            for called, changes, on in links]  # fmt: skip
    return html.Nav([html.P(word, className="run-choice"), html.Ul(made)], className="filters run-chips",
                    **{"aria-label": word})  # fmt: skip


def _choose_tree(trees: list[run_trees.Tree], chosen: run_trees.Tree, shown: Shown) -> Any:
    t, names = shown.reader.t, shown.names
    columns = ("cascade", "claim", "size", "depth", "virality", "lasted", "carried")
    rows = []
    for tree in trees:
        on = tree.number == chosen.number
        name = [t("run-cascade", n=tree.number + 1), *([html.Span(f" {t('run-chosen')}")] if on else [])]
        link = dcc.Link(name, href=shown.link(tree=tree.number), className="run-tree-link")
        rows.append(html.Tr([
            html.Th(link, scope="row"),
            html.Td([html.Span(t(f"run-stance-{tree.stance}"), className="run-stance"), " ", names.claim(tree.claim)]),
            html.Td(t.number(tree.size), className="figure"), html.Td(t.number(tree.depth), className="figure"),
            html.Td(t.number(tree.virality, 1), className="figure"), html.Td(t.hours(tree.hours), className="figure"),
            html.Td(run_trees.carried(tree, names)),
        ], className="run-row-on" if on else ""))  # fmt: skip
    heads = [html.Th(t(f"run-column-{name}"), scope="col", className=f"run-col-{name}") for name in columns]
    return html.Table([html.Thead(html.Tr(heads)), html.Tbody(rows)], className="run-table")

"""Why different: two answers in the same futures; where they part, what grew, and which action did it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import dash
import dash_mantine_components as dmc
from dash import MATCH, Input, Output, State, callback, clientside_callback, ctx, dcc, html, no_update

from sim.dashboard.desk import desk
from sim.dashboard.figures.quantities import Manner
from sim.dashboard.parts import empty, page_head, troubles, why_actions, why_panels
from sim.dashboard.parts.compare_controls import rankable
from sim.dashboard.parts.compare_view import View
from sim.dashboard.parts.missing import asked_again, lacks, missing
from sim.dashboard.parts.stories import asked_lately
from sim.dashboard.parts.why_data import Duel, duel
from sim.dashboard.parts.why_data import called as future_called
from sim.dashboard.viewer import Viewer, viewer
from sim.ground.problems import Problems

dash.register_page(__name__, path="/why", name="why")
PAGE = "why"
CHOSEN = ("a", "b", "future", "measure")


def layout(q: str = "", **told: str) -> Any:
    """The page for two arms of a stored question; without one, how to get there."""
    reader = viewer()
    if not q:
        head = page_head(reader.t("why-title"), reader.t("why-lead"))
        return html.Div([head, *_nothing(reader)], className="compare why")
    top, below = _pieces(q, told, reader)
    return html.Div([html.Div(top, id="why-top"), *missing(q, PAGE, reader), html.Div(below, id="why-below")],
                    className="compare why")  # fmt: skip


def _pieces(q: str, told: dict[str, str], reader: Viewer) -> tuple[list[Any], list[Any]]:
    """What stands above the place where missing runs are told of, and below it."""
    head = page_head(reader.t("why-title"), reader.t("why-lead"))
    try:
        shown = _duel(q, told, reader)
    except Problems as problems:
        return [head], _unanswered(q, problems, reader)
    head = page_head(reader.t("why-title"), shown.view.asks)
    about = dcc.Store(id="why-q", data=q), dcc.Store(id="why-address", data=_address(q, shown, reader))
    body = html.Div(_body(shown, q, reader), id="why-body", className="why-body")
    return [head, *about, _chooser(shown, reader)], [body]


def _duel(q: str, told: dict[str, str], reader: Viewer) -> Duel:
    """The two arms that an address names; doing nothing and the best answer where it names none."""
    question = desk().asked.load(q)
    runs, measure = desk().runs, told.get("measure", "")
    found = runs.comparison(question, measure=measure)
    if told.get("a") in found.arms and told["a"] != found.baseline:
        found = runs.comparison(question, measure=measure, baseline=told["a"])
    facts = {name: told.get(name, "") for name in ("seed", "belief")}
    futures = found.paired.futures
    number = told.get("future", "")
    if number.isascii() and number.isdigit() and 1 <= int(number) <= len(futures):
        one = futures[int(number) - 1]
        facts = {"seed": str(one.seed), "belief": str(one.facts.get("belief.name"))}
    return duel(View(found, Manner(reader.t, reader.dark)), told.get("b", ""), facts)


def _body(shown: Duel, q: str, reader: Viewer) -> list[Any]:
    question = desk().asked.load(q)
    return [
        why_panels.in_words(shown),
        why_panels.when(shown, reader),
        why_panels.over_time(shown, reader),
        why_panels.cascades(shown, reader),
        *why_actions.knocked_out(shown, question, reader),
        why_panels.links(shown, q, reader),
    ]


def _chooser(shown: Duel, reader: Viewer) -> Any:
    t, view = reader.t, shown.view
    arms = [{"value": arm, "label": view.label(arm)} for arm in sorted(view.found.arms)]
    futures = [{"value": str(number), "label": future_called(view, one)}
               for number, one in enumerate(view.found.paired.futures, 1)]  # fmt: skip
    measures = [{"value": name, "label": label} for name, label in rankable(view)]
    chosen = (("a", shown.a, arms), ("b", shown.b, arms), ("future", _number(shown), futures),
              ("measure", view.found.measure, measures))  # fmt: skip
    return html.Div([dmc.Select(id=f"why-{name}", label=t(f"why-choose-{name}"), value=value, data=options,
                                allowDeselect=False, searchable=len(options) > 8)
                     for name, value, options in chosen], className="choices")  # fmt: skip


def _number(shown: Duel) -> str:
    return str([one.key for one in shown.view.found.paired.futures].index(shown.future.key) + 1)


def _address(q: str, shown: Duel, reader: Viewer) -> str:
    found = shown.view.found
    belief = shown.future.facts.get("belief.name") if "belief.name" in found.paired.varying else None
    told = {"q": q, "a": shown.a, "b": shown.b, "seed": shown.future.seed, "belief": belief, "measure": found.measure,
            "lang": reader.lang}  # fmt: skip
    others = set(found.paired.varying) - {"seed"}
    if any(not name.startswith("belief.") for name in others):
        told["future"] = _number(shown)
    return urlencode({name: value for name, value in told.items() if value})


def _nothing(reader: Viewer) -> list[Any]:
    t = reader.t
    ask = html.P(dcc.Link(t("compare-empty-ask"), href=reader.link("/ask")))
    return [empty(t("why-empty"), ask), *asked_lately(reader, "/why")]


def _unanswered(q: str, problems: Problems, reader: Viewer) -> list[Any]:
    """What is wrong with a question that cannot be shown, and where to go; what is missing stands there already."""
    t = reader.t
    try:
        desk().asked.load(q)
    except Problems:
        return [troubles(problems, reader), html.P(dcc.Link(t("compare-empty-ask"), href=reader.link("/ask")))]
    if lacks(q):
        return []
    return [troubles(problems, reader), html.P(dcc.Link(t("why-see-compare"), href=reader.link("/compare", q=q)))]


@callback(Output("why-top", "children"), Output("why-below", "children"), Input("why-again", "data"),
          prevent_initial_call=True)  # fmt: skip
def show_anew(told: dict[str, Any]) -> Any:
    """More runs are there: the same view of them, all at once, so that nobody loses the place where they are."""
    return _pieces(*asked_again(told), viewer())


@callback(
    Output("why-body", "children"), Output("why-address", "data"), Output("why-b", "value"),
    *(Input(f"why-{name}", "value") for name in CHOSEN), State("why-q", "data"), prevent_initial_call=True,
)  # fmt: skip
def choose(a: str, b: str, future: str, measure: str, q: str) -> Any:
    """Two other arms, another future, or another measure."""
    reader = viewer()
    shown = _duel(q, {"a": a, "b": b, "future": future, "measure": measure}, reader)
    return _body(shown, q, reader), _address(q, shown, reader), no_update if shown.b == b else shown.b


# the address follows without loading the page anew, so that nobody loses the place where they are
clientside_callback("function(told){ if (told) { window.history.replaceState(window.history.state, '', '?' + told); }"
                    " return window.dash_clientside.no_update; }",
                    Output("why-address", "clear_data"), Input("why-address", "data"))  # fmt: skip


@callback(
    Output({"type": "why-found", "what": MATCH}, "children"), Output({"type": "why-state", "what": MATCH}, "children"),
    Output({"type": "why-start", "what": MATCH}, "style"), Output({"type": "why-cancel", "what": MATCH}, "style"),
    Output({"type": "why-clock", "what": MATCH}, "disabled"),
    Output({"type": "why-under-way", "what": MATCH}, "data"),
    Input({"type": "why-start", "what": MATCH}, "n_clicks"), Input({"type": "why-cancel", "what": MATCH}, "n_clicks"),
    Input({"type": "why-clock", "what": MATCH}, "n_intervals"),
    State({"type": "why-under-way", "what": MATCH}, "data"), State("why-q", "data"),
    *(State(f"why-{name}", "value") for name in CHOSEN), prevent_initial_call=True,
)  # fmt: skip
def leave_out(start: int, cancel: int, _: int, lacked: int, q: str, *values: str) -> Any:
    """Have the missing runs made, stop that, or look how far it is; what is there is shown."""
    reader, what, doing = viewer(), ctx.triggered_id["what"], ctx.triggered_id["type"]
    shown = _duel(q, dict(zip(CHOSEN, values, strict=True)), reader)
    ask = why_actions.ask_of(what, shown, desk().asked.load(q))
    if ask is None:
        return (no_update,) * 6
    wrong = why_actions.started(ask, reader) if doing == "why-start" and start else None
    for job in ask.jobs() if doing == "why-cancel" and cancel else []:
        desk().jobs.cancel(job.id)
    why_actions.tell(ask, doing, reader)
    busy, lacking = bool(ask.jobs()), len(ask.missing)
    drawn = why_actions.found(ask, shown, reader) if lacking != lacked else no_update
    return (
        drawn,
        wrong or why_actions.state(ask, shown.view, reader),
        *why_actions.buttons(ask, busy),
        not busy,
        lacking,
    )

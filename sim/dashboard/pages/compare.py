"""Compare: answers over the same futures, in words, odds, time, regret, rights and money."""

from __future__ import annotations

import dataclasses
from typing import Any

import dash
from dash import ClientsideFunction, Input, Output, State, callback, clientside_callback, html, no_update

from sim.dashboard.desk import desk
from sim.dashboard.figures.quantities import Manner
from sim.dashboard.parts import compare_panels as panels
from sim.dashboard.parts import page_head
from sim.dashboard.parts.compare_acceptable import sliders, which
from sim.dashboard.parts.compare_controls import Chosen, chooser, chosen, stored, trade_chooser
from sim.dashboard.parts.compare_head import changes, headline, take_along
from sim.dashboard.parts.compare_refine import refine
from sim.dashboard.parts.compare_regrets import if_wrong
from sim.dashboard.parts.compare_states import PAGE, delays, later, nothing, plain_head, waiting, without_comparison
from sim.dashboard.parts.compare_view import View
from sim.dashboard.parts.missing import asked_again, missing, started
from sim.dashboard.viewer import Viewer, viewer
from sim.ground.problems import Problems

dash.register_page(__name__, path="/compare", name="compare")


def layout(q: str = "", **told: str) -> Any:
    """The page."""
    reader = viewer()
    if not q:
        return nothing(reader)
    top, below = _pieces(q, told, reader)
    return html.Div([html.Div(top, id="compare-top"), *missing(q, PAGE, reader), html.Div(below, id="compare-below")],
                    className="compare")  # fmt: skip


def _pieces(q: str, told: dict[str, str], reader: Viewer, whole: bool = False) -> tuple[list[Any], list[Any]]:
    """What stands above the place where missing runs are told of, and below it."""
    try:
        view = _view(q, told, reader)
    except Problems as problems:
        return [plain_head(reader)], without_comparison(reader, q, problems)
    asked = chosen(view, q, told)
    rest = _rest(view, asked, reader) if whole and view.defined else []
    return _above(view, asked, reader), _below(view, asked, rest, reader)


def _view(q: str, told: dict[str, str], reader: Viewer) -> View:
    """The comparison of a question, for whoever asks."""
    question = desk().asked.load(q)
    found = desk().runs.comparison(question, measure=told.get("measure", ""), baseline=told.get("baseline", ""))
    return View(found, Manner(reader.t, reader.dark))


def _above(view: View, asked: Chosen, reader: Viewer) -> list[Any]:
    return [page_head(reader.t("compare-title"), view.asks), headline(view), refine(asked.q, reader)]


def _below(view: View, asked: Chosen, rest: list[Any], reader: Viewer) -> list[Any]:
    t = reader.t
    return [
        stored(asked),
        chooser(view, asked),
        changes(view, asked, reader),
        *(_first(view, rest, reader) if view.defined else [html.P(t("compare-undefined"), className="note")]),
        take_along(view, asked, reader),
    ]


def _first(view: View, rest: list[Any], reader: Viewer) -> list[Any]:
    """The odds, which are the answer, and a place for all that explains them: it comes a moment later."""
    odds = panels.panel("compare-odds", reader.t("compare-how-often"), panels.how_often(view, reader))
    return [odds, html.Div(rest, id="compare-rest", className="rest")]


def _rest(view: View, asked: Chosen, reader: Viewer) -> list[Any]:
    """What else the comparison shows, one question a panel."""
    t, panel = reader.t, panels.panel
    return [
        html.Div(_of_arm(view, asked, reader), id="compare-of-arm"),
        panel("compare-prices", t("compare-rights"), *panels.rights(view)),
        panel("compare-regrets", t("compare-regret"), *_regrets(view, asked, reader)),
        html.Div([panel("compare-belief", t("compare-rules"), panels.by_rule(view, reader)),
                  panel("compare-variance", t("compare-spread"), panels.where_from(view, reader))], className="pair"),
        html.Div([panel("compare-costs", t("compare-trade"), trade_chooser(view, asked),
                        html.Div(panels.elsewhere(view, asked.axes, reader), id="compare-trade-body")),
                  panel("compare-later", t("compare-delay"),
                        html.Div(waiting(view, asked, reader), id="compare-waiting"))], className="pair"),
    ]  # fmt: skip


def _regrets(view: View, asked: Chosen, reader: Viewer) -> list[Any]:
    body = html.Div(if_wrong(view, asked.limit, reader), id="compare-regret-body")
    return [sliders(view, asked.good, asked.threshold, asked.gain), body]


def _of_arm(view: View, asked: Chosen, reader: Viewer) -> list[Any]:
    t = reader.t
    return [
        panels.panel("compare-time", t("compare-over-time"), *panels.over_time(view, asked.arm, reader)),
        panels.panel("compare-whom", t("compare-for-whom"), panels.for_whom(view, asked.arm, reader)),
    ]


def _again(told: dict[str, str], **new: Any) -> tuple[View, Chosen, Viewer]:
    """The comparison that the page shows, with what was chosen since."""
    reader = viewer()
    view = _view(told["q"], told, reader)
    return view, chosen(view, told["q"], told | {key: str(value) for key, value in new.items()}), reader


@callback(Output("compare-rest", "children"), Input("compare-stored", "data"))
def show_rest(told: dict[str, str]) -> Any:
    """Explain the odds, once they are there to be read."""
    view, asked, reader = _again(told)
    # an address says the threshold in the unit of the slider, the page keeps it as it is stored
    kept = dataclasses.replace(asked, threshold=float(told["threshold"]), gain=float(told["gain"]))
    return _rest(view, kept, reader)


@callback(Output("compare-of-arm", "children"), Input("compare-arm", "value"), State("compare-stored", "data"),
          prevent_initial_call=True)  # fmt: skip
def show_arm(arm: str, told: dict[str, str]) -> Any:
    """Show another answer over time and by group."""
    return _of_arm(*_again(told, arm=arm))


@callback(Output("compare-regret-body", "children"), Output("compare-threshold-slider", "style"),
          Output("compare-gain-slider", "style"), Input("compare-threshold", "value"), Input("compare-gain", "value"),
          Input("compare-good", "value"), State("compare-stored", "data"), prevent_initial_call=True)  # fmt: skip
def move_threshold(threshold: float, gain: float, good: str, told: dict[str, str]) -> Any:
    """Count anew in how many futures each answer is acceptable."""
    view, asked, reader = _again(told, threshold=threshold, gain=gain, good=good)
    return if_wrong(view, asked.limit, reader), *which(asked.good)


@callback(Output("compare-trade-body", "children"), Input("compare-across", "value"), Input("compare-up", "value"),
          State("compare-stored", "data"), prevent_initial_call=True)  # fmt: skip
def turn_axes(across: str, up: str, told: dict[str, str]) -> Any:
    """Weigh the answers by two other measures."""
    view, asked, reader = _again(told, across=across, up=up)
    return panels.elsewhere(view, asked.axes, reader)


@callback(Output("compare-top", "children"), Output("compare-below", "children"), Input("compare-again", "data"),
          prevent_initial_call=True)  # fmt: skip
def show_anew(told: dict[str, Any]) -> Any:
    """More runs are there: the same view of them, all at once, so that nobody loses the place where they are."""
    return _pieces(*asked_again(told), viewer(), whole=True)


@callback(Output("compare-waiting", "children"), Input("compare-ask-later", "n_clicks"),
          State("compare-stored", "data"), State("compare-arm", "value"), prevent_initial_call=True)  # fmt: skip
def ask_later(pressed: int, told: dict[str, str], arm: str) -> Any:
    """Ask for the answer shown with four delays, have it run, and show how far it is."""
    if not pressed:
        return no_update
    view, asked, reader = _again(told, arm=arm)
    question = later(desk().asked.load(asked.q), asked.baseline, asked.arm, delays(view, asked.arm))
    desk().asked.save(question)
    return started(question, PAGE, reader.t("compare-delay-job"), reader)


for _name in ("arm", "threshold", "gain", "good", "across", "up"):
    clientside_callback(ClientsideFunction("compare", "keep"), Output(f"compare-{_name}", "className"),
                        Input(f"compare-{_name}", "value"), prevent_initial_call=True)  # fmt: skip
clientside_callback(ClientsideFunction("compare", "go"), Output("_pages_location", "search"),
                    Input("compare-measure", "value"), Input("compare-baseline", "value"),
                    State("compare-stored", "data"), prevent_initial_call=True)  # fmt: skip

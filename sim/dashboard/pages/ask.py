"""Ask: a story, the answers to hold against doing nothing, and the assumptions one doubts; then it is worked out."""

from __future__ import annotations

import dataclasses
from typing import Any
from urllib.parse import urlencode

import dash
from dash import ALL, Input, Output, State, callback, clientside_callback, ctx, dcc, html, no_update

from sim.dashboard import asking
from sim.dashboard.parts import ask_form, ask_go, page_head, troubles
from sim.dashboard.viewer import viewer
from sim.dashboard.wish import MOST_ARMS, Wish, read_wish, with_levers
from sim.ground.problems import Problems

dash.register_page(__name__, path="/ask", name="ask")
SET = [Input("ask-arms", "value"), Input("ask-seeds", "value"), Input("ask-beliefs", "value"),
       Input("ask-accounts", "value"), Input("ask-population", "value"), Input("ask-platform", "value"),
       Input("ask-graph", "data"), Input({"type": "ask-lever", "key": ALL}, "value"), State("ask-story", "value"),
       State({"type": "ask-lever", "key": ALL}, "id")]  # fmt: skip
AS_SET = [State(one.component_id, one.component_property) for one in SET]
GO = Output("_pages_location", "href", allow_duplicate=True)


def layout(q: str = "", job: str = "", refine: str = "", **query: str) -> Any:
    """The page for the wish in the address, for a stored question (to be refined), or for a job that is under way."""
    reader = viewer()
    head = page_head(reader.t("ask-title"), reader.t("ask-lead"))
    try:
        wish = read_wish(query) or asking.wish_behind(q, job, refine=bool(refine))
    except Problems as problems:
        return html.Div([head, troubles(problems, reader)])
    under_way = [ask_go.under_way(job, reader)] if job else []
    chosen = dcc.Store(id="ask-shown", data=wish.scenario if wish else None)
    shown = [head, chosen, *under_way, ask_form.story_choice(wish.scenario if wish else None, reader)]
    if wish is None:
        return html.Div([*shown, html.P(reader.t("ask-no-story"))])
    story = [
        html.P(reader.t.label(wish.story.question), className="question"),
        ask_form.briefing(wish.scenario, reader),
    ]
    return html.Div(
        [*shown, *story, *ask_form.form(wish, reader), ask_go.go(wish, reader), dcc.Store(id="ask-address")]
    )


def _wish(values: tuple[Any, ...]) -> Wish | None:
    """The wish that the controls stand for."""
    arms, seeds, beliefs, accounts, population, platform, graph, levers, scenario, ids = values
    told = {"scenario": scenario, "arms": ",".join(arms or ()), "seeds": seeds, "beliefs": ",".join(beliefs or ()),
            "accounts": accounts, "population": population, "platform": platform, "graph": graph or ""}  # fmt: skip
    wish = read_wish(told)
    if wish is None:
        return None
    wish = dataclasses.replace(wish, arms=wish.arms if arms else ())
    return with_levers(wish, {one["key"]: value for one, value in zip(ids, levers, strict=True)})


@callback(GO, Input("ask-story", "value"), State("ask-shown", "data"), prevent_initial_call=True)
def choose_story(scenario: str, shown: str) -> Any:
    """Another story is another page; Dash calls this too when the page appears, with the story that is shown."""
    return no_update if scenario == shown else viewer().link("/ask", scenario=scenario)


@callback(
    Output("ask-estimate", "children"), Output("ask-command", "children"), Output("ask-address", "data"),
    Output("ask-arms-note", "children"), *SET,
)  # fmt: skip
def settle(*values: Any) -> Any:
    """After each change: how long it would take, the same on the command line, and the new address."""
    reader, wish = viewer(), _wish(values)
    if wish is None:
        return no_update, no_update, no_update, ""
    note = reader.t("ask-arms-many", most=MOST_ARMS) if len(values[0] or ()) > MOST_ARMS else ""
    address = urlencode({**wish.query(), "lang": reader.lang})
    return ask_go.estimate(wish, reader), asking.command(wish), address, note


# the address follows without loading the page anew, so that nobody loses the place where they are
clientside_callback("function(told){ const job = new URLSearchParams(window.location.search).get('job');"
                    " if (told) { window.history.replaceState(null, '', '?' + told + (job ? '&job=' + job : '')); }"
                    " return window.dash_clientside.no_update; }",
                    Output("ask-address", "clear_data"), Input("ask-address", "data"))  # fmt: skip


@callback(
    Output("ask-boxes", "children"), Output("ask-arms", "value"), Output("ask-own-note", "children"),
    Input("ask-own-add", "n_clicks"), State("ask-own-parts", "value"), State("ask-own-delay", "value"),
    State("ask-own-trigger", "value"), State("ask-boxes", "children"), *AS_SET, prevent_initial_call=True,
)  # fmt: skip
def add_answer(_: int, parts: list[str], delay: float, trigger: str, boxes: list[Any], *values: Any) -> Any:
    """One more answer to tick: several together, later, or on an alert."""
    reader, wish = viewer(), _wish(values)
    if wish is None or not parts:
        return no_update, no_update, reader.t("ask-own-nothing")
    later = f"@{delay:g}" if delay else ""
    waits = f"?{trigger}" if trigger != "at_once" else ""
    arm = "+".join(f"{part}{waits}{later}" for part in parts)
    try:
        box = ask_form.answer_box(wish, arm, reader.t)
    except Problems as problems:
        return no_update, no_update, troubles(problems, reader)
    added = reader.t("ask-own-added", answer=ask_form.arm_label(wish, arm, reader.t))
    return [*boxes, box.to_plotly_json()], [*dict.fromkeys([*wish.arms, arm])], added


@callback(
    GO, Output("ask-problems", "children"), Input("ask-quick", "n_clicks"), Input("ask-whole", "n_clicks"), *AS_SET,
    prevent_initial_call=True,
)  # fmt: skip
def ask(quick: int, whole: int, *values: Any) -> Any:
    """Answer at once if everything is stored, else start the runs and watch them."""
    reader, wish = viewer(), _wish(values)
    if wish is None or not (quick or whole):
        return no_update, no_update
    try:
        asked, job = asking.ask(wish, quick=ctx.triggered_id == "ask-quick")
    except Problems as problems:
        return no_update, troubles(problems, reader)
    return (reader.link("/ask", job=job, **wish.query()) if job else reader.link("/compare", q=asked)), ""

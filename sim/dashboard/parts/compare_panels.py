"""The panels of a comparison: each asks one question of it, and answers with a picture and words."""

from __future__ import annotations

from typing import Any

from dash import html

from sim.dashboard.figures.delays import delay_curve
from sim.dashboard.figures.dots import dot_plot
from sim.dashboard.figures.fans import fan_chart
from sim.dashboard.figures.intervals import Mark, interval_chart
from sim.dashboard.figures.spreads import spread_chart
from sim.dashboard.figures.tradeoffs import trade_off
from sim.dashboard.parts import compare_data as data
from sim.dashboard.parts.compare_view import View
from sim.dashboard.parts.markup import markup
from sim.dashboard.parts.pictures import picture
from sim.dashboard.parts.states import troubles
from sim.dashboard.viewer import Viewer
from sim.ground.problems import Problems

NAMED = 2  # groups that a title can name; more are counted


def panel(name: str, title: str, *body: Any) -> Any:
    """A part of the page with its heading, to which an address may point."""
    return html.Section([html.H2(title, id=f"{name}-title"), *body], id=name, className="panel",
                        **{"aria-labelledby": f"{name}-title"})  # fmt: skip


def how_often(view: View, reader: Viewer) -> Any:
    """The futures of every answer as dots."""
    return picture(
        dot_plot(data.strips(view), view.shown, view.baseline, view.manner), "compare-dots", reader, long=True
    )


def over_time(view: View, arm: str, reader: Viewer) -> Any:
    """The paths of the baseline and of one answer, with what happened on the axis."""
    t, measure = view.t, data.series_of(view)
    if measure is None:
        return html.P(t("compare-no-series", measure=view.shown.label), className="note")
    happened = data.happened(view, arm)
    hours, fans = data.bands(view, arm, measure.name)
    shown = fan_chart(hours, fans, happened, view.quantity(measure.name), (view.place(arm), view.manner))
    says = t("compare-instead", measure=view.quantity(measure.name).label, asked=view.shown.label)
    listed = html.Ul([
        html.Li([html.Span(one.mark, className="mark"), html.Span(t.hours(one.hour), className="when"),
                 f" {one.label}, ", html.Em(t(f"compare-side-{one.side}"))]) for one in happened
    ])  # fmt: skip
    return [
        *([html.P(says, className="note")] if measure.name != view.found.measure else []),
        picture(shown, "compare-fan", reader, long=True),
        markup(html.Details([html.Summary(t("compare-happened")), listed], className="happened", open=True)),
    ]


def for_whom(view: View, arm: str, reader: Viewer) -> Any:
    """Who is better and who worse off by one answer."""
    marks = [mark for mark in data.groups(view) if mark.answer == view.label(arm)]
    if len(marks) < 2:
        return html.P(view.t("compare-groups-not"), className="note")
    shown = interval_chart(marks, view.shown, view.baseline, view.manner, _groups_title(view, marks))
    return picture(shown, "compare-groups", reader)


def by_rule(view: View, reader: Viewer) -> Any:
    """Whether the ranking survives another way in which people change their minds."""
    t, told = view.t, data.under_rules(view)
    marks, rules = data.rules(view, told), [view.belief(one.rule) for one in told]
    best = {rule: view.label(one.ranking[0]) for rule, one in zip(rules, told, strict=True)}
    if len(rules) < 2:
        return html.P(t("compare-rules-one", rule=rules[0]), className="note")
    if len({one.ranking for one in told}) == 1:
        title = t("compare-rules-survive", n=len(rules))
    elif len(set(best.values())) == 1:
        title = t("compare-rules-best", answer=next(iter(best.values())), n=len(rules))
    else:
        by_rule = [t("compare-rules-told", answer=answer, rule=rule) for rule, answer in best.items()]
        title = t("compare-rules-differ", told=", ".join(by_rule))
    return picture(interval_chart(marks, view.shown, view.baseline, view.manner, title), "compare-rules", reader)


def where_from(view: View, reader: Viewer) -> Any:
    """What makes the effects differ from future to future."""
    try:
        return picture(spread_chart(data.splits(view), view.manner), "compare-spread", reader)
    except Problems as problems:
        return troubles(problems, reader)


def elsewhere(view: View, axes: tuple[str, str], reader: Viewer) -> Any:
    """Two outcomes against each other."""
    try:
        found = data.points(view, *axes)
    except Problems as problems:
        return troubles(problems, reader)
    return picture(
        trade_off(found, view.quantity(axes[0]), view.quantity(axes[1]), view.manner), "compare-trade", reader
    )


def waiting(view: View, reader: Viewer) -> Any:
    """What an answer is worth when it comes later; nothing when no later ones were run."""
    found = data.delays(view)
    return (
        picture(delay_curve(found, view.shown, view.baseline, view.manner), "compare-delay", reader) if found else None
    )


def rights(view: View) -> Any:
    """Effect, rights and cost of every answer side by side."""
    t = view.t
    heads = [t("figures-answer"), t("figures-difference"), *(view.metric_named(metric) for metric in data.RIGHTS),
             t("compare-rights-class")]  # fmt: skip
    rows = [_price_row(view, price) for price in data.prices(view)]
    table = html.Table(
        [html.Thead(html.Tr([html.Th(head, scope="col") for head in heads])), html.Tbody(rows)], className="facts"
    )
    box = html.Div(table, className="scrolls", tabIndex="0", role="region", **{"aria-label": t("compare-rights")})
    return [html.P(t("compare-rights-lead"), className="note"), markup(box)]


def _price_row(view: View, price: data.Price) -> Any:
    t, found = view.t, view.found
    baseline = price.arm == found.baseline
    effect = (
        t("compare-changes-baseline")
        if baseline
        else view.shown.change(t, found.differences[price.arm, found.measure].mean)
    )
    cells = [html.Td(view.metric_value(metric, mean), className="figure")
             for metric, mean in zip(data.RIGHTS, price.means, strict=True)]  # fmt: skip
    grave = t(f"compare-rights-{(price.rights or 'none').replace('_', '-')}")
    named = ", ".join(view.action(idea) for idea in price.measures)
    classed = html.Td([html.Strong(grave), *([html.Br(), html.Small(named)] if named else [])])
    return html.Tr([html.Th(view.label(price.arm), scope="row"), html.Td(effect, className="figure"), *cells, classed])


def _groups_title(view: View, marks: list[Mark]) -> str:
    t, own = view.t, [mark for mark in marks if mark.group != view.t("compare-everybody")]
    gain = [mark.group for mark in own if mark.sure and view.shown.wins(mark.mean)]
    lose = [mark.group for mark in own if mark.sure and not view.shown.wins(mark.mean)]
    told = {"gain": _named(view, gain), "lose": _named(view, lose), "gains": len(gain), "loses": len(lose)}
    if gain and lose:
        return t("compare-groups-both", **told)
    if gain:
        return t("compare-groups-gain", gain=told["gain"], gains=len(gain))
    return t("compare-groups-lose", lose=told["lose"], loses=len(lose)) if lose else t("compare-groups-none")


def _named(view: View, groups: list[str]) -> str:
    return ", ".join(groups) if len(groups) <= NAMED else view.t("compare-groups-many", n=len(groups))

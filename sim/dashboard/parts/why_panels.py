"""The panels of the Why page: when two answers part, how the difference grows, which cascades, which actions."""

from __future__ import annotations

from typing import Any

from dash import dcc, html

from sim.dashboard.figures.quantities import Quantity
from sim.dashboard.figures.why import Grown, Paths, hour_named, parting_chart, paths_chart
from sim.dashboard.figures.why_cascades import UNKNOWN, cascade_chart, label_of
from sim.dashboard.parts import why_data as data
from sim.dashboard.parts import why_words as say
from sim.dashboard.parts.compare_panels import panel
from sim.dashboard.parts.pictures import picture
from sim.dashboard.parts.why_data import Duel
from sim.dashboard.viewer import Viewer

NUMBERS = 12  # first measured differences that are listed


def in_words(duel: Duel) -> Any:
    """The answer before any figure."""
    lines = [html.P(say.parting(duel), className="headline"),
             *(html.P(line) for line in (say.later(duel), say.overall(duel)) if line)]  # fmt: skip
    return html.Div(lines, className="answer", id="why-answer", role="status")


def when(duel: Duel, reader: Viewer) -> Any:
    """When the two part in each future, and by what in this one."""
    chart = parting_chart(data.partings(duel), _shown(duel), duel.view.place(duel.b), duel.view.manner)
    return panel("why-when", reader.t("why-when"), picture(chart, "why-partings", reader), *_first(duel, reader))


def _shown(duel: Duel) -> Quantity:
    return duel.view.quantity(duel.series) if duel.series else duel.view.shown


def _first(duel: Duel, reader: Viewer) -> list[Any]:
    t, acts, numbers = reader.t, say.firsts(duel), say.first_numbers(duel, NUMBERS)
    shown: list[Any] = []
    if acts and duel.parting.journal:
        hour = hour_named(t, duel.parting.journal.hour)
        shown += [html.H3(t("why-first-acts", hour=hour)), html.Ul([html.Li(line) for line in acts])]
    if numbers and duel.parting.numbers:
        head = html.Tr([html.Th(text, scope="col") for text in (t("why-column-measure"), *duel.names)])
        rows = [html.Tr([html.Th(name, scope="row"), *(html.Td(value, className="figure") for value in values)])
                for name, *values in numbers]  # fmt: skip
        title = t("why-first-numbers", hour=hour_named(t, duel.parting.numbers.hour))
        box = html.Div(html.Table([html.Thead(head), html.Tbody(rows)], className="facts"), className="scrolls",
                       tabIndex="0", role="region", **{"aria-label": title})  # fmt: skip
        shown.append(html.Details([html.Summary(title), box], className="first"))
    return shown


def over_time(duel: Duel, reader: Viewer) -> Any:
    """Both answers over time in this future, with what begins, and their difference in all futures."""
    t, view = reader.t, duel.view
    if not duel.series:
        return panel("why-paths", t("why-time"), html.P(t("compare-no-series", measure=view.shown.label)))
    others = tuple((hours, second - first) for future in view.found.paired.futures if future.key != duel.future.key
                   for hours, first, second in [duel.paths(future)])  # fmt: skip
    paths = Paths(duel.names, *duel.paths(duel.future), others, view.place(duel.b))
    happened = data.events(duel)
    chart = paths_chart(paths, happened, view.quantity(duel.series), view.manner)
    listed = html.Ul([
        html.Li([html.Span(str(number), className="mark"), html.Span(t.hours(one.hour), className="when"),
                 f" {one.label}, ", html.Em(_side(duel, one.side))]) for number, one in enumerate(happened, 1)
    ])  # fmt: skip
    says = t("compare-instead", measure=view.quantity(duel.series).label, asked=view.shown.label)
    return panel(
        "why-paths", t("why-time"), *([html.P(says, className="note")] if duel.series != view.found.measure else []),
        picture(chart, "why-path", reader),
        html.Details([html.Summary(t("compare-happened")), listed], className="happened"),
    )  # fmt: skip


def _side(duel: Duel, side: str) -> str:
    return {"a": duel.names[0], "b": duel.names[1]}.get(side) or duel.view.t(f"why-side-{side}")


def cascades(duel: Duel, reader: Viewer) -> Any:
    """The largest cascades of both, side by side."""
    told = data.grown(duel)
    if not told:
        return panel("why-cascades", reader.t("why-cascades"), html.P(reader.t("why-cascades-nothing")))
    chart = cascade_chart(told, duel.names, duel.view.place(duel.b), duel.view.manner)
    carried = [html.Li(line) for one in told[:3] if (line := _carriers(duel, one, reader))]
    return panel("why-cascades", reader.t("why-cascades"), picture(chart, "why-cascade", reader),
                 *([html.H3(reader.t("why-carriers")), html.Ul(carried)] if carried else []))  # fmt: skip


def _carriers(duel: Duel, one: Grown, reader: Viewer) -> str:
    told = [reader.t("why-carried", answer=name, who=who)
            for name, who in zip(duel.names, one.carried, strict=True) if who != UNKNOWN]  # fmt: skip
    return (
        f"{label_of(one, duel.view.manner)}{reader.t('why-colon')}{reader.t('why-semicolon').join(told)}"
        if told
        else ""
    )


def links(duel: Duel, q: str, reader: Viewer) -> Any:
    """The two runs themselves, and the whole comparison."""
    t = reader.t
    runs = [html.Li(dcc.Link(t("why-see-run", answer=name), href=reader.link("/run", id=run.id)))
            for name, run in zip(duel.names, duel.runs, strict=True)]  # fmt: skip
    back = html.Li(dcc.Link(t("why-see-compare"), href=reader.link("/compare", q=q, arm=duel.b)))
    return panel("why-further", t("why-further"), html.Ul([*runs, back], className="links"))

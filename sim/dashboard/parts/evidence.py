"""The parts of the page Evidence, each made of what the model says about itself."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from dash import dcc, html

from sim import catalogue, disarm
from sim.dashboard.documents import Section, Study, linked, odd, plain, studies
from sim.dashboard.glossary import GROUPS
from sim.dashboard.parameters import Parameter, parameters
from sim.dashboard.parts.documents import document, table_of_values
from sim.dashboard.parts.grids import ENGLISH, grid, search
from sim.dashboard.parts.states import empty
from sim.dashboard.viewer import Viewer
from sim.i18n import words
from sim.translated import source_in, unit_in

WIDTHS = {"name": 240, "says": 300, "default": 100, "range": 120, "unit": 135, "source": 120, "group": 120}
FORMULA = re.compile(r"(?:math\.log)?[-\d.,()/* ]+")  # a fixed number as it stands in the code


def parameters_part(reader: Viewer, find: str = "", **_: str) -> Any:
    """Every number and word of the model, to be searched."""
    t, told = reader.t, parameters()
    guessed = sum(one.assumed for one in told)
    counted = t(
        "evidence-counted", all=t.number(len(told)), guessed=t.number(guessed), share=t.percent(guessed / len(told), 0)
    )
    columns = [{"field": key, "headerName": t(f"evidence-column-{key}"), "width": width,
                **({"minWidth": width} if key in ("name", "unit") else {})}
               for key, width in WIDTHS.items()]  # fmt: skip
    rows = [_parameter(one, reader) for one in told]
    return [_hidden(t("evidence-parameters")), html.P(counted), search("parameters", reader, find),
            grid("parameters", columns, rows, reader, t("evidence-parameters"))]  # fmt: skip


def _parameter(one: Parameter, reader: Viewer) -> dict[str, str]:
    group = catalogue.TITLES.get(one.group)
    named = reader.t.label(group).partition(" (")[0] if group else reader.t(f"evidence-group-{one.group}")
    return {"name": one.name, "group": named, "default": written(one.default, reader), "range": allowed(one, reader),
            "unit": "" if one.unit == "-" else unit_in(reader.lang, one.unit),
            "source": source_in(reader.lang, one.source), "says": one.says(reader.lang)}  # fmt: skip


def written(value: Any, reader: Viewer) -> str:
    """A default as the reader's language writes it; words stay as they are typed."""
    if isinstance(value, tuple):
        return _between(reader).join(written(one, reader) for one in value)
    if isinstance(value, str) and FORMULA.fullmatch(value):
        return _formula(value, reader)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return "" if value is None else str(value)
    digits = 0 if value == int(value) else len(f"{value:.12g}".partition(".")[2])
    return reader.t.number(value, min(digits, 8)) if abs(value) < 1e15 else f"{value:g}"


def _formula(code: str, reader: Viewer) -> str:
    told = code.replace("math.log", "ln").replace(", ", _between(reader))
    return told.replace(".", ",") if reader.lang == "fr" else told


def _between(reader: Viewer) -> str:
    """What stands between numbers: in French a comma is that of a single one."""
    return "\u202f; " if reader.lang == "fr" else ", "


def allowed(one: Parameter, reader: Viewer) -> str:
    """The range of a number in words, or the words it may be."""
    if one.choices:
        return ", ".join(one.choices)
    ends = {"low": written(one.low, reader), "high": written(one.high, reader)}
    if one.low is None or one.high is None:
        key = "from" if one.high is None else "to"
        return reader.t(f"evidence-{key}", value=ends["low"] or ends["high"]) if any(ends.values()) else ""
    return reader.t("evidence-between", **ends)


def validation_part(reader: Viewer, study: str = "", **_: str) -> Any:
    """The studies in which the model is held against what is known, or one of them."""
    t, found = reader.t, studies()
    if not found:
        return [_hidden(t("evidence-validation")), empty(t("evidence-no-studies"))]
    chosen = next((one for one in found if one.name == study), None)
    if chosen is None:
        listed = html.Ul([html.Li(_study(one, reader)) for one in found], className="studies-list")
        return [
            _hidden(t("evidence-validation")),
            html.P(t("evidence-validation-lead")),
            *_english_only(reader),
            listed,
        ]
    blocks = [block for section in chosen.sections for block in (section.head, *section.blocks)]
    tables = [table_of_values(file, reader) for file in chosen.tables]
    back = dcc.Link(t("evidence-all-studies"), href=reader.link("/evidence", part="validation"))
    return [html.P(back), document(blocks, reader, lambda _: None), *tables]


def _study(one: Study, reader: Viewer) -> Any:
    link = dcc.Link(one.title, href=reader.link("/evidence", part="validation", study=one.name))
    return html.Div([html.H3(link), html.P(plain(one.question), className="study-question"),
                     dcc.Markdown(linked(one.verdict, lambda _: None))], lang="en")  # fmt: skip


def model_part(reader: Viewer, section: str = "", **_: str) -> Any:
    """The description of the model, one section at a time."""
    t, told = reader.t, odd()
    if not told:
        return [html.H2(t("evidence-model")), empty(t("evidence-no-document"))]
    chosen = next((one for one in told if one.anchor == section), told[0])
    home = {anchor: one.anchor for one in told for anchor in one.anchors}

    def to(place: str) -> str | None:
        anchor = place.removeprefix("#")
        return f"{_of(home[anchor], reader)}#{anchor}" if place.startswith("#") and anchor in home else None

    body = [document((chosen.head, *chosen.blocks), reader, to), _next(told, chosen, reader)]
    return html.Div([_contents(told, chosen, reader), html.Div(body)], className="with-contents")


def _of(section: str, reader: Viewer) -> str:
    return reader.link("/evidence", part="model", section=section)


def _contents(told: tuple[Section, ...], chosen: Section, reader: Viewer) -> Any:
    """All sections, and what stands under the one that is shown."""
    lines: list[Any] = []
    for one in told:
        on = one is chosen
        name = (
            html.Span(one.title, **{"aria-current": "page"})
            if on
            else dcc.Link(one.title, href=_of(one.anchor, reader))
        )
        under = [html.Li(html.A(head.text, href=f"#{head.anchor}")) for head in one.headings] if on else []
        lines.append(html.Li([name, *([html.Ul(under)] if under else [])]))
    return html.Nav(html.Ul(lines), className="contents", lang="en", **{"aria-label": reader.t("evidence-contents")})


def _next(told: tuple[Section, ...], chosen: Section, reader: Viewer) -> Any:
    place = told.index(chosen) + 1
    if place == len(told):
        return None
    link = dcc.Link(told[place].title, href=_of(told[place].anchor, reader))
    return html.P([reader.t("evidence-next"), " ", html.Span(link, lang="en")], className="next")


def glossary_part(reader: Viewer, **_: str) -> Any:
    """The field's terms in the reader's language, with what the other language calls them."""
    t = reader.t
    other = "fr" if reader.lang == "en" else "en"
    parts = []
    for group, terms in GROUPS.items():
        told = [line for term in sorted(terms, key=lambda one: _letters(t(f"glossary-{one}")))
                for line in _term(term, other, reader)]  # fmt: skip
        parts.append(html.Div([html.H3(t(f"glossary-group-{group}")), html.Dl(told)], className="glossary"))
    return [_hidden(t("evidence-glossary")), html.P(t("evidence-glossary-lead")), *parts]


def _letters(name: str) -> str:
    """A name without its accents, as dictionaries sort it."""
    return "".join(one for one in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(one))


def _term(term: str, other: str, reader: Viewer) -> list[Any]:
    t = reader.t
    name, also = t(f"glossary-{term}"), words(other)(f"glossary-{term}")
    told = [name, *([" ", html.Span(also, lang=other, className="also")] if also != name else [])]
    return [html.Dt(told, id=f"term-{term}"), html.Dd(t(f"glossary-{term}-means"))]


def disarm_part(reader: Viewer, find: str = "", show: str = "played", **_: str) -> Any:
    """The techniques and counters of DISARM, and the ideas by which Parley plays them."""
    t, played = reader.t, players()
    everything = disarm.techniques()
    told = [one for one in everything.values() if show == "all" or one.id in played]
    keys = {"id": 110, "name": 280, "side": 130, "tactic": 170, "rights": 150, "played": 240}
    columns = [{"field": key, "headerName": t(f"evidence-disarm-{key}"), "width": width,
                **({"minWidth": width} if key in ("id", "side") else {}),
                **(ENGLISH if key == "name" else {})} for key, width in keys.items()]  # fmt: skip
    rows = [_technique(one, played.get(one.id, ()), reader) for one in told]
    counted = t("evidence-disarm-counted", played=t.number(len(played)), all=t.number(len(everything)))
    switch = dcc.Link(t(f"evidence-disarm-{'only' if show == 'all' else 'all'}"),
                      href=reader.link("/evidence", part="disarm", show="" if show == "all" else "all"))  # fmt: skip
    return [_hidden(t("evidence-disarm")), html.P([counted, " ", switch]), search("disarm", reader, find),
            grid("disarm", columns, rows, reader, t("evidence-disarm")),
            html.P(t("evidence-disarm-licence"), className="hint")]  # fmt: skip


def players() -> dict[str, tuple[str, ...]]:
    """The ideas that play each technique or counter, as `shelf/name`."""
    found: dict[str, tuple[str, ...]] = {}
    for shelf in ("tactics", "countermeasures", "events"):
        for name in catalogue.names(shelf):
            for number in catalogue.card(shelf, name).disarm:
                known = disarm.technique(number)
                if known:
                    found[known.id] = (*found.get(known.id, ()), f"{shelf}/{name}")
    return found


def _technique(one: disarm.Technique, played: tuple[str, ...], reader: Viewer) -> dict[str, Any]:
    t = reader.t
    ideas = [t.label(catalogue.card(*player.split("/")).label) for player in played]
    return {
        "id": one.id,
        "name": t.label(one.name),
        "english": t.lang == "en" or one.name.fr == one.name.en,
        "side": t(f"evidence-{one.side}"),
        "tactic": t.label(disarm.tactics()[one.tactic].name),
        "rights": t(f"evidence-rights-{one.rights}") if one.rights in catalogue.RIGHTS else "",
        "played": ", ".join(ideas),
    }


def _hidden(title: str) -> Any:
    """A heading that the tab above shows already."""
    return html.H2(title, className="visually-hidden")


def _english_only(reader: Viewer) -> list[Any]:
    return [html.P(reader.t("evidence-english-only"), className="hint")] if reader.lang != "en" else []

"""The tables of ODD.md, made from the code: `python tests/odd_tables.py` renews them in place."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import re
from collections.abc import Callable, Iterable
from enum import IntEnum
from pathlib import Path
from typing import Any

from sim import catalogue
from sim.dashboard import parameters
from sim.ground.cards import is_assumed
from sim.ground.columns import Columns

ROOT = Path(__file__).resolve().parents[1]
DOCUMENT = ROOT / "ODD.md"
BLOCK = re.compile(r"(<!-- table: (\w+)((?: \w+)*) -->\n).*?(<!-- end -->)", re.DOTALL)


def filled(text: str) -> str:
    """The document with every table made anew."""
    return BLOCK.sub(lambda found: found[1] + TABLES[found[2]](*found[3].split()) + "\n" + found[4], text)


def table(heads: Iterable[str], rows: Iterable[Iterable[Any]]) -> str:
    """A table in Markdown."""
    lines = [list(heads), ["---"] * len(list(heads)), *([str(cell) for cell in row] for row in rows)]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") or " " for cell in line) + " |" for line in lines)


def phases(session: str = "reading") -> str:
    """The day of a kind of session, with the first line of each phase's file."""
    from sim.model import DAYS

    told = [(phase.__name__, first_line(inspect.getmodule(phase)).partition(": ")[2]) for phase in DAYS[session]]
    return table(("phase", "what it does"), [(f"`{name}`", says) for name, says in told])


def columns(module: str, name: str) -> str:
    """The columns of a state table."""
    found: type[Columns] = getattr(importlib.import_module(f"sim.state.{module}"), name)
    rows = [(f"`{key}`", column.doc, unit_of(column.unit), between(column.low, column.high),
             " × ".join(("row", *column.shape)), column.dtype) for key, column in found.COLUMNS.items()]  # fmt: skip
    return table(("column", "meaning", "unit", "range", "shape", "type"), rows)


def codes() -> str:
    """The small vocabularies."""
    module = importlib.import_module("sim.state.codes")
    classes = [one for one in vars(module).values() if isinstance(one, type) and issubclass(one, IntEnum)]
    rows = [
        (f"`{one.__name__}`", one.__doc__, ", ".join(f"{int(code)} {code.name.lower()}" for code in one))
        for one in classes
        if one is not IntEnum
    ]
    return table(("code", "meaning", "values"), rows)


def ideas(shelf: str) -> str:
    """What stands on a shelf, by the cards."""
    cards = {name: catalogue.card(shelf, name) for name in catalogue.names(shelf)}
    heads = ["idea", "in one sentence", "sources"]
    more: list[tuple[str, Callable[[str, Any], str]]] = []
    if shelf == "metrics":
        more = [("unit", lambda _, card: card.unit), ("better", lambda _, card: card.better),
                ("taken", lambda name, _: catalogue.idea(shelf, name).WHEN)]  # fmt: skip
    if shelf in ("tactics", "countermeasures"):
        more = [("DISARM", lambda _, card: ", ".join(card.disarm))]
    if shelf == "tactics":
        more += [("cost of one act", lambda _, card: f"€ {card.cost.money:g}" if card.cost else "")]
    if shelf == "countermeasures":
        more += [("rights class", lambda _, card: card.rights.replace("_", " ")), ("authority", authority),
                 ("cost of one", lambda _, card: f"€ {card.cost.money:,.0f}, {card.cost.staff_hours:g} h")]  # fmt: skip
    rows = [(f"`{name}`", card.idea, ", ".join(card.sources), *(tell(name, card) for _, tell in more))
            for name, card in cards.items()]  # fmt: skip
    return table([*heads, *(head for head, _ in more)], rows)


def authority(_: str, card: Any) -> str:
    """Who can take a measure."""
    return str(card.authority)


def params(shelf: str) -> str:
    """The numbers of all ideas on a shelf."""
    rows = [(f"`{name}.{row[0][1:]}", *row[1:]) for name in catalogue.names(shelf)
            for row in fields_of(catalogue.idea(shelf, name).Params)]  # fmt: skip
    return table(("number", "default", "range", "unit", "source", "meaning"), rows)


def form(name: str) -> str:
    """The numbers of one form of settings or scenario."""
    return table(("setting", "default", "range", "unit", "source", "meaning"), fields_of(form_of(name)))


def form_of(name: str) -> Any:
    """One form of settings or scenario."""
    return getattr(importlib.import_module(parameters.FORMS[name][0]), name)


def ideas_with_params() -> list[tuple[str, str]]:
    """Shelf and name of every idea that has numbers (metrics have none)."""
    return [(shelf, name) for shelf in catalogue.TITLES if shelf != "metrics" for name in catalogue.names(shelf)]


def fields_of(params_type: Any) -> list[tuple[str, ...]]:
    """A row for each number of a form that says where it comes from."""
    return [
        (f"`{field.name}`", plain(field.default), allowed(field.metadata), unit_of(field.metadata["unit"]),
         field.metadata["source"], field.metadata["doc"])
        for field in dataclasses.fields(params_type) if "source" in field.metadata
    ]  # fmt: skip


def fixed() -> str:
    """The numbers that stand in the rules themselves and cannot be set."""
    return table(("number", "value", "where", "source and meaning"), constants())


def constants() -> list[tuple[str, str, str, str]]:
    """Named numbers of the model's code with an evidence id, or `assumed`, in the comment beside or above."""
    return [(f"`{name}`", value, f"`{file}`", says) for name, value, file, says in parameters.constants()]


def presets() -> str:
    """The presets of `conf/` with their first line."""
    files = sorted((ROOT / "conf").glob("*/*.yaml"))
    told = [(f"`{file.parent.name}={file.stem}`", file.read_text("utf-8").splitlines()[0]) for file in files]
    return table(("preset", "what it is"), [(name, says.removeprefix("# ")) for name, says in told])


def summary() -> str:
    """How many numbers there are, and how many of them nobody has measured."""
    forms = [form_of(name) for name in parameters.FORMS]
    forms += [catalogue.idea(shelf, name).Params for shelf, name in ideas_with_params()]
    settable = [field for one in forms for field in dataclasses.fields(one) if "source" in field.metadata]
    guessed = [is_assumed(field) for field in settable] + ["assumed" in row[3] for row in constants()]
    return (
        f"In all there are {len(guessed)} such numbers and words, {len(settable)} that can be set and "
        f"{len(guessed) - len(settable)} fixed; of {sum(guessed)} the value is assumed."
    )


def first_line(thing: Any) -> str:
    """The first line of a docstring."""
    return (inspect.getdoc(thing) or "").splitlines()[0]


def plain(value: Any) -> str:
    """A default as a reader writes it."""
    if isinstance(value, tuple):
        return ", ".join(map(plain, value))
    if isinstance(value, float):
        return f"{value:g}"
    return "" if value is None else str(value)


def between(low: Any, high: Any) -> str:
    """A range in words."""
    if low is None and high is None:
        return ""
    return f"from {plain(low)}" if high is None else f"to {plain(high)}" if low is None else f"{low:g} to {high:g}"


def allowed(facts: Any) -> str:
    """The range of a number, or the words it may be."""
    return ", ".join(facts["choices"]) or between(facts["low"], facts["high"])


def unit_of(unit: str) -> str:
    """The unit, if there is one."""
    return "" if unit == "-" else unit


TABLES: dict[str, Callable[..., str]] = {
    one.__name__: one for one in (phases, columns, codes, ideas, params, form, fixed, presets, summary)
}


if __name__ == "__main__":
    DOCUMENT.write_text(filled(DOCUMENT.read_text("utf-8")), "utf-8")

"""Parameters: every number and word of the model, with unit, range and source, and whether it is assumed."""

from __future__ import annotations

import dataclasses
import importlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sim import catalogue
from sim.ground.cards import is_assumed
from sim.translated import translated

SIM = Path(__file__).parents[1]
FORMS = {  # form -> the module it lives in, and how its settings are called
    "Population": ("sim.settings", "population"),
    "GraphSettings": ("sim.settings", "graph"),
    "TimeSettings": ("sim.settings", "time"),
    "Platform": ("sim.state.platform", "platform"),
    "Country": ("sim.scenario", "countries"),
    "Segment": ("sim.scenario", "segments"),
    "ClaimSpec": ("sim.scenario", "claims"),
    "ActorSpec": ("sim.scenario", "actors"),
    "EntrySpec": ("sim.scenario", "timeline"),
    "DeedSpec": ("sim.scenario", "acts"),
    "ImageSpec": ("sim.scenario", "images"),
    "LayerSpec": ("sim.scenario", "layers"),
    "Scenario": ("sim.scenario", "scenario"),
    "OperationSpec": ("sim.scenario", "operations"),
    "OwnSideSpec": ("sim.scenario", "own_side"),
}
KEPT = ("unit", "low", "high", "choices", "source", "doc")
SETTINGS = ("population", "platform", "graph", "time")
CONSTANT = re.compile(r"([A-Z][A-Z0-9_]*(?:, [A-Z][A-Z0-9_]*)*) = ((?:math\.log)?[-\d.(][^#A-Z]*?)\s*(?:# (.+))?")
SOURCED = re.compile(r"\b[ACV]\d+|assumed|R[23]\b")


@dataclass(frozen=True)
class Parameter:
    """One number or word; `group` is the shelf it belongs to, one of the settings, `scenario` or `fixed`."""

    group: str
    name: str
    default: Any
    unit: str
    low: float | None
    high: float | None
    choices: tuple[str, ...]
    source: str
    doc: str
    assumed: bool

    def says(self, language: str) -> str:
        """What it means, in a language."""
        home, _, name = self.name.partition(".")
        return translated(self.doc, language, "settings" if self.group in SETTINGS else self.group, home, name)


@cache
def parameters() -> tuple[Parameter, ...]:
    """Everything that can be set, settings first, then ideas and scenarios, and last what is fixed."""
    forms = [(home, form) for name, (module, home) in FORMS.items()
             for form in [getattr(importlib.import_module(module), name)]]  # fmt: skip
    forms.sort(key=lambda one: SETTINGS.index(one[0]) if one[0] in SETTINGS else len(SETTINGS))
    settings = [row for home, form in forms if home in SETTINGS for row in _rows(home, home, form)]
    ideas = [row for shelf in catalogue.TITLES if shelf != "metrics" for name in catalogue.names(shelf)
             for row in _rows(shelf, name, catalogue.idea(shelf, name).Params)]  # fmt: skip
    stories = [row for home, form in forms if home not in SETTINGS for row in _rows("scenario", home, form)]
    fixed = [_fixed(*one) for one in constants()]
    return (*settings, *ideas, *stories, *fixed)


def _rows(group: str, home: str, form: Any) -> list[Parameter]:
    rows = []
    for one in dataclasses.fields(form):
        if "source" in one.metadata:
            told: dict[str, Any] = {key: one.metadata.get(key) for key in KEPT}
            rows.append(Parameter(group, f"{home}.{one.name}", one.default, assumed=is_assumed(one), **told))
    return rows


def _fixed(name: str, value: str, file: str, says: str) -> Parameter:
    source = "assumed" if "assumed" in says else ""
    return Parameter(
        "fixed", f"{file.removesuffix('.py')}.{name}", value, "", None, None, (), source, says, bool(source)
    )


@cache
def constants() -> tuple[tuple[str, str, str, str], ...]:
    """Named numbers of the model's code with an evidence id, or `assumed`, in the comment beside or above.

    Each with its value, the file it stands in, and what the comment says.
    """
    rows = []
    for path in sorted(SIM.rglob("*.py")):
        above = ""
        for line in path.read_text("utf-8").splitlines():
            found = CONSTANT.fullmatch(line)
            says = (found[3] or above) if found else ""
            if found and SOURCED.search(says):
                rows.append((found[1], found[2], path.relative_to(SIM).as_posix(), says))
            above = line.removeprefix("# ") if line.startswith("# ") else ""
    return tuple(rows)

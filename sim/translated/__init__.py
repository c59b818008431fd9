"""Translated: what ideas, params and fixed numbers say of themselves in English, told in another language.

`fr/tactics.toml` has a table for each idea of the shelf, by file name: its `idea`, and what each param means, by name.
`settings`, `scenario` and `fixed` are groups of their own, as on the app's page Evidence; `words` has the units, and
what sources say beside evidence ids. What nobody has translated is told in English.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


@cache
def texts(group: str, language: str) -> dict[str, dict[str, str]]:
    """Every text of a group in a language, by idea and then by param; nothing for English."""
    file = HERE / language / f"{group}.toml"
    return tomllib.loads(file.read_text("utf-8")) if file.exists() else {}


def translated(english: str, language: str, group: str, name: str, key: str = "idea") -> str:
    """An idea's line, or what its param `key` means, in a language."""
    return texts(group, language).get(name, {}).get(key, english)


def unit_in(language: str, unit: str) -> str:
    """A unit as a language writes it."""
    return translated(unit, language, "words", "units", unit)


def source_in(language: str, source: str) -> str:
    """A source with what it says beside ids and papers; parts with commas between are told one by one."""
    known = texts("words", language).get("sources", {})
    return known.get(source) or ", ".join(known.get(part, part) for part in source.split(", "))

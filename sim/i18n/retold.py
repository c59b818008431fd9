"""Retold: the engine speaks English, and its own sentence, with holes for the facts, is the key to any other language.

So it does not matter by which way a sentence comes: as an object, from a file or from another process.
`en/engine.ftl` holds the engine's words, `fr/engine.ftl` says the same in French; what can only be met on the command
line is in neither. A fact in quotes is a person's own word and stays; one called by a single letter is a number.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from sim.i18n.words import HERE, LANGUAGES, Words

NUMBER = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
LONGEST = 1000  # signs; a sentence of the engine is shorter, and a stranger's file may hold anything
KNOWN = "Known: "  # as a problem says what there is


class Sentence(NamedTuple):
    """A sentence with holes: how it is known again, its key, and the facts that are a person's own words."""

    pattern: re.Pattern[str]
    key: str
    own: frozenset[str]


def retold(line: object, t: Words) -> str | None:
    """A problem, a report's line or a reason in the words of a language; None where nobody wrote it there."""
    text = str(line)
    if t.lang == LANGUAGES[0]:
        return text
    return _problem(text, t) or sentence(text, t)


def sentence(text: str, t: Words) -> str | None:
    """One sentence, or a part of one; None for one that the engine does not say."""
    if len(text) > LONGEST:
        return None
    for one in sentences():
        if found := one.pattern.fullmatch(text):
            return t(one.key, **{name: _fact(word, name in one.own, t) for name, word in found.groupdict().items()})
    return None


def _fact(word: str, own: bool, t: Words) -> str | float:
    """A fact as the language writes it: a number, a part of a sentence, or a name, which stays."""
    if own:
        return word
    if word.endswith("%") and NUMBER.fullmatch(word[:-1]):
        return t.percent(_value(word[:-1]) / 100)
    return _value(word) if NUMBER.fullmatch(word) else sentence(word, t) or word


def _value(word: str) -> float:
    plain = word.replace(",", "")
    return float(plain) if "." in plain else int(plain)


def _problem(text: str, t: Words) -> str | None:
    """A whole problem, `where: what. Known: one, other. What to try.`; None unless what was found can be said."""
    where, _, said = text.partition(": ")
    for end in re.finditer(r"\.(?: |$)", said[:LONGEST]):  # there may be a full stop within
        found, advice = sentence(said[: end.start()], t), said[end.end() :]
        if found is None:
            continue
        known = ""
        if advice.startswith(KNOWN) and sentence(advice, t) is None:
            known, _, advice = advice.removeprefix(KNOWN).partition(". ")
        parts = [t("shell-problem", where=sentence(where, t) or where, found=found)]
        parts += [t("shell-problem-known", words=known.rstrip("."))] if known else []
        return " ".join([*parts, *([sentence(advice, t) or advice] if advice else [])])
    return None


@cache
def sentences() -> tuple[Sentence, ...]:
    """Every sentence of the engine, those with the most words of their own first."""
    from fluent.syntax import FluentParser

    read = FluentParser().parse((HERE / LANGUAGES[0] / "engine.ftl").read_text("utf-8")).body
    found = [_sentence(one) for one in read if hasattr(one, "value")]
    return tuple(one for _, one in sorted(found, key=lambda one: -one[0]))


def _sentence(message: object) -> tuple[int, Sentence]:
    """A sentence, and how many signs of it are its own."""
    from fluent.syntax import ast

    assert isinstance(message, ast.Message)
    assert message.value is not None
    pattern, plain, own = "", "", {"id"}
    for part in message.value.elements:
        inner = getattr(part, "expression", None)
        if isinstance(inner, ast.VariableReference):
            own |= {inner.id.name} if plain.endswith('"') else set()
            pattern += f"(?P<{inner.id.name}>{_shape(inner.id.name)})"
            continue
        text = inner.parse()["value"] if isinstance(inner, ast.StringLiteral) else str(part.value)
        pattern, plain = pattern + re.escape(text), plain + text
    return len(plain), Sentence(re.compile(pattern, re.DOTALL), message.id.name, frozenset(own))


def _shape(name: str) -> str:
    """What a hole of this name may hold."""
    return NUMBER.pattern if len(name) == 1 else r"\S+" if name == "id" else ".+?"

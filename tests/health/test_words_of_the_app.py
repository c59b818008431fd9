"""Everything the app says exists in English and in French, with the same facts, and in the typography of each."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

pytest.importorskip("fluent.runtime", reason="the app's libraries are not installed")

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from sim.i18n import LANGUAGES, words

FOLDER = Path(__file__).parents[2] / "sim" / "i18n"
ALIKE = "alike in both languages"
SAME = re.compile(r"[\W\d]*|[A-Z]{2,}\d?|.{0,3}", re.DOTALL)  # signs and abbreviations may be alike in both


def messages(lang: str) -> dict[str, ftl.Message]:
    """Every message of a language, by key; two files never have the same one."""
    found: dict[str, ftl.Message] = {}
    for file in sorted((FOLDER / lang).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text("utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{file.name}: {entry.content}"
            if isinstance(entry, ftl.Message):
                assert entry.id.name.startswith(f"{file.stem}-"), f"{file.name}: {entry.id.name}"
                assert entry.id.name not in found, entry.id.name
                found[entry.id.name] = entry
    return found


class Facts(Visitor):
    """The facts that a message is given, and its words."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.texts: list[str] = []

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name)

    def visit_TextElement(self, node: ftl.TextElement) -> None:  # noqa: N802
        self.texts.append(node.value)


def facts(message: ftl.Message) -> Facts:
    found = Facts()
    found.visit(message)
    return found


def test_that_every_sentence_exists_in_both_languages_with_the_same_facts():
    said = {lang: messages(lang) for lang in LANGUAGES}
    assert set(said["en"]) == set(said["fr"])
    assert len(said["en"]) > 20
    for key in said["en"]:
        given = {lang: facts(said[lang][key]).names - {"plural"} for lang in LANGUAGES}
        assert given["en"] == given["fr"], key


def test_that_no_french_sentence_is_left_in_english():
    english, french = messages("en"), messages("fr")
    alike = {key: "".join(facts(english[key]).texts) for key in english
             if facts(english[key]).texts == facts(french[key]).texts}  # fmt: skip
    wrong = {key: text for key, text in alike.items() if not SAME.fullmatch(text.strip())
             and not (french[key].comment and ALIKE in french[key].comment.content)}  # fmt: skip
    assert wrong == {}, f'write "# {ALIKE}" above a French message that is rightly the same'


def test_that_french_puts_narrow_spaces_before_its_signs():
    wrong = []
    for key, message in messages("fr").items():
        text = "\0".join(facts(message).texts)
        if re.search(r"[^\s\u202f\d/][;!?»]|[ \u00a0][;:!?»%€]|«[^\u202f]|\w'\w|\w:(?=\s|$)", text):
            wrong.append((key, text))
    assert wrong == []


def test_that_every_key_used_in_the_code_is_written():
    keys, known = set(), messages("en")
    for file in (FOLDER.parent).rglob("*.py"):
        if not {"dashboard", "brief", "i18n", "door"} & set(file.parts):
            continue
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if name == "t":
                    keys.add(str(node.args[0].value))
    assert len(keys) > 5
    assert keys - set(known) == set()


def test_that_numbers_and_plurals_follow_the_language():
    english, french = words("en"), words("fr")
    assert (english.number(10096), french.number(10096)) == ("10,096", "10\u202f096")
    assert (english.percent(0.064), french.percent(0.064)) == ("6.4\u202f%", "6,4\u202f%")
    assert (english.points(-0.012), french.points(-0.012)) == ("−1.2 points", "−1,2\u202fpoint")
    assert (english.euros(2000), french.euros(2000)) == ("€2,000", "2\u202f000\u202f€")
    assert (english.hours(0.75), french.hours(72)) == ("45\u202fmin", "3\u202fj")
    assert french("shell-problems", n=1) != french("shell-problems", n=2)
    with pytest.raises(KeyError):
        english("nobody-wrote-this")

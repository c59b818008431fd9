"""YAML from a stranger: names, numbers and text only, each with its line; nothing in it can run."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from sim.ground.problems import Problem

TOO_LONG = 1_000_000  # bytes; a pack's file has a few thousand
PLAIN = "tag:yaml.org,2002:"
WORDS = {"": None, "~": None, "null": None, "true": True, "false": False, "True": True, "False": False}
WHOLE = re.compile(r"[+-]?\d{1,18}")
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?")


@dataclass
class Document:
    """What a file holds: plain data, the line of every dotted path, and the problems met on the way."""

    data: Any = None
    lines: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_yaml(path: Path, shown: str) -> Document:
    """Read a file; `shown` is the name that problems give it."""
    document = Document()
    try:
        if path.stat().st_size > TOO_LONG:
            document.problems.append(Problem(shown, f"it is longer than {TOO_LONG} bytes"))
            return document
        node = yaml.compose(path.read_text("utf-8"), Loader=yaml.BaseLoader)
        document.data = _plain(node, "", shown, document, set()) if node else None
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        document.problems.append(Problem(f"{shown}, line {line}", "it is not UTF-8 text"))
    except yaml.YAMLError as error:
        document.problems.append(_wrong_yaml(error, shown))
    except RecursionError:
        document.problems.append(Problem(shown, "it is nested too deeply"))
    except OSError as error:
        document.problems.append(Problem(shown, f"it cannot be read: {error.strerror}"))
    return document


def _wrong_yaml(error: yaml.YAMLError, shown: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    where = f"{shown}, line {mark.line + 1}" if mark else shown
    said = str(getattr(error, "problem", None) or error)
    advice = "Indent with spaces, not tabs." if "\\t" in said else "Check indents, colons and quotes."
    return Problem(where, f"it is not YAML: {said}", advice=advice)


def _plain(node: yaml.Node, path: str, shown: str, document: Document, seen: set[int]) -> Any:
    where = f"{shown}, line {node.start_mark.line + 1}"
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node, where, document)
    kind = "map" if isinstance(node, yaml.MappingNode) else "seq"
    if node.tag != PLAIN + kind:
        document.problems.append(Problem(where, f'tags such as "{node.tag}" are not used in packs'))
        return None
    if id(node) in seen:  # an alias: it could name itself, or grow without end
        document.problems.append(Problem(where, "anchors and aliases (& and *) are not used in packs"))
        return None
    seen.add(id(node))
    if kind == "seq":
        return [_plain(inner, f"{path}.{place}", shown, document, seen) for place, inner in enumerate(node.value)]
    return _mapping(node, path, shown, document, seen)


def _mapping(node: Any, path: str, shown: str, document: Document, seen: set[int]) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for key, inner in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            document.problems.append(Problem(f"{shown}, line {line}", "a name must be a single word"))
            continue
        place = f"{path}.{key.value}" if path else key.value
        if key.value in told:
            first = document.lines[place]
            problem = Problem(f"{shown}, line {line}", f'"{key.value}" is here twice, first in line {first}')
            document.problems.append(problem)
            continue
        document.lines[place] = line
        told[key.value] = _plain(inner, place, shown, document, seen)
    return told


def _scalar(node: Any, where: str, document: Document) -> Any:
    text: str = node.value
    if node.tag != f"{PLAIN}str":
        document.problems.append(Problem(where, f'tags such as "{node.tag}" are not used in packs'))
        return None
    if "${" in text:
        document.problems.append(Problem(where, "${...} is not used in packs"))
        return None
    if node.style is not None:  # quoted, so it is text
        return text
    if text in WORDS:
        return WORDS[text]
    if WHOLE.fullmatch(text):
        return int(text)
    return float(text) if NUMBER.fullmatch(text) else text

"""Allowed: which settings a browser may send; they name packs, presets and uploads, and never a place on the disk."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from sim import catalogue
from sim.compose import GROUPS
from sim.ground.folders import data_folder
from sim.ground.problems import Problem, raise_if_any, unknown
from sim.packs import known_packs

UPLOAD = re.compile(r"upload:([0-9a-f]{16})")
WORD = re.compile(r"(?:\+{1,2}|~)?(?P<key>[A-Za-z_]\w*(?:\.\w+)*)(?:=(?P<value>[^\x00-\x1f]*))?")
ARM = re.compile(r"[A-Za-z_][\w@.?+-]*")
OURS = ("execution", "hydra")  # how a run is carried out is the server's business
FILES = ("graph.file", "graph.nodes")
TOLD_APART = ("response", "seed", "belief")  # a question says these by itself
MOST_WORDS, LONGEST, MOST_RUNS = 200, 10_000, 2_000


def check_words(words: Sequence[str], told_apart: Sequence[str] = ()) -> None:
    """Raise `Problems` for words that a browser may not send, or that ask for too many runs."""
    found = [problem for word in words for problem in _wrong(word, told_apart)]
    if len(words) > MOST_WORDS:
        found.append(Problem("question", f"{len(words)} settings", advice=f"At most {MOST_WORDS} are allowed."))
    elif not found and (runs := asked_for(words)) > MOST_RUNS:
        found.append(Problem("question", f"{runs:,} runs", advice=f"At most {MOST_RUNS:,} at once; ask for fewer."))
    raise_if_any(found)


def asked_for(words: Iterable[str]) -> int:
    """How many runs the commas in words make (or more: a comma within quotes counts too)."""
    return math.prod(1 + _bare(word.partition("=")[2]).count(",") for word in words)


def options(group: str) -> tuple[str, ...]:
    """The names that a group of settings may be given."""
    if group == "scenario":
        return tuple(known_packs())
    shelf = {"belief": "beliefs", "graph": "graphs"}.get(group)
    ideas = [name for name in catalogue.names(shelf) if name != "imported"] if shelf else []
    return tuple(sorted({*ideas, *(file.stem for file in (data_folder("conf") / group).glob("*.yaml"))}))


def placed(words: Iterable[str], uploads: Path) -> list[str]:
    """The words with the folder of an upload in place of its hash, as the command line needs them."""
    return [_placed(word, uploads) for word in words]


def _placed(word: str, uploads: Path) -> str:
    key, _, value = word.partition("=")
    named = UPLOAD.fullmatch(value)
    return f"graph={uploads / named[1] / 'graph'}" if key == "graph" and named else word


def _wrong(word: object, told_apart: Sequence[str]) -> list[Problem]:
    read = WORD.fullmatch(word) if isinstance(word, str) and len(word) <= LONGEST else None
    if not isinstance(word, str) or read is None:
        return [Problem(str(word)[:80], "not a setting", advice="Write key=value.")]
    key, value = read["key"], read["value"] or ""
    root = key.partition(".")[0]
    if root in OURS or key in FILES:
        return [Problem(key, "may not be set from the browser")]
    if key in told_apart:
        return [Problem(key, "a question says this by itself")]
    if "${" in value or "(" in value:
        return [Problem(key, "lists and plain values only", advice="Separate values by commas.")]
    if key not in GROUPS:
        return []
    if key == "graph" and UPLOAD.fullmatch(value):
        return []
    if word[0] in "+~":
        return [Problem(key, "names an option, such as " + ", ".join(options(key)[:3]))]
    return [unknown(key, key, name[:80], options(key)) for name in value.split(",") if name not in options(key)]


def _bare(value: str) -> str:
    """A value without what stands in brackets."""
    while (shorter := re.sub(r"\[[^][{}]*\]|\{[^][{}]*\}", "", value)) != value:
        value = shorter
    return value

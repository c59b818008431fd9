"""The DISARM vocabulary: techniques and counters by number, their names, and what became of retired numbers."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from sim.ground.cards import DISARM, Text

FRAMEWORK = DISARM
OTHER_NUMBERS = re.compile(r"2\.\d")  # versions that give the same numbers to other things
LAST_RANK = 99  # of what has no place in the order of play


@dataclass(frozen=True)
class Technique:
    """A technique (red) or counter (blue): its tactic, its rights class if blue, and the core action that plays it."""

    id: str
    name: Text
    side: Literal["red", "blue"]
    tactic: str
    rights: str = ""
    plays: str = ""


@dataclass(frozen=True)
class Tactic:
    """A step of an operation; `rank` is its place in the order of play."""

    id: str
    name: Text
    rank: int


@cache
def tactics() -> dict[str, Tactic]:
    """The tactics by id, in order of play."""
    return {row["id"]: Tactic(row["id"], _text(row), int(row["rank"])) for row in _rows("tactics")}


@cache
def techniques() -> dict[str, Technique]:
    """Every technique and counter of this version, by id."""
    red = [Technique(row["id"], _text(row), "red", row["tactic"], "", row["plays"]) for row in _rows("red")]
    blue = [Technique(row["id"], _text(row), "blue", row["tactic"], row["rights"], row["plays"])
            for row in _rows("blue")]  # fmt: skip
    return {one.id: one for one in (*red, *blue)}


@cache
def successors() -> dict[str, str]:
    """What stands today for each number that was retired."""
    return {row["id"]: row["successor"] for row in _rows("retired")}


def technique(number: str) -> Technique | None:
    """The technique of that number, through the crosswalk if the number is retired; None if there is none."""
    return techniques().get(successors().get(number, number))


def rank(number: str) -> int:
    """The place of a technique in the order of play."""
    found = technique(number)
    return tactics()[found.tactic].rank if found else LAST_RANK


def parent(number: str) -> str:
    """The technique that a sub-technique belongs to, or itself."""
    return number.partition(".")[0]


def reads(version: str) -> bool:
    """Whether numbers of that framework version can be understood with this vocabulary."""
    return not OTHER_NUMBERS.search(version)


def _rows(name: str) -> list[dict[str, str]]:
    with (Path(__file__).parent / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _text(row: dict[str, str]) -> Text:
    return Text(row["name"], row.get("name_fr") or row["name"])

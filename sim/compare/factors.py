"""Factors: the assumptions in which futures differ, each once, however many settings move with it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sim.compare.pairs import Future, Paired

RULE = "belief.name"


@dataclass(frozen=True)
class Factor:
    """An assumption that varies: its value in each future, and other settings that only move along with it."""

    name: str
    values: tuple[Any, ...]
    along: tuple[str, ...] = ()

    @cached_property
    def levels(self) -> tuple[int, ...]:
        """Its values as numbers: futures with one value share one."""
        known: dict[str, int] = {}
        return tuple(known.setdefault(_word(value), len(known)) for value in self.values)

    @property
    def ordered(self) -> bool:
        """Whether its values are numbers, so that there is a more and a less (None: not in that future)."""
        told = [value for value in self.values if value is not None]
        return all(isinstance(value, int | float) and not isinstance(value, bool) for value in told)


def factors(paired: Paired) -> tuple[Factor, ...]:
    """What varies beside the seed, the belief rule first; a setting that another decides is no factor of its own."""
    names = [name for name in paired.varying if name != "seed"]
    names = [name for name in names if name == RULE] + [name for name in names if name != RULE]
    told = [Factor(name, tuple(future.facts.get(name) for future in paired.futures)) for name in names]
    points = len(set(zip(*(one.levels for one in told), strict=True)))
    found: list[Factor] = []
    for one in told:
        name = one.name
        decides = next((place for place, other in enumerate(found) if _decides(other, one, points)), None)
        if decides is None:
            found.append(one)
        else:
            other = found[decides]
            found[decides] = Factor(other.name, other.values, (*other.along, name))
    return tuple(found)


def rule_of(future: Future) -> str:
    """The belief rule of a future."""
    return str(future.facts.get(RULE, ""))


def _decides(one: Factor, other: Factor, points: int) -> bool:
    """Whether to know the one is to know the other: params come with their rule, and twins count once.

    By itself a factor with a value of its own at nearly every point of the design would decide everything.
    """
    before, _, last = one.name.rpartition(".")
    companion = other.name.startswith((f"{before}.params.", f"{last}_params."))
    ours = set(one.levels)
    if not companion and 2 * len(ours) > points:
        return False
    return len(set(zip(one.levels, other.levels, strict=True))) == len(ours)


def _word(value: Any) -> str:
    return json.dumps(value, sort_keys=True, default=str)

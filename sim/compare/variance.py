"""Spread: how much of what differs between futures is chance, how much parameters, how much the belief rule."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import numpy as np

from sim.compare.comparison import Comparison
from sim.compare.factors import RULE, Factor, factors
from sim.ground.problems import Problem, raise_if_any
from sim.ground.types import F64, I64

CHANCE, PARAMETERS, MODEL, REST = "chance", "parameters", "model", "rest"


@dataclass(frozen=True)
class Spread:
    """The variance over futures of a paired difference (`of` is "difference") or of an arm's own values ("value").

    Each part is the variance of the means over all else (first order; in a balanced design they and `rest`, what
    the assumptions do only together, add up to the whole). None says that nothing varied in that respect, and
    so that nobody knows how much it would add; that is not zero.
    """

    arm: str
    of: str
    measure: str
    total: float
    chance: float | None
    parameters: float | None
    model: float | None
    rest: float | None

    @property
    def shares(self) -> dict[str, float | None]:
        """Each part as a share of the whole; all None where nothing differs at all."""
        parts = {name: getattr(self, name) for name in (CHANCE, PARAMETERS, MODEL, REST)}
        return {name: None if one is None or self.total <= 0 else one / self.total for name, one in parts.items()}


@dataclass(frozen=True)
class Spreads:
    """The spread of every arm and of its difference from the baseline, and what varied in how many ways."""

    measure: str
    levels: dict[str, int]  # of chance, parameters and model
    parameters: tuple[str, ...]  # the settings that varied beside seed and belief rule
    rows: tuple[Spread, ...]

    def of(self, arm: str, what: str = "difference") -> Spread:
        """The spread of one arm's difference or value."""
        return next(one for one in self.rows if (one.arm, one.of) == (arm, what))


def spread(found: Comparison, measure: str = "") -> Spreads:
    """Split the variance over futures; refuses designs in which its parts cannot be told apart."""
    facts, told = found.asked(measure), factors(found.paired)
    places = {CHANCE: _numbered(found.paired.seeds), PARAMETERS: _crossed(told), MODEL: _rule(told)}
    places = {name: one for name, one in places.items() if len(one)}
    levels = {name: int(one.max()) + 1 for name, one in places.items()}
    raise_if_any(_unbalanced(places, levels))
    rows = [("value", arm, found.values(arm, facts.name)) for arm in found.arms]
    rows += [("difference", arm, found.steps(arm, facts.name)) for arm in found.arms[1:]]
    raise_if_any([_undefined(arm, of, values) for of, arm, values in rows if np.isnan(values).any()])
    split = [_split(arm, of, facts.name, _cube(values, places, levels)) for of, arm, values in rows]
    counted = {name: levels.get(name, 1) for name in (CHANCE, PARAMETERS, MODEL)}
    return Spreads(facts.name, counted, tuple(one.name for one in told if one.name != RULE), tuple(split))


def _split(arm: str, of: str, measure: str, cube: F64) -> Spread:
    """`cube` holds seed x setting x rule; an assumption that did not vary has one level."""
    total, mean = float(np.mean((cube - cube.mean()) ** 2)), cube.mean()
    chance, parameters, model = (_first_order(cube, axis, float(mean)) for axis in range(3))
    varied = [one for one in (chance, parameters, model) if one is not None]
    rest = max(0.0, total - sum(varied)) if len(varied) > 1 else None
    return Spread(arm, of, measure, total, chance, parameters, model, rest)


def _first_order(cube: F64, axis: int, mean: float) -> float | None:
    if cube.shape[axis] < 2:
        return None
    others = tuple(other for other in range(3) if other != axis)
    return float(np.mean((cube.mean(axis=others) - mean) ** 2))


def _cube(values: F64, places: dict[str, I64], levels: dict[str, int]) -> F64:
    shape = tuple(levels.get(name, 1) for name in (CHANCE, PARAMETERS, MODEL))
    cube = np.empty(shape)
    nowhere = np.zeros(len(values), np.int64)
    cube[tuple(places.get(name, nowhere) for name in (CHANCE, PARAMETERS, MODEL))] = values
    return cube


def _unbalanced(places: dict[str, I64], levels: dict[str, int]) -> list[Problem]:
    if not places:
        return [Problem("spread", "all futures are the same one", advice="Run several seeds or belief rules.")]
    there = set(zip(*(one.tolist() for one in places.values()), strict=True))
    every = list(product(*(range(levels[name]) for name in places)))
    missing = len(every) - len(there)
    if not missing:
        return []
    says = f"{missing} of {len(every)} combinations of {' and '.join(places)} were not run"
    return [Problem("spread", says, advice="Run every seed under every rule and setting, or leave the others out.")]


def _undefined(arm: str, of: str, values: F64) -> Problem:
    says = f"the {of} of {arm} is undefined in {int(np.isnan(values).sum())} of {len(values)} futures"
    return Problem("spread", says, advice="Choose a measure that is defined in all of them.")


def _crossed(told: tuple[Factor, ...]) -> I64:
    """The settings other than the rule as one number each combination; nothing where none varies."""
    others = [one.levels for one in told if one.name != RULE]
    return _numbered(tuple(zip(*others, strict=True))) if others else np.zeros(0, np.int64)


def _rule(told: tuple[Factor, ...]) -> I64:
    return next((np.array(one.levels, np.int64) for one in told if one.name == RULE), np.zeros(0, np.int64))


def _numbered(values: tuple[object, ...]) -> I64:
    """Values as numbers in the order in which they come; nothing where all are one."""
    known: dict[object, int] = {}
    numbers = np.array([known.setdefault(value, len(known)) for value in values], np.int64)
    return numbers if len(known) > 1 else np.zeros(0, np.int64)

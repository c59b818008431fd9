"""Verdicts: from the lives of one world under several values of a lever to what is wrong with the lever."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from sim.doctor.levers import Lever
from sim.doctor.stand import CLAIM, Played
from sim.ground.types import F64

SOUND, INERT, UNSEEN, SATURATED, WRONG, UNCLEAR, UNTRIED, BROKEN = (
    "sound", "inert", "unseen", "saturated", "wrong-signed", "unclear", "untried", "broken",
)  # fmt: skip
SURE_RIGHT, SURE_WRONG = 2.5, 4.0  # standard errors; few seeds, and some hundred levers looked at
ROUNDING = 1e-9, 1e-12  # relative, absolute: a sum taken in another order is no effect
FLAT = 0.03  # of the largest step: one that is surely smaller than this counts as no step

PRICE = ("cost", "cost_per_changed_mind", "staff_hours")

ADVICE = {
    SOUND: "",
    INERT: "Nothing reads it: see that a rule does, or that what it needs is in force (TRIAL.needs).",
    UNSEEN: "The state changes and no outcome tells: a metric is missing, or the rule that should read it.",
    SATURATED: "Beyond this nothing more happens: mend the scale, or narrow the range or what is tried (TRIAL.tries).",
    WRONG: "It works against what is declared: look at the rule's sign, then at the declaration.",
    UNCLEAR: "What is declared drowns in chance: give more --seeds or --accounts, or declare a nearer outcome.",
    BROKEN: "A value in its range ends in an error: mend the rule, or the range.",
    UNTRIED: "The doctor knows no values to try: give some (TRIAL.tries).",
}

Lives = Sequence[Sequence[Played]]  # (point, seed)


@dataclass(frozen=True)
class Finding:
    """What was found of one lever: the verdict, the outcome that told, its effect from end to end and the noise."""

    shelf: str
    name: str
    verdict: str
    outcome: str = ""
    effect: float = math.nan
    noise: float = math.nan  # standard error of the mean paired difference
    tried: tuple[str, ...] = ()
    declared: str = ""
    seeds: int = 0
    detail: str = ""

    @property
    def advice(self) -> str:
        """What to do about it."""
        return ADVICE[self.verdict]


def judge(lever: Lever, lives: Lives) -> Finding:
    """The verdict on a lever, from what its points came to with the same seeds."""
    tried = tuple(label for label, _ in lever.points)
    blank = Finding(lever.shelf, lever.name, UNTRIED, tried=tried, declared=lever.moves, seeds=len(lives[0]))
    if len(lever.points) < 2:
        return blank
    names = _names(lever, lives)
    table = {name: _values(lives, name) for name in names}
    steps = [_moved(table, step) for step in _steps(lever)]
    if lever.still:
        return replace(
            blank, verdict=WRONG if any(steps) else SOUND, detail=f"declared to move nothing ({lever.still})"
        )
    if not any(steps):
        quiet = bool(lever.only) or all(
            one.state == lives[0][seed].state for point in lives for seed, one in enumerate(point)
        )
        return replace(blank, verdict=INERT if quiet else UNSEEN)
    wanted = [(word[0], _column(word[1:], names)) for word in lever.moves.split()]
    if missing := [name for _, name in wanted if name not in names]:
        return replace(blank, verdict=BROKEN, detail=f"declared to move {missing[0]}, which is no outcome")
    found = [_directed(sign, name, table) for sign, name in wanted]
    outcome, effect, noise, verdict = min(found, key=_worst) if found else (*_most(lever, table), SOUND)
    detail = _idle(lever, steps) or (_flat(lever, table[outcome]) if lever.ordered and found else "")
    if verdict == SOUND and detail:
        verdict = SATURATED if lever.ordered else INERT
    return replace(blank, verdict=verdict, outcome=outcome, effect=effect, noise=noise, detail=detail)


def _worst(found: tuple[str, float, float, str]) -> int:
    return (WRONG, UNCLEAR, SOUND).index(found[3])


def _names(lever: Lever, lives: Lives) -> list[str]:
    """The outcomes that count, without those of parts of the public; that a measure costs something is no effect."""
    names = dict.fromkeys(name for point in lives for one in point for name in one.outcomes if "@" not in name)
    if lever.shelf == "countermeasures":
        names = {name: None for name in names if name.partition(".")[0] not in PRICE}
    return [name for name in names if not lever.only or name.partition(".")[0] == lever.only]


def _values(lives: Lives, name: str) -> F64:
    """(point, seed)."""
    return np.array([[one.outcomes.get(name, math.nan) for one in point] for point in lives])


def _column(word: str, names: list[str]) -> str:
    return word if word in names else f"{word}.{CLAIM}"


def _steps(lever: Lever) -> list[tuple[int, int]]:
    """The pairs of points between which something must move: neighbours, or the first and each other."""
    ends = range(1, len(lever.points))
    return [(end - 1 if lever.ordered else 0, end) for end in ends]


def _moved(table: dict[str, F64], step: tuple[int, int]) -> bool:
    """Whether any outcome of any seed differs by more than rounding; the seeds are the same."""
    return any(_differs(rows[step[0]], rows[step[1]]) for rows in table.values())


def _differs(first: F64, last: F64) -> bool:
    return not np.allclose(first, last, *ROUNDING, equal_nan=True)


def _idle(lever: Lever, steps: list[bool]) -> str:
    """Which steps do nothing at all; a metric need not tell all worlds apart."""
    if lever.only:
        return ""
    pairs = [_between(lever, step) for step, moved in zip(_steps(lever), steps, strict=True) if not moved]
    return f"no difference between {'; '.join(pairs)}" if pairs else ""


def _flat(lever: Lever, rows: F64) -> str:
    """A step of the outcome that is surely next to nothing beside the largest one."""
    sizes = [_difference(rows, step) for step in _steps(lever)]
    largest = max(abs(mean) for mean, _ in sizes)
    flat = [_between(lever, step) for step, (mean, noise) in zip(_steps(lever), sizes, strict=True)
            if abs(mean) + SURE_RIGHT * noise < FLAT * largest]  # fmt: skip
    return f"next to no effect between {'; '.join(flat)}" if flat else ""


def _between(lever: Lever, step: tuple[int, int]) -> str:
    return " and ".join(lever.points[place][0] or '""' for place in step)


def _directed(sign: str, name: str, table: dict[str, F64]) -> tuple[str, float, float, str]:
    """Whether a declared outcome moves the declared way from the first point to the last."""
    mean, noise = _difference(table[name], (0, len(table[name]) - 1))
    along = mean if sign == "+" else -mean
    if along > SURE_RIGHT * noise:
        return name, mean, noise, SOUND
    return name, mean, noise, WRONG if -along > SURE_WRONG * noise else UNCLEAR


def _most(lever: Lever, table: dict[str, F64]) -> tuple[str, float, float]:
    """The outcome that moved most, measured by its spread between seeds, and the step in which it did."""
    best, largest = ("", math.nan, math.nan), -1.0
    for name, rows in table.items():
        spread = _spread(rows) + 1e-3 * float(np.nanmax(np.abs(rows), initial=0.0)) + 1e-12
        for step in {(0, len(rows) - 1), *_steps(lever)}:
            mean, noise = _difference(rows, step)
            if abs(mean) / spread > largest and _moved({name: rows}, step):
                best, largest = (name, mean, noise), abs(mean) / spread
    return best if best[0] else (next(name for name, rows in table.items() if _changes(rows)), math.nan, math.nan)


def _changes(rows: F64) -> bool:
    return any(_differs(rows[0], row) for row in rows[1:])


def _spread(rows: F64) -> float:
    defined = rows[:, np.isfinite(rows).all(axis=0)]
    return float(np.mean(np.std(defined, axis=1))) if defined.size else 0.0


def _difference(rows: F64, step: tuple[int, int]) -> tuple[float, float]:
    """Mean paired difference over the seeds in which both are defined, and its standard error; 0 if there is none."""
    pairs = rows[step[1]] - rows[step[0]]
    pairs = pairs[np.isfinite(pairs)]
    if not len(pairs):
        return 0.0, 0.0
    noise = float(np.std(pairs, ddof=1) / math.sqrt(len(pairs))) if len(pairs) > 1 else math.inf
    return float(np.mean(pairs)), noise

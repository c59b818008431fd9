"""Estimate: how long a question will take, by runs like it that are stored, or else by a rule of thumb."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from sim.dashboard.asked import Wanted
from sim.dashboard.index import FINISHED, Listed
from sim.results import machine

BEGINNING = 4.0  # seconds until the first tick: Python, settings, kernels from their cache; a guess
TICK, ACCOUNT = 7e-4, 2e-7  # seconds of a tick, and of an account in it, on one core; the README's runs give these
SPREAD = 3.0  # by which factor the rule of thumb may be off, either way; a guess
NEAR = 2.0  # runs with half to double the accounts are like it
NEAREST = 9  # runs that are asked
ENOUGH = 3  # of them, so that their spread says something
STORED, ALIKE, THUMB, NOTHING = "stored", "alike", "thumb", "nothing"


@dataclass(frozen=True)
class Estimate:
    """Seconds that the missing runs of a question take, with a range, and how sure that is.

    `basis` is `stored` (runs of this story and about this size), `alike` (other stories or sizes),
    `thumb` (a rule of thumb) or `nothing` (all is answered already).
    """

    seconds: float
    low: float
    high: float
    basis: str
    missing: int
    asked: int  # stored runs that the estimate rests on


def estimate(missing: Sequence[Wanted], rows: Iterable[Listed], workers: int = 2) -> Estimate:
    """How long the missing runs take with so many workers; of stored runs, those of this processor count first."""
    if not missing:
        return Estimate(0.0, 0.0, 0.0, NOTHING, 0, 0)
    known = [row for row in rows if row.state == FINISHED and row.simulate > 0 and row.accounts and row.ticks]
    here = machine()["cpu"]
    known = [row for row in known if row.cpu == here] or known
    parts: dict[tuple[str, int, int], tuple[float, float, float, str, int]] = {}
    total = np.zeros(3)
    bases, asked = set(), 0
    for one in missing:
        key = (one.settings.scenario.name, one.accounts, one.ticks)
        if key not in parts:
            parts[key] = _of_one(key, known)
        *seconds, basis, used = parts[key]
        total += seconds
        bases.add(basis)
        asked = max(asked, used)
    hands = max(1, min(workers, len(missing)))
    usual, low, high = total / hands + BEGINNING
    # the last runs cannot be shared out evenly
    high += float(max(part[2] for part in parts.values())) if len(missing) > 1 else 0.0
    basis = next(word for word in (THUMB, ALIKE, STORED) if word in bases)
    return Estimate(float(usual), float(low), float(high), basis, len(missing), asked)


def _of_one(key: tuple[str, int, int], known: list[Listed]) -> tuple[float, float, float, str, int]:
    """Seconds of one run: usual, low and high; what that rests on, and on how many stored runs."""
    scenario, accounts, ticks = key
    thumb = _thumb(accounts, ticks)
    same = [row for row in known if row.scenario == scenario and _apart(row, accounts) <= math.log(NEAR)]
    near = same if len(same) >= ENOUGH else sorted(known, key=lambda row: _apart(row, accounts))[:NEAREST]
    if len(near) < ENOUGH:
        return thumb, thumb / SPREAD, thumb * SPREAD, THUMB, 0
    # how much slower or faster than the rule stored runs were: so one size tells of another
    factors = np.sort([row.seconds / _thumb(row.accounts, row.ticks) for row in near])
    usual, low, high = (float(value) for value in np.quantile(factors, [0.5, 0.1, 0.9]) * thumb)
    if near is same:
        return usual, low, high, STORED, len(near)
    return usual, min(low, usual / NEAR), max(high, usual * NEAR), ALIKE, len(near)


def _thumb(accounts: int, ticks: int) -> float:
    return ticks * (TICK + ACCOUNT * accounts)


def _apart(row: Listed, accounts: int) -> float:
    return abs(math.log(row.accounts / max(accounts, 1)))

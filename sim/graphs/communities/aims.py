"""Where follows go: the own community or beyond, the own opinion group or the other, the own language or not.

Ordinary accounts are followed by their community, popular ones from everywhere: what a community cannot
give a popular account comes from outside, so everybody gets the followers that were meant for them.
"""

from __future__ import annotations

import numpy as np

from sim.graphs.communities.budgets import Budgets, level_for
from sim.graphs.communities.knobs import Knobs
from sim.graphs.communities.people import People
from sim.ground.measures import total
from sim.ground.picks import Mixture, Urn, urn_of
from sim.ground.types import F64, I64

FROM_COMMUNITY = 0.5  # a community gives one account at most this share of its members as followers; assumed
UNITS = 1024  # of weight for one expected follower


def aims(people: People, budgets: Budgets, knobs: Knobs) -> tuple[Urn, Mixture]:
    """The urn (everybody by community, then by language) and where in it each cell of people picks."""
    near = _near(people, budgets, knobs)
    far = np.maximum(budgets.picked - near, 0.0)
    by_language = np.lexsort((people.community, people.group, people.language))
    member = np.concatenate([np.arange(people.n), by_language]).astype(np.int32)
    weight = np.concatenate([_units(near), _units(far)[by_language]])
    urn = urn_of(weight, member)
    cells = _Cells(people, by_language)
    return urn, _mixture(urn, cells, _inside_share(people, budgets, near), knobs)


class _Cells:
    """The stretches of the urn: each community's and each language's two opinion groups."""

    def __init__(self, people: People, by_language: I64) -> None:
        communities = int(people.community[-1]) + 1
        first = np.searchsorted(people.cell, np.arange(2 * communities + 1))
        self.near = np.stack([first[:-1], first[1:]], axis=1)  # (cell, end)
        self.language = people.language[np.minimum(first[:-1], people.n - 1)]  # (cell)
        side = 2 * people.language[by_language].astype(np.int64) + people.group[by_language]
        first = people.n + np.searchsorted(side, np.arange(2 * len(people.languages) + 1))
        self.far = np.stack([first[:-1], first[1:]], axis=1)  # (language and group, end)


def _near(people: People, budgets: Budgets, knobs: Knobs) -> F64:
    cap = np.asarray(FROM_COMMUNITY * np.bincount(people.community)[people.community], np.float64)
    level = level_for(budgets.picked, cap, knobs.inside * total(budgets.picked), 1.0)
    return np.asarray(np.minimum(level * budgets.picked, cap))


def _inside_share(people: People, budgets: Budgets, near: F64) -> F64:
    meant = np.bincount(people.community, weights=near)
    picks = np.bincount(people.community, weights=budgets.picks)
    return np.repeat(np.minimum(meant / picks, 0.98), 2)  # (cell)


def _units(expected: F64) -> I64:
    return (expected * UNITS).astype(np.int64) + 1


def _mixture(urn: Urn, cells: _Cells, inside: F64, knobs: Knobs) -> Mixture:
    own = np.arange(len(cells.near))
    home = 2 * cells.language.astype(np.int64) + (own & 1)
    low, high, chances = [], [], []

    def aim_at(ends: I64, place: I64, chance: F64) -> None:
        # the own opinion group (`place`) or the other one (`place ^ 1`), by their masses and the pull
        mass = (urn.mass[ends[:, 1]] - urn.mass[ends[:, 0]]).astype(np.float64)
        pulled = knobs.pull * mass[place] + mass[place ^ 1]
        for side, odds in ((place, knobs.pull), (place ^ 1, 1.0)):
            low.append(ends[side, 0])
            high.append(ends[side, 1])
            chances.append(chance * odds * mass[side] / np.maximum(pulled, 1.0))

    aim_at(cells.near, own, inside)
    aim_at(cells.far, home, (1.0 - inside) * (1.0 - knobs.abroad))
    languages = len(cells.far) // 2
    abroad = (1.0 - inside) * knobs.abroad / max(languages - 1, 1)
    for step in range(1, languages):
        aim_at(cells.far, (home + 2 * step) % (2 * languages), abroad)
    upto = np.cumsum(np.stack(chances, axis=1), axis=1)
    return Mixture(upto / upto[:, -1:], np.stack(low, axis=1), np.stack(high, axis=1))

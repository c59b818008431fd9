"""A survey: one look at the public, in which each table is summed once for all parts of the public together."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from sim.ground.rules import rule
from sim.ground.types import B8, F64, I8, I32, I64, U32
from sim.state.codes import OPINION_GROUPS, Kind
from sim.state.names import members_of
from sim.state.world import World

Tally = Callable[..., F64]  # (columns ..., cell of each account, number of cells) -> (cell, figure)

SIDES = 1 + OPINION_GROUPS  # rows of a part: all its people, and those of either opinion group


class Traits(NamedTuple):
    """What decides to which parts of the public an account belongs."""

    kind: I8
    segments: U32
    country: I8
    language: I8
    group: I8


class Survey:
    """Sorts the accounts into cells of those who belong to the same parts; a part is some of the cells.

    What is summed by cell, in one pass over the accounts, can be told of every part: segments, countries,
    languages, and everybody (the empty name). It holds for one moment: when the world has moved on, take
    another.
    """

    def __init__(self, world: World, parts: Iterable[str] = ("",)) -> None:
        self.world = world
        self.parts = tuple(parts)
        traits = Traits(*(world.accounts.column(name) for name in Traits._fields))
        room = 1024
        while len((found := _sorted_out(traits, room))[1]) == room:  # there may be more cells than that
            room *= 8
        self.cell, first, size = found  # (account); (cell) one account of it, and how many
        self.within = self._within(first)  # (row, cell) whether the people of a row include those of the cell
        self.number = (self.within @ size).tolist()  # (row) people
        self._known: dict[Hashable, Any] = {}

    def members(self, part: str = "") -> Members:
        """The people (citizens and influencers) of one of the parts."""
        return Members(self, SIDES * self.parts.index(part))

    def nobody(self) -> Members:
        """The empty part of the public."""
        return Members(self, SIDES * len(self.parts))

    def people(self, row: int) -> B8:
        """Mask of the accounts that are in a row of `within`; reckoned when it is first asked for."""
        if row not in self._known:
            self._known[row] = np.asarray(self.within[row][self.cell])
        known: B8 = self._known[row]
        return known

    def totals(self, tally: Tally, *columns: str) -> F64:
        """(row, figure): what a tally makes of some columns of the accounts or else of the claims."""
        asked = (tally, columns)
        if asked not in self._known:
            accounts, claims = self.world.accounts, self.world.claims
            told = [(accounts if name in accounts.COLUMNS else claims).column(name) for name in columns]
            self._known[asked] = _together(tally(*told, self.cell, self.within.shape[1]), self.within)
        known: F64 = self._known[asked]
        return known

    def once(self, figure: Callable[..., Any], *about: Hashable) -> Any:
        """What a function of the world (and of `about`) gives; reckoned when it is first asked for."""
        asked = (figure, about)
        if asked not in self._known:
            self._known[asked] = figure(self.world, *about)
        return self._known[asked]

    def _within(self, first: I32) -> B8:
        """For each part its people, then those of either opinion group; and at the end nobody."""
        accounts, names = self.world.accounts, self.world.names
        kind, group = accounts.kind[first], accounts.group[first]
        people = (kind == Kind.CITIZEN) | (kind == Kind.INFLUENCER)
        rows = []
        for part in self.parts:
            members = people & members_of(accounts, names, part, first)
            rows += [members, *(members & (group == one) for one in range(OPINION_GROUPS))]
        return np.array([*rows, *np.zeros((SIDES, len(first)), np.bool_)])


@dataclass(frozen=True)
class Members:
    """The people of one part of the public, as a metric meets them."""

    survey: Survey
    row: int

    @property
    def number(self) -> int:
        """How many people there are."""
        number: int = self.survey.number[self.row]
        return number

    @property
    def people(self) -> B8:
        """Mask of the accounts that they are."""
        return self.survey.people(self.row)

    def side(self, group: int) -> Members:
        """Those of one opinion group."""
        return Members(self.survey, self.row + 1 + group)

    def total(self, tally: Tally, *columns: str) -> F64:
        """(figure): a tally of some columns, over them all."""
        return np.asarray(self.survey.totals(tally, *columns)[self.row])

    def mean(self, tally: Tally, *columns: str) -> F64:
        """(figure): a tally of some columns for each of them; NaN if there is nobody."""
        total = self.total(tally, *columns)
        return total / self.number if self.number else np.full(len(total), np.nan)

    def once(self, figure: Callable[..., Any], *about: Hashable) -> Any:
        """A figure of the whole world, which is the same for every part."""
        return self.survey.once(figure, *about)


@rule()
def _sorted_out(traits: Traits, room: int) -> tuple[I32, I32, I64]:
    """The cell of each account, and for each cell its first account and its size; cells in order of first accounts.

    It stops when `room` (a power of two) cells are found. The cell of a set of traits is looked up in a hash
    table, `sign_of` being the traits in one number.
    """
    kind, segments, country, language, group = traits
    slots, mask = np.zeros(4 * room, np.int32), 4 * room - 1
    cell, first = np.empty(kind.size, np.int32), np.empty(room, np.int32)
    sign_of, size = np.empty(room, np.int64), np.zeros(room, np.int64)
    cells = 0
    for i in range(kind.size):
        sign = np.int64(segments[i]) | np.int64(kind[i]) << 32 | np.int64(country[i]) << 38
        sign |= np.int64(language[i]) << 46 | np.int64(group[i]) << 54
        slot = (sign ^ sign >> 9 ^ sign >> 22 ^ sign >> 37) & mask
        while slots[slot] > 0 and sign_of[slots[slot] - 1] != sign:
            slot = (slot + 1) & mask
        if slots[slot] == 0:
            if cells == room:
                break
            first[cells], sign_of[cells] = i, sign
            cells += 1
            slots[slot] = cells
        cell[i] = slots[slot] - 1
        size[cell[i]] += 1
    return cell, first[:cells].copy(), size[:cells].copy()


@rule()
def _together(table: F64, within: B8) -> F64:
    """(row, figure): sums over the cells of each row, one after the other, so that the bits are the same everywhere."""
    totals = np.zeros((within.shape[0], table.shape[1]))
    for row in range(within.shape[0]):
        for c in range(within.shape[1]):
            if within[row, c]:
                for figure in range(table.shape[1]):
                    totals[row, figure] += table[c, figure]
    return totals

"""Identify: as whom a reader takes an author who bears a false name; the careful are taken in half as often."""

from __future__ import annotations

import numpy as np

from sim.ground.csr import place_of
from sim.ground.draws import uniform
from sim.ground.rules import rule
from sim.ground.types import F32, I8, I32, AnyArray
from sim.state.verification import left_unverified
from sim.state.world import World

CARE = 0.5  # assumed: share of the likeness that full literacy takes away
NOBODY = np.empty(0, np.int8)
Guise = tuple[I32, I8, F32]  # account (sorted), source group it poses as, likeness


def taken_for(world: World, readers: AnyArray, authors: AnyArray) -> I8:
    """The source group that each reader takes an author for; empty where nobody poses as anybody."""
    standings, accounts = world.standings, world.accounts
    if not standings.n or not standings.column("likeness").any():
        return NOBODY
    taken = np.empty(len(readers), np.int8)
    likeness = standings.column("likeness") * np.float32(left_unverified(world))
    guise = (standings.column("account"), standings.column("poses"), likeness)
    _taken_for(world.key("taken in"), (readers, authors), (accounts.source, accounts.literacy), guise, taken)
    return taken


@rule()
def believes_name(luck: float, likeness: float, literacy: float) -> bool:
    """Whether a reader takes the copy for the original; the same draw holds for good."""
    return luck < likeness * (1.0 - CARE * literacy)


@rule()
def _taken_for(key: np.uint64, seen: tuple[I32, I32], people: tuple[I8, F32], guise: Guise, taken: I8) -> None:
    (reader, author), (source, literacy), (account, poses, likeness) = seen, people, guise
    for n in range(reader.size):
        i, a = reader[n], author[n]
        taken[n] = source[a]
        place = place_of(account, 0, account.size, a)
        if place == account.size or account[place] != a or likeness[place] == 0.0:
            continue
        if believes_name(uniform(key, 0, i, a), np.float64(likeness[place]), np.float64(literacy[i])):
            taken[n] = poses[place]

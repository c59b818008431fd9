"""Kept shares: what the measures in force leave of everybody's probability to reshare, by claim and stance."""

from __future__ import annotations

import numpy as np

from sim.ground.types import F64, I64
from sim.state.codes import Stance
from sim.state.timeline import Entry
from sim.state.world import World

PREFIX = "shares kept/"  # in World.memory, one table for each entry in force


def shares_kept(world: World) -> F64:
    """(claim + 1, stance + 1), the product of all measures; the last row is that of ordinary posts."""
    kept = np.ones((world.claims.n + 1, len(Stance)))
    for name, table in sorted(world.memory.items()):
        if name.startswith(PREFIX):
            kept *= table
    return kept


def keep_shares(world: World, entry: Entry, claims: I64, share: float) -> None:
    """From now on people reshare posts that support these claims with this share of their probability."""
    table = np.ones((world.claims.n + 1, len(Stance)))
    table[claims, Stance.SUPPORT + 1] = share
    world.memory[PREFIX + entry.name] = table


def keep_all_shares(world: World, entry: Entry, share: float) -> None:
    """From now on people reshare any post with this share of their probability."""
    world.memory[PREFIX + entry.name] = np.full((world.claims.n + 1, len(Stance)), share)


def keep_by_truth(world: World, entry: Entry, false: float, true: float, other: float) -> None:
    """From now on people reshare with these shares what is false, what is true, and what is neither."""
    table = np.full((world.claims.n + 1, len(Stance)), other)
    is_true = world.claims.column("true") == 1
    table[:-1, Stance.SUPPORT + 1] = np.where(is_true, true, max(0.0, false))
    table[:-1, Stance.DENY + 1] = np.where(is_true, max(0.0, false), true)
    world.memory[PREFIX + entry.name] = table


def let_share(world: World, entry: Entry) -> None:
    """The measure of this entry is over."""
    world.memory.pop(PREFIX + entry.name, None)

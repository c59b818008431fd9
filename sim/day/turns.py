"""Turns: where a visit is one act, who acts how often in this tick, and in which order."""

from __future__ import annotations

import numpy as np

from sim.ground.types import F64, I32, I64
from sim.state.accounts import rows_of
from sim.state.world import World


def take_turns(world: World) -> None:
    """Fill `world.awake` with those who act, and `world.sessions` with how many turns each of them takes."""
    rate = rates(world)
    turns = np.floor(rate)
    turns += world.draws.uniform("turn", world.clock.tick, np.arange(world.n)) < rate - turns
    world.awake = rows_of(turns > 0)
    world.sessions = turns[world.awake]
    world.tallies.count("visits", int(turns.sum()))


def rates(world: World) -> F64:
    """Expected acts of each account in a tick: its activity, if it can act."""
    rate = world.accounts.column("activity").astype(np.float64) * (world.clock.hours_per_tick / 24.0)
    if len(world.service) > 1 or world.service[0] != 1.0:
        rate *= world.service[world.accounts.column("country")]
    return np.where(world.accounts.can_act(), rate, 0.0)


def in_random_order(world: World) -> tuple[I32, I64]:
    """One entry for each turn of this tick, shuffled: the account, and which of its turns it is (0, 1, ...)."""
    turns = world.sessions.astype(np.int64)
    actor = np.repeat(world.awake, turns)
    nth = np.arange(len(actor)) - np.repeat(np.cumsum(turns) - turns, turns)
    order = np.argsort(world.draws.uniform("order", world.clock.tick, actor, nth), kind="stable")
    return actor[order], nth[order]


def one_after_another(world: World) -> I32:
    """As many single turns as the accounts take in a tick, each by an account drawn by its activity."""
    mass = np.cumsum(rates(world))
    count = int(np.round(mass[-1])) if len(mass) else 0
    luck = world.draws.uniform("next", world.clock.tick, np.arange(count))
    drawn: I32 = np.searchsorted(mass, luck * mass[-1], side="right").astype(np.int32)
    return drawn

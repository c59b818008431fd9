"""Decide: now and then people decide whether to act; who is inclined enough does it, and others see that (C10, C14)."""

from __future__ import annotations

import math

import numpy as np

from sim.day.believe import GAIN_HALF_LIFE
from sim.state.accounts import rows_of
from sim.state.deeds import able_to, inclinations
from sim.state.world import World


def decide(world: World) -> None:
    """Let everybody whose turn it is do each act of the scenario, from hour 0 on; let appeals fade."""
    accounts, deeds, clock = world.accounts, world.deeds, world.clock
    if not deeds.n:
        return
    if clock.starts_every(1.0) and accounts.swayed.any():
        accounts.swayed *= np.float32(2.0 ** (-max(1.0, clock.hours_per_tick) / GAIN_HALF_LIFE))
    for deed in range(deeds.n):
        if clock.hour >= 0.0 and deeds.pace[deed] > 0.0:
            _decide(world, deed)


def _decide(world: World, deed: int) -> None:
    accounts, deeds = world.accounts, world.deeds
    name = world.names.deeds[deed]
    rows = rows_of(able_to(accounts, world.names, deeds, deed) & (accounts.column("acted")[:, deed] == 0))
    chance = 1.0 - math.exp(-float(deeds.pace[deed]) * world.clock.hours_per_tick / 24.0)
    rows = rows[world.draws.uniform(f"decide/{name}", world.clock.tick, rows) < chance]
    if len(rows):
        inclined = inclinations(accounts, deeds, deed, (world.network.out_start, world.network.out_node))
        # a threshold of one's own, the same all the time: who was not moved enough may be moved yet
        accounts.acted[rows, deed] = world.draws.uniform(f"threshold/{name}", 0, rows) < inclined[rows]

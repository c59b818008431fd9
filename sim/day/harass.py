"""Harass: hostile posts weigh on their targets, who censor themselves, stop taking part, or leave (C9)."""

from __future__ import annotations

import numpy as np

from sim.day.author import silencing
from sim.ground.types import F64, I32
from sim.state.accounts import rows_of
from sim.state.codes import Status
from sim.state.world import World

LOAD_HALF_LIFE = 72.0  # h, C9
WITHDRAWN = 2.0 / 3.0  # A105: for 30 who censor themselves 20 stop all interaction
LEAVE_RATE = 0.02 / 0.3  # 1/month at full silencing; A105: for 30 who censor themselves 2 leave in a month
LIGHT = 0.5  # replies, assumed: a load below this is none


def weigh_hostility(world: World) -> None:
    """Count the hour's hostile posts on their targets, let old load fade; some fall silent for a time, some leave."""
    accounts, posts, clock = world.accounts, world.posts, world.clock
    hours = max(1.0, clock.hours_per_tick)
    ids = np.arange(posts.first_since(clock.tick - clock.ticks_in(hours) + 1), posts.last + 1)
    target = posts.target[posts.rows(ids)]
    targets = target[target >= 0]
    if not len(targets) and not accounts.harassment.any():
        return
    accounts.harassment *= np.float32(2.0 ** (-hours / LOAD_HALF_LIFE))
    np.add.at(accounts.harassment, targets, 1.0)
    np.add.at(accounts.abuse, targets, 1)
    status = accounts.column("status")
    silent = rows_of(status == Status.SILENCED)
    loaded = rows_of((accounts.column("harassment") > LIGHT) & (status == Status.ACTIVE))
    strain, before = self_censorship(world, loaded), self_censorship(world, silent)
    # the same people withdraw first, whatever the campaign
    accounts.status[silent[world.draws.uniform("withdraws", 0, silent) >= WITHDRAWN * before]] = Status.ACTIVE
    accounts.status[loaded[world.draws.uniform("withdraws", 0, loaded) < WITHDRAWN * strain]] = Status.SILENCED
    leaving = world.draws.uniform("leave", clock.tick, loaded) < strain * LEAVE_RATE * hours / 720.0
    accounts.status[loaded[leaving]] = Status.LEFT


def self_censorship(world: World, rows: I32) -> F64:
    """Share s by which each of these accounts censors itself."""
    accounts = world.accounts
    loads = zip(accounts.harassment[rows].tolist(), accounts.exposed[rows].tolist(), strict=True)
    return np.array([silencing(load, exposed) for load, exposed in loads], np.float64)

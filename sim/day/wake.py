"""Wake: accounts open a session: own rate x local hour x good and bad days (A3-A5, A11, A13)."""

from __future__ import annotations

import math

import numpy as np

from sim.ground.draws import normal, uniform
from sim.ground.rules import rule
from sim.ground.types import B8, F32, F64, I8, I32
from sim.state.world import World

# A11: two harmonics with trough at 04:00, peaks at 12:00 and 21:00 and peak:trough 5:1
FIRST, FIRST_PEAK, SECOND, SECOND_PEAK = 0.5452, 13.5, 0.2727, 11.25
PEAK, TROUGH = 1.7556, 0.3511  # of the curve with ratio 5
BURST = 1.0  # assumed: log-scale spread of an account's days, for heavy-tailed gaps (A13)


def wake(world: World) -> None:
    """Fill `world.awake` with the rows of accounts that open a session in this tick."""
    clock = world.clock
    if clock.starts_every(24.0):
        draw_paces(world)
    levels = np.array([circadian(clock.local_hour(offset), world.peak_to_trough) for offset in world.utc_offsets])
    accounts = world.accounts
    chosen = np.zeros(world.n, np.bool_)
    _choose(world.key("wake"), clock.tick, accounts.pace, accounts.country, levels * clock.hours_per_tick / 24.0,
            chosen)  # fmt: skip
    world.awake = np.flatnonzero(chosen & accounts.can_act()).astype(np.int32)
    world.sessions = np.empty(len(world.awake))
    _count_sessions(world.awake, accounts.pace, accounts.country, levels * clock.hours_per_tick / 24.0, world.sessions)
    world.tallies.count("visits", len(world.awake))


def circadian(hour: float, ratio: float = 5.0) -> float:
    """Activity at a local hour relative to the day's mean; `ratio` is that of peak and trough (A11)."""
    first = FIRST * math.cos(2 * math.pi * (hour - FIRST_PEAK) / 24)
    wave = first + SECOND * math.cos(4 * math.pi * (hour - SECOND_PEAK) / 24)
    # the share of the wave for which (1 + s * peak) / (1 - s * trough) is the ratio
    share = (ratio - 1.0) / ((PEAK - 1.0) + ratio * (1.0 - TROUGH))
    return max(0.0, 1.0 + share * wave)


def draw_paces(world: World) -> None:
    """Draw for every account whether it is online today, and how busy the day is."""
    accounts = world.accounts
    keys = (world.key("online"), world.key("busy day"))
    _draw_pace(keys, world.clock.day, accounts.online, accounts.sessions, accounts.pace)


@rule()
def _draw_pace(keys: tuple[np.uint64, np.uint64], day: int, online: F32, sessions: F32, pace: F32) -> None:
    for i in range(pace.size):
        pace[i] = 0.0
        if uniform(keys[0], day, i, 0) < np.float64(online[i]):
            # mean one, so that the number of sessions does not depend on the spread
            pace[i] = np.float64(sessions[i]) * math.exp(BURST * normal(keys[1], day, i, 0) - 0.5 * BURST * BURST)


@rule()
def _choose(key: np.uint64, tick: int, pace: F32, country: I8, level: F64, chosen: B8) -> None:
    for i in range(pace.size):
        if pace[i] > 0.0:
            chosen[i] = uniform(key, tick, i, 0) < 1.0 - math.exp(-pace[i] * level[country[i]])


@rule()
def _count_sessions(awake: I32, pace: F32, country: I8, level: F64, sessions: F64) -> None:
    """Expected sessions of those who came at least once: m / (1 - exp(-m)); so long ticks lose no activity."""
    for place in range(awake.size):
        mean = pace[awake[place]] * level[country[awake[place]]]
        sessions[place] = mean / (1.0 - math.exp(-mean))

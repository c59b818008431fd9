"""Wake: accounts open a session: own rate x local hour x good and bad days (A3-A5, A11, A13)."""

from __future__ import annotations

import math

import numpy as np
from numba import prange

from sim.ground.draws import normal, uniform, uniforms_of_rows
from sim.ground.rules import rule
from sim.ground.types import F32, F64, I8, I32, I64
from sim.state.codes import Status
from sim.state.world import World

# A11: two harmonics with trough at 04:00, peaks at 12:00 and 21:00 and peak:trough 5:1
FIRST, FIRST_PEAK, SECOND, SECOND_PEAK = 0.5452, 13.5, 0.2727, 11.25
PEAK, TROUGH = 1.7556, 0.3511  # of the curve with ratio 5
BLOCK = 4096  # accounts that one thread takes at a time
BURST = 1.0  # assumed: log-scale spread of an account's days, for heavy-tailed gaps (A13)


def wake(world: World) -> None:
    """Fill `world.awake` with the rows of accounts that open a session in this tick."""
    clock = world.clock
    if world.opens_tick and clock.starts_every(24.0):
        draw_paces(world)
    levels = np.array([circadian(clock.local_hour(offset), world.peak_to_trough) for offset in world.utc_offsets])
    levels *= world.service
    accounts = world.accounts
    rows, sessions = np.empty(world.n + 1, np.int32), np.empty(world.n, np.float32)
    people = (world.paces, accounts.country, accounts.status)
    level = levels * clock.hours_per_tick / 24.0
    blocks = np.zeros((world.n + BLOCK - 1) // BLOCK, np.int64)
    _choose(world.key("wake"), clock.tick, people, level, (rows, sessions), blocks)
    awake = _close_up(blocks, rows, sessions)
    world.awake, world.sessions = rows[:awake].copy(), sessions[:awake].astype(np.float64)
    world.tallies.count("visits", awake)


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


@rule(parallel=True)
def _choose(
    key: np.uint64, tick: int, people: tuple[F32, I8, I8], level: F64, awake: tuple[I32, F32], blocks: I64
) -> None:
    """Let accounts come, block by block: who comes stands at the block's beginning, how many in `blocks`.

    With the row stand the expected sessions of those who came at least once, m / (1 - exp(-m)); so long
    ticks lose no activity.
    """
    pace, country, status = people
    rows, sessions = awake
    for block in prange(blocks.size):
        first = block * BLOCK
        luck = np.empty(min(BLOCK, pace.size - first))
        uniforms_of_rows(key, tick, first, luck)
        perhaps = first
        for n in range(luck.size):
            # 1 - exp(-m) <= m sorts most out without the exponential, and without a branch to guess
            rows[perhaps] = first + n
            perhaps += int(luck[n] < np.float64(pace[first + n]) * level[country[first + n]])
        count = first
        for place in range(first, perhaps):
            i = rows[place]
            mean = np.float64(pace[i]) * level[country[i]]
            chance = 1.0 - math.exp(-mean)
            if luck[i - first] < chance and (status[i] == Status.ACTIVE or status[i] == Status.COMPROMISED):
                rows[count], sessions[count] = i, mean / chance
                count += 1
        blocks[block] = count - first


@rule()
def _close_up(blocks: I64, rows: I32, sessions: F32) -> int:
    """Move what stands at the beginnings of blocks together; returns how many there are."""
    count = 0
    for block in range(blocks.size):
        for place in range(block * BLOCK, block * BLOCK + blocks[block]):
            rows[count], sessions[count] = rows[place], sessions[place]
            count += 1
    return count

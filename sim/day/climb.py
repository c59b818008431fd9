"""Climb: who sees extremist items may go up a ladder of stages, step by step, and down again (C10)."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from sim.ground.draws import uniform
from sim.ground.rules import rule
from sim.ground.types import F32, F64, I8, I32, I64, U8, U32
from sim.state.codes import Kind, Stage
from sim.state.world import World

# A108: 1/month for g = 1; stylised (R3), for comparing policies only: from exposed, sympathiser, supporter
UP = (0.01, 0.003, 0.001)
DOWN = 3.0  # A108: steps down are 2 to 5 times as fast as the step up to where one stands
MONTH = 720.0  # h
STEP_HOURS = 3.0  # h, assumed: how often steps are drawn
ITEM_MEMORY = 24.0  # h: items are counted as those of about a day (C10)
PEER_PULL = 0.5  # C10


class Climbers(NamedTuple):
    """What the ladder reads and writes of the accounts."""

    stage: U8
    grievance: F32
    extreme_seen: F32
    exit_contact: F32
    seen_same: U32
    seen_other: U32
    kind: I8


def climb(world: World) -> None:
    """Let people climb or descend one step, where the scenario has extremist claims; let old items fade."""
    clock, accounts = world.clock, world.accounts
    if not world.claims.extremist.any() or not clock.starts_every(STEP_HOURS):
        return
    hours = max(STEP_HOURS, clock.hours_per_tick)
    climbers = Climbers(*(getattr(accounts, name) for name in Climbers._fields))
    pulls = np.zeros(world.n)
    higher = np.flatnonzero((accounts.column("stage") > 0) & accounts.people())
    if len(higher):
        _peer_pull(higher, (world.network.out_start, world.network.out_node), accounts.stage, pulls)
    _step(world.key("ladder"), clock.tick, hours, climbers, pulls)
    accounts.extreme_seen *= np.float32(math.exp(-hours / ITEM_MEMORY))


@rule()
def up_hazard(stage: int, items: float, grievance: float, peers: float) -> float:
    """Rate of a step up, 1/month: r_s ln(1 + E) g (1 + 0.5 x share of peers at the next stage) (C10)."""
    return UP[stage - 1] * math.log(1.0 + items) * grievance * (1.0 + PEER_PULL * peers)


@rule()
def down_hazard(stage: int, other_side: float, exit_contact: float) -> float:
    """Rate of a step down, 1/month: faster for who meets the other side, or people who help to leave (C10)."""
    return DOWN * UP[max(0, stage - 2)] * (1.0 + other_side + exit_contact)


@rule()
def _peer_pull(rows: I64, follows: tuple[I64, I32], stage: U8, pulls: F64) -> None:
    start, node = follows
    for n in range(rows.size):
        i, further = rows[n], 0
        for place in range(start[i], start[i + 1]):
            further += stage[node[place]] > stage[i]
        pulls[i] = further / max(1, start[i + 1] - start[i])


@rule()
def _step(key: np.uint64, tick: int, hours: float, climbers: Climbers, pulls: F64) -> None:
    stage, grievance, items, exit_contact, same, other, kind = climbers
    for i in range(stage.size):
        if kind[i] != Kind.CITIZEN and kind[i] != Kind.INFLUENCER:
            continue
        if stage[i] == Stage.NONE:
            stage[i] = Stage.EXPOSED if items[i] > 0.0 else Stage.NONE
            continue
        now = int(stage[i])
        up = up_hazard(now, np.float64(items[i]), np.float64(grievance[i]), pulls[i]) if now < Stage.ACTIVIST else 0.0
        contact = other[i] / max(1.0, float(same[i]) + float(other[i]))
        down = down_hazard(now, contact, np.float64(exit_contact[i])) if now > Stage.EXPOSED else 0.0
        luck = uniform(key, tick, i, 0)
        if luck < 1.0 - math.exp(-up * hours / MONTH):
            stage[i] = now + 1
        elif luck >= 1.0 - (1.0 - math.exp(-down * hours / MONTH)):
            stage[i] = now - 1

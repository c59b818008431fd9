"""Author: waking accounts write: ordinary posts, and now and then about a claim they hold or reject (A1, A12)."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numba import prange

from sim.ground.draws import normal, poisson, uniform
from sim.ground.rules import rule
from sim.ground.types import F32, F64, I8, I16, I32, I64, U8, U16
from sim.state.acts import BARE_WORD
from sim.state.codes import Kind
from sim.state.tags import taken_up
from sim.state.views import view_of
from sim.state.world import World

# A105: a campaign that leaves 50 replies on a target (assumed) makes 30 % censor themselves; s = sigma(-4 + 0.8 ln 51)
SILENCING = (-4.0, 0.8, 1.0)  # C9: a0, a1, and a2 (assumed) for those whose private data are out
DENIERS_SPEAK = 0.1  # assumed, so that unprompted corrections stay rare (A69): most who disbelieve say nothing
SILENCED_SHARE = 0.7  # C9: post rate x (1 - 0.7 s)


Keys = tuple[np.uint64, np.uint64, np.uint64]


class Writers(NamedTuple):
    """What the kernel reads of the accounts."""

    activity: F32
    online: F32
    pace: F32
    harassment: F32
    exposed: U8
    kind: I8
    belief: F32  # (account, claim)
    heard: U16
    denied: U16


class Pages(NamedTuple):
    """What the kernel writes, one entry a post."""

    author: I32
    claim: I16
    stance: I8
    appeal: F32
    quality: F32
    position: F32
    certainty: F32


def author(world: World) -> None:
    """Let the awake write, and call the steps of kinds that users made."""
    for step in () if world.layer else world.own_steps:
        step()
    accounts, awake = world.accounts, world.awake
    writers = Writers(*(getattr(accounts, name) for name in Writers._fields))
    counts = np.zeros(len(awake), np.int64)
    _count_posts(world.key("write"), world.clock.tick, awake, world.sessions, writers, counts)
    total = int(counts.sum())
    pages = _blank_pages(np.repeat(awake, counts))
    keys = (world.key("appeal"), world.key("quality"), world.key("topic"))
    talk = world.platform.claim_talk
    _write(keys, world.clock.tick, writers, (talk, world.claims.column("appeal")), pages)
    tagged = {"hashtag": taken_up(world, pages.author, pages.claim)} if world.hashtags.names else {}
    world.drafts.append(total, **pages._asdict(), **tagged)


def _blank_pages(authors: I32) -> Pages:
    total = len(authors)
    numbers = (np.zeros(total, np.float32), np.zeros(total, np.float32), np.zeros(total, np.float32))
    return Pages(authors, np.full(total, -1, np.int16), np.zeros(total, np.int8), *numbers, np.ones(total, np.float32))


@rule()
def silencing(load: float, exposed: int) -> float:
    """Share s of self-censorship under a load of hostile replies, for a visible target or not (C9)."""
    strain = SILENCING[0] + SILENCING[1] * math.log(1.0 + np.float64(load)) + SILENCING[2] * exposed
    return 1.0 / (1.0 + math.exp(-strain))


@rule()
def talks_by_plan(kind: int) -> bool:
    """Whether accounts of a kind speak of claims only when their operation or ministry says so."""
    return kind == Kind.BOT or kind == Kind.TROLL or kind == Kind.STATE_ACCOUNT


@rule(parallel=True)
def _count_posts(key: np.uint64, tick: int, awake: I32, sessions: F64, writers: Writers, counts: I64) -> None:
    activity, online, pace, harassment, exposed = writers[:5]
    for place in prange(awake.size):
        i = awake[place]
        # pace is today's sessions; dividing by its own mean keeps posts per day at `activity`
        rate = sessions[place] * activity[i] / max(1e-6, pace[i])
        free = 1.0 - SILENCED_SHARE * silencing(harassment[i], exposed[i]) if harassment[i] > 0.0 else 1.0
        counts[place] = poisson(key, tick, i, min(20.0, rate * free / max(0.01, online[i])))


@rule()
def _write(keys: Keys, tick: int, writers: Writers, talk: tuple[float, F32], pages: Pages) -> None:
    kind, belief, heard, denied = writers[5:]
    authors, claim, stance, appeal, quality, position, certainty = pages
    share, claim_appeal = talk
    claims = claim_appeal.size
    nth = 0
    for p in range(authors.size):
        i = authors[p]
        nth = nth + 1 if p > 0 and authors[p - 1] == i else 0
        appeal[p] = normal(keys[0], tick, i, nth)
        # A15: density of quality rises exponentially with rate 5 on 0..1
        quality[p] = math.log(1.0 + uniform(keys[1], tick, i, nth) * (math.exp(5.0) - 1.0)) / 5.0
        if claims == 0 or talks_by_plan(kind[i]):
            continue
        luck = uniform(keys[2], tick, i, nth) / share if share > 0.0 else 1.0
        k = int(luck * claims)
        if luck >= 1.0 or (heard[i, k] == 0 and denied[i, k] == 0):
            continue
        view = view_of(belief[i, k])
        # the more certain, the likelier to speak; what is left of the same draw decides
        if luck * claims - k < (view if view > 0.0 else -view * DENIERS_SPEAK):
            claim[p], stance[p] = k, 1 if view > 0.0 else -1
            position[p] = view
            certainty[p] = 1.0 if view > 0.0 else BARE_WORD
            if view > 0.0:
                appeal[p] += claim_appeal[k]

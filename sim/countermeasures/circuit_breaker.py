"""Circuit breaker: when a claim spreads fast, the platform cuts the reach of its posts by a share, after some hours."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.ground.types import B8, I64
from sim.state import plans, sanctions
from sim.state.codes import Stance
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Circuit breaker", "Coupe-circuit de viralité"),
    idea="slows what spreads fast, without asking whether it is true; downranking is a judgement on one claim",
    sources=("V23", "A86"),
    disarm=("C00117",),
    rights="potentially_problematic",
    cost=Cost(0.0, 20.0),
    authority="platform",
)


@dataclass(frozen=True)
class Params:
    """When it trips, how late it works, and how much it takes."""

    threshold: float = param(10.0, "1/h", 0, 1e9, source="assumed", doc="posts and reshares in the last hour")
    delay: float = param(4.0, "h", 0, 1000, source="V23", doc="from tripping to the first effect")
    cut: float = param(0.1, "share", 0, 0.999, source="V23", doc="share of readers whom a post does not reach")


FAST = {"cut": 0.6}  # so that what trips it shows
TRIAL = Trial(
    moves={"": "-total_exposure", "threshold": "+total_exposure", "delay": "+total_exposure",
           "cut": "-total_exposure"},
    tries={"threshold": (2.0, 60.0)},
    needs={"threshold": FAST, "delay": FAST},
)  # fmt: skip


def cost(entry: Entry) -> Cost:
    """The work of agreeing on it with the platform, if it is to cut anything."""
    return plans.scaled(CARD, 1.0 if entry.params.cut else 0.0)


def during(world: World, entry: Entry) -> None:
    """See which claims spread fast enough, and slow the posts of those that did so long ago."""
    if entry.params.cut == 0:
        return
    tripped = world.memory.setdefault(plans.stream(entry, "tripped"), np.full(world.claims.n, -1, np.int64))
    wait = plans.ticks(world, entry.params.delay)
    for claim in plans.claims_of(world, entry).tolist():
        if tripped[claim] < 0 and _last_hour(world, claim) >= entry.params.threshold:
            tripped[claim] = world.clock.tick
            world.note("tripped", entry.name, world.names.claims[claim])
        since = world.clock.tick - tripped[claim] - wait
        if tripped[claim] >= 0 and since >= 0:
            _slow(world, entry, claim, 0 if since == 0 else world.clock.tick - 1)


def end(world: World, entry: Entry) -> None:
    """Give the slowed posts their reach back."""
    world.memory.pop(plans.stream(entry, "tripped"), None)
    posts, level = world.posts, _level(entry)
    ids = world.here(posts.alive())
    ids = ids[posts.downrank[posts.rows(ids)] == level]
    sanctions.to_restore(world, entry.name, "downrank", ids)
    posts.lower(posts.rows(ids), 0.0)


def _level(entry: Entry) -> np.float32:
    return np.float32(math.log(1.0 - entry.params.cut))


def _last_hour(world: World, claim: int) -> int:
    ids = plans.posts_since(world, world.clock.tick - world.clock.ticks_in(1.0))
    return int(np.count_nonzero(_about(world, claim, ids)))


def _about(world: World, claim: int, ids: I64) -> B8:
    rows = world.posts.rows(ids)
    return np.asarray((world.posts.claim[rows] == claim) & (world.posts.stance[rows] == Stance.SUPPORT))


def _slow(world: World, entry: Entry, claim: int, since: int) -> None:
    """Slow what is not slowed more by somebody else."""
    level = _level(entry)
    ids = plans.originals(world, since)
    ids = ids[_about(world, claim, ids)]
    ids = ids[world.posts.downrank[world.posts.rows(ids)] > level]
    sanctions.to_lower(world, entry.name, world.posts.rows(ids), ids)
    world.posts.lower(world.posts.rows(ids), float(level))
    plans.lower_voices(world, ids)

"""Speech: what entries that make accounts talk have in common: when they talk, and whose name they bear meanwhile."""

from __future__ import annotations

from typing import Unpack

import numpy as np

from sim.ground.problems import Problems, unknown
from sim.ground.types import I32
from sim.state import acts, plans
from sim.state.acts import Wording
from sim.state.codes import Kind, Stance
from sim.state.timeline import Entry
from sim.state.world import World


def speakers(world: World, entry: Entry) -> I32:
    """Who posts now: every actor `posts` times in the first tick, and at `rate` while it lasts."""
    later = plans.acting(world, entry, entry.actors, entry.params.rate)
    if world.clock.tick > entry.begun:
        return later
    return np.concatenate([np.repeat(plans.able(world, entry.actors), entry.params.posts), later])


def say(world: World, entry: Entry, stance: int = Stance.SUPPORT, **wording: Unpack[Wording]) -> None:
    """Let them post on the entry's claim."""
    acts.post_claim(world, speakers(world, entry), entry.claim, stance, **wording)


def is_silent(entry: Entry) -> bool:
    """Whether its params let nobody say anything."""
    return not (entry.params.posts or entry.params.rate)


def actor(world: World, entry: Entry, name: str) -> I32:
    """The rows of an actor whom a param names; raises for one whom nobody knows."""
    if name not in world.named:
        raise Problems([unknown(f"{entry.name}.params", "actor", name, world.named)])
    return world.named[name]


def claim(world: World, entry: Entry, name: str) -> int:
    """The row of a claim that a param names; raises for one that nobody knows."""
    if name not in world.names.claims:
        raise Problems([unknown(f"{entry.name}.params", "claim", name, world.names.claims)])
    return world.names.claims.index(name)


def outlets(world: World, entry: Entry, chance: float, what: str) -> I32:
    """The media outlets that take something up, each with a probability."""
    press = plans.able(world, world.accounts.of_kind(Kind.MEDIA_OUTLET))
    return press[world.draws.uniform(plans.stream(entry, what), world.clock.tick, press) < chance]

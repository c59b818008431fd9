"""Limits: how many posts, reshares and replies an account may send in an hour or a day, while a measure says so."""

from __future__ import annotations

import numpy as np

from sim.ground.rules import rule
from sim.ground.types import B8, I32, AnyArray
from sim.state import plans
from sim.state.codes import Stance
from sim.state.timeline import Entry
from sim.state.world import World

PREFIX = "limits/"  # in World.memory: for each entry in force the caps, what was sent, and the period
UNLIMITED = 2**31 - 1


def limit(world: World, entry: Entry, caps: I32, hours: float) -> None:
    """From now on each account may send so many posts in every period of some hours, at least one tick long."""
    longer = max(1.0, world.clock.hours_per_tick / hours)
    scaled = np.where(caps == UNLIMITED, UNLIMITED, np.minimum(caps * longer, UNLIMITED - 1))
    world.memory[f"{PREFIX}{entry.name}/caps"] = scaled.astype(np.int32)
    world.memory[f"{PREFIX}{entry.name}/sent"] = np.zeros(world.n, np.int32)
    world.memory[f"{PREFIX}{entry.name}/period"] = np.array([hours])


def lift(world: World, entry: Entry) -> None:
    """The limits of this entry are over."""
    for what in ("caps", "sent", "period"):
        world.memory.pop(f"{PREFIX}{entry.name}/{what}", None)


def hold_back(world: World, may: B8) -> None:
    """Take from `may` the drafts that are beyond a limit, in their order, and book whose voice that lowers."""
    for name in sorted(key for key in world.memory if key.startswith(PREFIX) and key.endswith("/caps")):
        entry = name.removesuffix("/caps")
        sent = world.memory[f"{entry}/sent"]
        if world.opens_tick and world.clock.starts_every(float(world.memory[f"{entry}/period"][0])):
            sent[:] = 0
        before = may.copy()
        _count(world.drafts.column("author"), world.memory[name], sent, may)
        held = np.flatnonzero(before & ~may)
        if len(held):
            _book(world, held)


def _book(world: World, held: AnyArray) -> None:
    """Who belongs to no operation and did not support a false claim has been made less heard."""
    drafts, posts, claims = world.drafts, world.posts, world.claims
    claim, stance = drafts.column("claim")[held].copy(), drafts.column("stance")[held].copy()
    parent = drafts.column("parent")[held]
    again = parent > 0
    roots = posts.rows(posts.root[posts.rows(parent[again])])
    claim[again], stance[again] = posts.claim[roots], np.where(stance[again] == 0, posts.stance[roots], stance[again])
    false = np.append(claims.column("true") == 0, False)[claim] & (claim >= 0) & (stance == Stance.SUPPORT)
    author = drafts.column("author")[held]
    plans.lower_voices_of(world, author[~false & (world.accounts.operation[author] < 0)])


@rule()
def _count(authors: I32, caps: I32, sent: I32, may: B8) -> None:
    for d in range(authors.size):
        i = authors[d]
        if may[d] and sent[i] >= caps[i]:
            may[d] = False
        elif may[d]:
            sent[i] += 1

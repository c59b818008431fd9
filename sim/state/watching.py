"""Watching: what detectors may look at, which is what anybody can count or read, and what an alert is called."""

from __future__ import annotations

import numpy as np

from sim.ground.types import F64, I64
from sim.state.world import World

CLAIMS, SEGMENTS, ACCOUNTS = "claims", "segments", "accounts"  # what a detector may watch
WHOLE = ("",)  # one that watches accounts has one score for all of them


def subjects(world: World, about: str) -> tuple[str, ...]:
    """The names of what a detector of this sort watches; the empty name is everybody."""
    if about == CLAIMS:
        return world.names.claims
    countries = world.names.countries if len(world.names.countries) > 1 else ()
    return ("", *world.names.segments, *countries) if about == SEGMENTS else WHOLE


def alert_of(detector: str, about: str = "", subject: str = "") -> str:
    """What an alert is called: by its detector, `detector.claim`, or `detector@segment`."""
    return f"{detector}{'@' if about == SEGMENTS else '.'}{subject}" if subject else detector


def new_posts(world: World, detector: str) -> F64:
    """Public posts, replies and reshares on each claim since the detector's last look."""
    place = f"detectors/{detector}/total"
    total = (world.tallies.originals + world.tallies.reshares)[:-1].sum(axis=1).astype(np.float64)
    count: F64 = total - world.memory.get(place, 0.0)
    world.memory[place] = total
    return count


def public_posts(world: World, hours: float) -> I64:
    """Rows of the posts of the last hours (this tick included) that stand where anybody can read them, by id."""
    posts, clock = world.posts, world.clock
    ids = np.arange(posts.first_since(clock.tick - clock.ticks_in(hours) + 1), posts.last + 1)
    rows = posts.rows(ids)
    closed = [number for number, layer in enumerate(world.layers) if layer.closed]
    return rows[~np.isin(posts.layer[rows], closed)] if closed else rows

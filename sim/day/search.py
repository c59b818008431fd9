"""Search: people look up the terms of a claim and read what has been published on them, whomever they follow."""

from __future__ import annotations

import numpy as np

from sim.day.show import show
from sim.ground.types import I32, I64
from sim.state import plans
from sim.state.accounts import rows_of
from sim.state.codes import Stance
from sim.state.world import World

READ = 3  # assumed: results that a searcher reads


def search(world: World) -> None:
    """Add to this tick's exposures what searchers find on the main platform; where nobody searches, nothing is done."""
    if world.layer:
        return
    found: list[tuple[I32, I64]] = []
    for claim in np.flatnonzero(world.claims.column("searched")).tolist():
        results = results_on(world, claim)
        if len(results):
            seekers = _seekers(world, claim)
            found.append((np.repeat(seekers, len(results)), np.tile(results, len(seekers))))
    if sum(len(readers) for readers, _ in found):
        readers, posts = (np.concatenate(ends) for ends in zip(*found, strict=True))
        show(world, readers, posts)


def results_on(world: World, claim: int) -> I64:
    """Ids of the posts on a claim that a search shows, best first: by quality, then the newest."""
    posts = world.posts
    sides = [plans.originals_on(world, claim, stance) for stance in (Stance.SUPPORT, Stance.DENY)]
    ids = np.concatenate(sides)
    ids = ids[ids >= posts.alive_from]
    order = np.lexsort((-ids, -posts.quality[posts.rows(ids)]))
    return np.asarray(ids[order[:READ]])


def _seekers(world: World, claim: int) -> I32:
    people = rows_of(world.accounts.people() & world.accounts.can_act())
    chance = world.claims.searched[claim] * world.clock.hours_per_tick / 24.0
    return np.asarray(people[world.draws.uniform("search", world.clock.tick, people, claim) < chance])

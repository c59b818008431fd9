"""Reports: posts that users or a classifier hand to the moderators, each once; many reports press on the verdict."""

from __future__ import annotations

import numpy as np

from sim.ground.types import B8, AnyArray
from sim.state.codes import Decision
from sim.state.world import World


def open_cases(world: World, originals: AnyArray, *, pressing: bool = False, within: float = 0.0,
               first: float = 1.0) -> None:  # fmt: skip
    """Put original posts (ids) into the queue, each once; pressing reports are counted, again and again.

    Notices may go `first` (x on their priority), and ask for an effect `within` hours of the review; a case that
    still waits takes over what a later notice asks for.
    """
    posts, cases = world.posts, world.cases
    told = np.unique(originals)
    told = told[told >= posts.alive_from]
    known = cases.column("post")
    fresh = told[~np.isin(told, known[known >= posts.alive_from])]
    if within and len(told) > len(fresh):
        hurry(world, np.flatnonzero(np.isin(known, told) & (known >= posts.alive_from)), within, first)
    if len(fresh):
        rows = posts.rows(fresh)
        same = {name: getattr(posts, name)[rows] for name in ("author", "key", "claim")}
        views = posts.views[rows] if first == 1.0 else (posts.views[rows] + 1) * np.float32(first)
        cases.append(len(fresh), post=fresh, violating=violating(world, rows), opened=world.clock.hour,
                     priority=views, within=within, **same)  # fmt: skip
    if pressing:
        ids, counts = np.unique(originals, return_counts=True)
        pressed = cases.column("pressure")
        for post, count in zip(ids.tolist(), counts.tolist(), strict=True):
            pressed[cases.column("post") == post] += count


def hurry(world: World, cases: AnyArray, within: float, first: float = 1.0) -> None:
    """Let cases that wait for a reviewer go first and be decided within so many hours of the review; others by then."""
    table = world.cases
    waiting = np.isinf(table.started[cases])
    late = cases[waiting & ((table.within[cases] == 0) | (table.within[cases] > within))]
    table.priority[late] = (table.priority[late] + 1) * np.float32(first)
    table.within[late] = within
    begun = cases[~waiting & (table.decision[cases] == Decision.WAITING)]
    table.decided[begun] = np.minimum(table.decided[begun], world.clock.hour + within)


def violating(world: World, rows: AnyArray) -> B8:
    """Which posts break the rules in truth: support of a false claim, or hostility."""
    posts, claims = world.posts, world.claims
    about = posts.claim[rows]
    false = np.append(claims.column("true") == 0, False)[about]  # the last stands for claim -1
    return np.asarray((false & (posts.stance[rows] > 0)) | (posts.target[rows] >= 0))

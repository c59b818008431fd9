"""Suspicions: what a detector with a recall and a precision takes for guilty, the innocent among it."""

from __future__ import annotations

import numpy as np

from sim.ground.types import B8, I32, I64
from sim.state import plans
from sim.state.timeline import Entry
from sim.state.world import World


def mistaken_share(found: int, others: int, precision: float) -> float:
    """The share of others that must be taken for guilty too, so that of all that are only `precision` are."""
    if not found or not others:
        return 0.0
    if precision <= 0.0:
        return 1.0
    return min(1.0, found * (1.0 - precision) / precision / others)


def suspicious_posts(world: World, entry: Entry, ids: I64, guilty: B8, detector: tuple[float, float]) -> I64:
    """Posts (ids) that a detector with (recall, precision) picks out, where these are guilty in truth."""
    recall, precision = detector
    found, others = plans.drawn(world, entry, ids[guilty], recall), ids[~guilty]
    wrong = plans.drawn(world, entry, others, mistaken_share(len(found), len(others), precision))
    return np.sort(np.concatenate([found, wrong]))


def suspicious_accounts(world: World, entry: Entry, guilty: I32, others: I32,
                        detector: tuple[float, float]) -> tuple[I32, I32]:  # fmt: skip
    """Accounts (rows) that it picks out: the guilty ones, always the same, and innocent ones, other ones each time."""
    recall, precision = detector
    luck = world.draws.uniform(plans.stream(entry, "found"), 0, guilty)
    found = guilty[luck < recall]
    share = mistaken_share(len(found), len(others), precision)
    wrong = others[world.draws.uniform(plans.stream(entry, "mistaken"), world.clock.tick, others) < share]
    return found, wrong


def come_of_age(world: World, entry: Entry, hours: float) -> I64:
    """Originals that have stood for so many hours since the last look of this entry; at first all that have."""
    newest = world.clock.tick - 1 - plans.ticks(world, hours)
    ids = plans.originals(world, 0 if plans.due(world, entry, 0.0) else max(0, newest))
    return np.asarray(ids[world.posts.tick[world.posts.rows(ids)] <= newest])

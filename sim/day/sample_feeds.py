"""Sample feeds: what a dozen people see is noted, for each of them as much in every stretch of the run."""

from __future__ import annotations

import numpy as np

from sim.ground.types import AnyArray
from sim.state.records import EACH, STRETCHES, Records
from sim.state.world import World


def sample_feeds(world: World) -> None:
    """Note what the sampled people see in this tick, as far as there is room for so much of the run."""
    records, clock = world.records, world.clock
    if records is None or clock.hour < 0.0:
        return
    stretch = 1 + STRETCHES * (clock.tick - clock.burn_in_ticks) // max(1, clock.horizon_ticks)
    room = stretch * EACH - records.noted
    if not (room > 0).any():
        return
    reader, wanted = world.exposures.column("reader"), records.grounds.readers
    first, end = (np.searchsorted(reader, wanted, side=side) for side in ("left", "right"))
    taken = np.minimum(end - first, np.maximum(room, 0))
    for begin, count in zip(first[taken > 0].tolist(), taken[taken > 0].tolist(), strict=True):
        _note(world, records, slice(begin, begin + count))
    records.noted += taken


def _note(world: World, records: Records, seen: slice) -> None:
    posts, exposures = world.posts, world.exposures
    row = posts.rows(exposures.post[seen])
    root = posts.rows(posts.root[row])
    told: dict[str, AnyArray] = {name: getattr(posts, name)[root] for name in ("claim", "stance", "form", "label")}
    records.feeds.append(
        len(row), account=exposures.reader[seen], hour=world.clock.hour, position=exposures.position[seen],
        author_kind=world.accounts.kind[posts.author[root]], reshared=row != root, **told,
    )  # fmt: skip

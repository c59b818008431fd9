"""Sample feeds: what a dozen people see is noted, for each of them as much in every stretch of the run."""

from __future__ import annotations

import numpy as np

from sim.ground.rules import rule
from sim.ground.types import I32, I64, AnyArray
from sim.state.records import EACH, STRETCHES, Records
from sim.state.world import World


def sample_feeds(world: World) -> None:
    """Note what the sampled people see in this tick, as far as there is room for so much of the run."""
    records, clock = world.records, world.clock
    if records is None or clock.hour < 0.0:
        return
    stretch = 1 + STRETCHES * (clock.tick - clock.burn_in_ticks) // max(1, clock.horizon_ticks)
    place = np.zeros((len(records.noted), 2), np.int64)  # (reader), first of its exposures and how many are noted
    room = stretch * EACH
    if _find(world.exposures.column("reader"), records.grounds.readers, records.noted, room, place):
        for begin, count in place[place[:, 1] > 0].tolist():
            _note(world, records, slice(begin, begin + count))
        records.noted += place[:, 1]


@rule()
def _find(reader: I32, wanted: I32, noted: I64, room: int, place: I64) -> int:
    """Look up the exposures of the sampled readers, which come reader by reader; returns how many are to be noted."""
    total = 0
    for n in range(wanted.size):
        if noted[n] < room:
            begin = np.searchsorted(reader, wanted[n])
            end = begin
            while end < reader.size and reader[end] == wanted[n] and end - begin < room - noted[n]:
                end += 1
            place[n, 0], place[n, 1] = begin, end - begin
            total += end - begin
    return total


def _note(world: World, records: Records, seen: slice) -> None:
    posts, exposures = world.posts, world.exposures
    row = posts.rows(exposures.post[seen])
    root = posts.rows(posts.root[row])
    told: dict[str, AnyArray] = {name: getattr(posts, name)[root] for name in ("claim", "stance", "form", "label")}
    records.feeds.append(
        len(row), account=exposures.reader[seen], hour=world.clock.hour, position=exposures.position[seen],
        author_kind=world.accounts.kind[posts.author[root]], reshared=row != root, **told,
    )  # fmt: skip

"""Warned: which alarms were right, judged afterwards by the plan of the run, which no detector sees."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from sim.ground.types import B8, F64, I64, AnyArray
from sim.state.accounts import rows_of
from sim.state.sightings import Sightings
from sim.state.timeline import Entry
from sim.state.watching import ACCOUNTS, CLAIMS, subjects
from sim.state.world import World

TAIL_HOURS = 6.0  # assumed: an alarm so long after the last act is still about what it stirred up
HOSTILE = ("swarm", "identity_harassment", "dox")  # what strikes people


def detectors(world: World) -> Iterator[tuple[int, str, str]]:
    """Number, name and subject matter of each detector."""
    for number, (module, _) in enumerate(world.ideas.detectors):
        yield number, module.__name__.rpartition(".")[2], module.ABOUT


def sightings(world: World, detector: int) -> Sightings:
    """The looks of one detector."""
    own, every = Sightings(), world.sightings
    rows = every.column("detector") == detector
    own.append(int(rows.sum()), **{name: every.column(name)[rows] for name in every})
    return own


def spans(world: World, about: str, number: int) -> list[tuple[int, int]]:
    """Ticks from which to which an operation was at work on a claim or segment, or at all."""
    tail = world.clock.ticks_in(TAIL_HOURS)
    acts = [entry for entry in world.timeline if entry.begun >= 0 and is_hidden_hand(world, entry)]
    return [(entry.begun, (entry.ended if entry.ended >= 0 else world.clock.tick) + tail)
            for entry in acts if _concerns(world, entry, about, number)]  # fmt: skip


def right(world: World, about: str, looks: Sightings) -> B8:
    """(look) whether there was something to see."""
    subject, tick = looks.column("about"), looks.column("tick")
    found = np.zeros(looks.n, np.bool_)
    for number in np.unique(subject).tolist():
        for first, last in spans(world, about, number):
            found |= (subject == number) & (tick >= first) & (tick <= last)
    return found


def is_hidden_hand(world: World, entry: Entry) -> bool:
    """Whether an entry is a tactic of an operation, or spreads what is false."""
    if entry.shelf != "tactics":
        return False
    false = entry.claim >= 0 and world.claims.true[entry.claim] == 0
    return bool(false or (world.accounts.operation[entry.actors] >= 0).any())


def planted(world: World) -> B8:
    """Mask of the accounts that an operation has put to work."""
    mask = np.zeros(world.n, np.bool_)
    for entry in world.timeline:
        if entry.begun >= 0 and entry.shelf == "tactics":
            mask[entry.actors[world.accounts.operation[entry.actors] >= 0]] = True
    return mask


def accused(world: World, detector: int) -> I64:
    """Accounts that a detector has named."""
    table = world.suspects
    rows = rows_of((table.column("detector") == detector) & (table.column("accused") == 1))
    return np.asarray(table.account[rows], np.int64)


def suspicion(world: World, detector: int) -> F64:
    """(account) how much a detector ever suspected it."""
    table, every = world.suspects, np.zeros(world.n)
    own = table.column("detector") == detector
    every[table.column("account")[own]] = table.column("suspicion")[own]
    return every


def watched_hours(world: World) -> float:
    """Hours since the scenario's start."""
    return max(0.0, world.clock.hour)


def worth_warning(world: World, about: str) -> list[int]:
    """Claims or segments on which an operation was at work."""
    return [number for number in range(len(subjects(world, about))) if spans(world, about, number)]


def mean(values: AnyArray) -> float:
    """Mean of some numbers, summed in their order; NaN without any."""
    listed = values.tolist()
    return sum(listed) / len(listed) if listed else math.nan


def _concerns(world: World, entry: Entry, about: str, number: int) -> bool:
    if about == ACCOUNTS:
        return True
    if about == CLAIMS:
        return entry.claim == number
    part = subjects(world, about)[number]
    return entry.idea in HOSTILE and bool((world.members(part) & world.members(entry.audience)).any())

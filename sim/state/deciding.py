"""Deciding: how long the responding side takes from a trigger to the act, and what it can still afford."""

from __future__ import annotations

import numpy as np

from sim.ground.cards import Cost
from sim.state.timeline import ALWAYS, Entry
from sim.state.world import World

QUICKER = "decides quicker/"  # in World.memory: what each plan in force leaves of the time to decide
BUSY = "own side is busy"  # in World.memory: the hour until which the staff are at work


def price_of(world: World, entry: Entry) -> Cost:
    """What the responding side pays for an entry when it begins; tactics are paid act by act, laws by nobody."""
    if entry.shelf == "tactics" or entry.hours >= ALWAYS:
        return Cost()
    idea = world.ideas.timeline[entry.idea]
    told: Cost | None = idea.cost(entry) if hasattr(idea, "cost") else idea.CARD.cost
    return told or Cost()


def affords(world: World, cost: Cost) -> bool:
    """Whether the responding side has the money for it."""
    limit = world.own_side.money
    return limit == 0.0 or cost.money == 0.0 or world.ledger.money + cost.money <= limit


def waiting_hours(world: World, entry: Entry) -> float:
    """Hours from the moment an entry is asked for until it acts.

    What a trigger calls for waits for its own delay; a measure of the responding side also for the
    decision, and, where its staff are counted, for the work, one measure after another.
    """
    delay = entry.when.delay if entry.when else 0.0
    if entry.shelf != "countermeasures":
        return delay
    triggered = entry.when is not None or bool(entry.since)
    hours = (delay + world.own_side.decision_hours) * pace(world) if triggered else 0.0
    return hours + _working_hours(world, entry, hours)


def pace(world: World) -> float:
    """What the response plans in force leave of the time that decisions take."""
    told = (float(share[0]) for name, share in sorted(world.memory.items()) if name.startswith(QUICKER))
    left = 1.0
    for share in told:
        left *= share
    return left


def _working_hours(world: World, entry: Entry, decided_in: float) -> float:
    if world.own_side.staff == 0.0:
        return 0.0
    busy = world.memory.setdefault(BUSY, np.full(1, -np.inf))
    ready = world.clock.hour + decided_in
    busy[0] = max(busy[0], ready) + price_of(world, entry).staff_hours / world.own_side.staff
    return float(busy[0] - ready)

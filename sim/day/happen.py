"""Happen: due timeline entries and fired triggers act, run on, and end."""

from __future__ import annotations

import math

from sim.state.deciding import affords, price_of, waiting_hours
from sim.state.newsrooms import go_to_press
from sim.state.timeline import Condition, Entry
from sim.state.watching import CLAIMS, SEGMENTS, alert_of
from sim.state.world import World


def happen(world: World) -> None:
    """Begin, continue and end the entries of the timeline, in their order, each on its layer."""
    for entry in world.timeline:
        if entry.begun < 0 and _is_due(world, entry):
            _begin(world, entry)
        elif entry.active and _is_over(world, entry):
            _end(world, entry)
        if entry.active:
            _call(world, entry, "during")
    world.enter(0)
    if world.press.n:
        go_to_press(world)


def _is_due(world: World, entry: Entry) -> bool:
    if entry.due < 0 and _is_asked_for(world, entry):
        hours = waiting_hours(world, entry)
        entry.due = world.clock.tick + (world.clock.ticks_in(hours) if hours > 0 else 0)
    return 0 <= entry.due <= world.clock.tick


def _is_asked_for(world: World, entry: Entry) -> bool:
    if not _has_come(world, entry):
        return False
    if entry.when is None and not entry.since:
        return entry.at is not None
    if entry.when is not None and not holds(world, entry.when):
        return False
    what = entry.when.alert or entry.when.measure if entry.when else entry.since
    world.note("trigger", entry.name, what)
    return True


def _has_come(world: World, entry: Entry) -> bool:
    """Whether the hour of an entry has come; an alert is heard at the tick after that in which it was raised."""
    at, tick = entry.at or 0.0, world.clock.tick
    if entry.since:
        heard = world.alerts.get(entry.since, tick) + 1
        return tick >= heard + (world.clock.ticks_in(at) if at > 0 else 0)
    return entry.at is None or tick >= world.clock.tick_of(at)


def holds(world: World, condition: Condition) -> bool:
    """Whether a trigger's condition is true of what was last measured, or of the alerts so far."""
    if condition.alert:
        about, subject = (SEGMENTS, condition.segment) if condition.segment else (CLAIMS, condition.claim)
        return alert_of(condition.alert, about, subject) in world.alerts
    if not world.measured:
        return False
    column = condition.measure + (f"@{condition.segment}" if condition.segment else "")
    value = world.measured[-1].get(column, math.nan)
    above = condition.above is not None and value > condition.above
    return above or (condition.below is not None and value < condition.below)


def _begin(world: World, entry: Entry) -> None:
    entry.begun = world.clock.tick
    cost = price_of(world, entry)
    if not affords(world, cost):
        entry.ended = entry.begun
        world.note("refused", entry.name, "no money is left for it")
        return
    world.ledger.spend(cost.money, cost.staff_hours)
    world.note("begin", entry.name, entry.idea)
    _call(world, entry, "begin")


def _is_over(world: World, entry: Entry) -> bool:
    lasts = world.clock.ticks_in(entry.hours) if entry.hours > 0 else 1
    return world.clock.tick >= entry.begun + lasts


def _end(world: World, entry: Entry) -> None:
    entry.ended = world.clock.tick
    world.note("end", entry.name, entry.idea)
    _call(world, entry, "end")


def _call(world: World, entry: Entry, moment: str) -> None:
    act = getattr(world.ideas.timeline[entry.idea], moment, None)
    if act is not None:
        world.enter(entry.layer)
        queued = world.drafts.n
        act(world, entry)
        if entry.language >= 0:
            world.drafts.column("tongue")[queued:] = entry.language + 1

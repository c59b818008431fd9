"""Adapt: an operation looks at the reach of what it does, and does more of what works and less of what does not."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import plans
from sim.state.codes import Stance
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Measure and adapt", "Mesure et adaptation"),
    idea="says nothing itself and shifts the work, and so the money, between the operation's other entries",
    sources=("assumed",),
    disarm=("T0132", "T0132.003", "T0133"),
    cost=Cost(5.0),
)
NEEDS = ("hours",)


@dataclass(frozen=True)
class Params:
    """How often it looks, how far it goes along, and what it always goes on trying."""

    every: float = param(6.0, "h", 0.25, 336, source="assumed", doc="time between two looks")
    step: float = param(0.3, "share", 0, 1, source="assumed", doc="of the way to work in proportion to reach")
    least: float = param(0.1, "x", 0, 1, source="assumed", doc="strength below which no entry falls")


OURS = {"operation": "operation"}
VOICE = {"do": "publish", "hours": 48.0, "params": {"rate": 6.0}, **OURS}
TRIAL = Trial(
    moves={"": "+total_exposure"},
    entries={"trial": OURS, "loud": {**VOICE, "by": "herald"}, "quiet": {**VOICE, "by": "bots"}},
    tries={"every": (2.0, 24.0), "least": (0.5, 0.9)},
    needs={"least": {"step": 1.0}},
)


def during(world: World, entry: Entry) -> None:
    """Every so often compare the entries of the operation by the views that each of their posts had."""
    period = plans.ticks(world, entry.params.every)
    passed = world.clock.tick - entry.begun
    if entry.params.step == 0.0 or passed == 0 or passed % period or entry.operation < 0:
        return
    others = [one for one in world.timeline if _is_measured(one, entry)]
    told = [(one, views) for one in others if (views := _views(world, one, period)) >= 0.0]
    total = sum(views for _, views in told)
    if len(told) < 2 or total == 0.0 or not plans.pay(world, entry, plans.price(world, entry), 1):
        return
    strength = sum(one.strength for one, _ in told)
    for one, views in told:
        wanted = strength * views / total
        one.strength = max(entry.params.least, one.strength + entry.params.step * (wanted - one.strength))
    world.note("adapt", entry.name, " ".join(f"{one.name} {one.strength:.2f}" for one, _ in told))


def _is_measured(other: Entry, entry: Entry) -> bool:
    ours = other.operation == entry.operation and other.shelf == "tactics"
    return ours and other.active and other is not entry and other.claim >= 0


def _views(world: World, entry: Entry, period: int) -> float:
    """Mean views of what its accounts posted for its claim since the last look, as counters show them; -1: nothing.

    A view of something that was passed on counts by the part of its copies that is this account's own.
    """
    posts = world.posts
    ids = np.arange(posts.first_since(world.clock.tick - period), posts.last + 1)
    ids = ids[posts.layer[posts.rows(ids)] == entry.layer] if world.layers else ids
    rows = posts.rows(ids)
    own = np.isin(posts.author[rows], entry.actors) & (posts.claim[rows] == entry.claim)
    roots = posts.rows(posts.root[rows[own & (posts.stance[rows] == Stance.SUPPORT)]])
    if not len(roots):
        return -1.0
    return float((posts.views[roots] / (1.0 + posts.reshares[roots])).mean())

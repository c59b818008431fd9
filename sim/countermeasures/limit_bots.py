"""Limit bots: the platform looks for botnets and throttles what it takes for one; some of those are people."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.ground.types import I32
from sim.state import limits, plans
from sim.state.accounts import rows_of
from sim.state.codes import Kind
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Throttling of botnets", "Bridage des réseaux de robots"),
    idea="slows what it takes for bots and lets them stay; a takedown suspends them, a rate limit holds for all",
    sources=("A114", "A92"),
    disarm=("C00123",),
    rights="potentially_problematic",
    cost=Cost(0.0, 40.0),
    authority="platform",
)
NEEDS = ("hours",)


@dataclass(frozen=True)
class Params:
    """How good the detector is, how late, and what it leaves to those it names."""

    recall: float = param(0.8, "share", 0, 1, source="A42", doc="share of operations' bots that are found")
    precision: float = param(0.95, "share", 0.01, 1, source="A114", doc="share of those named who are such bots")
    lag: float = param(12.0, "h", 0, 1000, source="A88", doc="from the decision to the throttle")
    cap: int = param(2, "1/day", 0, 10_000, source="assumed", doc="posts, reshares and replies left to each")


TRIAL = Trial(
    moves={"": "-total_exposure", "recall": "-total_exposure", "precision": "-voices_lowered",
           "lag": "+total_exposure", "cap": "+total_exposure"},
    tries={"cap": (0, 8), "precision": (0.2, 0.5), "lag": (0.0, 24.0)},
    needs={"precision": {"lag": 1.0, "cap": 0}},
)  # fmt: skip


def cost(entry: Entry) -> Cost:
    """The work of handing over the evidence, if anything is to be looked for."""
    return plans.scaled(CARD, 1.0 if entry.params.recall else 0.0)


def during(world: World, entry: Entry) -> None:
    """After the lag throttle all who are named."""
    params = entry.params
    if params.recall == 0 or not plans.due(world, entry, params.lag):
        return
    accounts = world.accounts
    bots = plans.able(world, rows_of((accounts.kind == Kind.BOT) & (accounts.operation >= 0)))
    found = bots[world.draws.uniform(plans.stream(entry, "found"), 0, bots) < params.recall]
    wrong = _mistaken(world, entry, round(len(found) * (1.0 - params.precision) / params.precision))
    caps = np.full(world.n, limits.UNLIMITED, np.int32)
    caps[found], caps[wrong] = params.cap, params.cap
    limits.limit(world, entry, caps, hours=24.0)
    world.note("throttled", entry.name, f"{len(found)} bots, {len(wrong)} others")


def _mistaken(world: World, entry: Entry, count: int) -> I32:
    """People taken for bots: the busier, the likelier."""
    people = plans.able(world, rows_of(world.accounts.people()))
    luck = world.draws.uniform(plans.stream(entry, "mistaken"), 0, people)
    order = np.argsort(luck / np.maximum(1e-6, world.accounts.activity[people]), kind="stable")
    return people[order[:count]]


def end(world: World, entry: Entry) -> None:
    """Everybody may send as before."""
    limits.lift(world, entry)

"""Sign-up friction: operations get fewer new accounts, later and dearer, and some people give up."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.ground.types import I32, AnyArray
from sim.state import factors, plans
from sim.state.accounts import rows_of
from sim.state.codes import Kind, Status
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Harder sign-up", "Inscription plus exigeante"),
    idea="works on accounts that an operation has not used yet; limits and takedowns work on those that act",
    sources=("A92", "assumed"),
    disarm=("C00034",),
    rights="potentially_problematic",
    cost=Cost(0.0, 60.0),
    authority="platform",
)


@dataclass(frozen=True)
class Params:
    """What it takes from operations, and from people who come for the first time."""

    stopped: float = param(0.3, "share", 0, 1, source="assumed", doc="of an operation's new accounts that fail")
    delay: float = param(12.0, "h", 0, 1000, source="assumed", doc="longer until the others can act")
    price: float = param(0.5, "€", 0, 1000, source="assumed", doc="what each of them costs its operation more")
    newcomers: float = param(0.001, "1/day", 0, 1, source="assumed", doc="people who join, for each who is there")
    lost: float = param(0.1, "share", 0, 1, source="assumed", doc="of newcomers who give up")


LATER = {"scenario.timeline.flooding.at": 12.0, "scenario.timeline.swarming.at": 12.0}
TRIAL = Trial(
    moves={"": "-total_exposure +newcomers_lost", "stopped": "-total_exposure", "delay": "-total_exposure",
           "price": "+operation_spending.operation", "newcomers": "+newcomers_lost", "lost": "+newcomers_lost"},
    world=LATER,
)  # fmt: skip
NOBODY, WAITING = 0, -1  # in memory, by account: not one of these, not yet needed; else 1 + tick of its application


def cost(entry: Entry) -> Cost:
    """The work of agreeing on it with the platform, if anything is to be harder."""
    return plans.scaled(CARD, 1.0 if _bites(entry) else 0.0)


def _bites(entry: Entry) -> bool:
    return bool(entry.params.stopped or entry.params.delay or entry.params.price)


def begin(world: World, entry: Entry) -> None:
    """Whatever accounts of operations have not been used yet are still to be registered."""
    if not _bites(entry):
        return
    accounts = world.accounts
    state = np.zeros(world.n, np.int32)
    state[np.isin(accounts.kind, (Kind.BOT, Kind.TROLL)) & (accounts.operation >= 0) & accounts.can_act()] = WAITING
    for other in world.timeline:
        if other.shelf == "tactics" and 0 <= other.begun < world.clock.tick:
            state[other.actors] = NOBODY
    accounts.status[state == WAITING] = Status.CUT_OFF
    world.memory[plans.stream(entry, "new")] = state
    factors.impose(world, factors.SIGN_UP, entry, 1.0 - entry.params.stopped)


def during(world: World, entry: Entry) -> None:
    """Register those who are needed, let in those whose time has come, and count the people who turn away."""
    if not _bites(entry):
        return
    state, params = world.memory[plans.stream(entry, "new")], entry.params
    for other in world.timeline:
        if other.shelf == "tactics" and other.active:
            needed = other.actors[state[other.actors] == WAITING]
            state[needed] = 1 + world.clock.tick
    asked = rows_of(state > 0)
    _let_in(world, entry, asked[state[asked] - 1 + plans.ticks(world, params.delay) <= world.clock.tick])
    people, days = int(world.accounts.people().sum()), world.clock.hours_per_tick / 24.0
    world.ledger.newcomers_lost += people * params.newcomers * params.lost * days


def _let_in(world: World, entry: Entry, due: I32) -> None:
    """Those who do not fail, as long as their operation pays."""
    state, params = world.memory[plans.stream(entry, "new")], entry.params
    passes = due[world.draws.uniform(plans.stream(entry, "fails"), 0, due) >= params.stopped]
    for operation in np.unique(world.accounts.operation[passes]).tolist():
        own = passes[world.accounts.operation[passes] == operation]
        own = own[: world.operations.affordable(operation, params.price)]
        world.operations.pay(operation, params.price * len(own))
        _release(world, state, own)


def _release(world: World, state: I32, rows: AnyArray) -> None:
    """They can act, unless something else keeps them from it."""
    state[rows] = NOBODY
    kept = rows[world.accounts.status[rows] == Status.CUT_OFF]
    world.accounts.status[kept] = Status.ACTIVE


def end(world: World, entry: Entry) -> None:
    """Anybody can sign up again."""
    factors.lift(world, factors.SIGN_UP, entry)
    state = world.memory.pop(plans.stream(entry, "new"), None)
    if state is not None:
        _release(world, state, rows_of(state != NOBODY))

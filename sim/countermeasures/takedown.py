"""Takedown: the platform suspends the accounts it takes for an operation's bots, and some that are none."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.ground.types import I32
from sim.state import plans, removals, sanctions
from sim.state.accounts import rows_of
from sim.state.codes import Kind
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Takedown of bots", "Suspension des robots"),
    idea="removes an operation's bots at one stroke; a suspension waits for repeated falsehoods, whoever says them",
    sources=("A42", "A87", "A88", "C4", "V30"),
    disarm=("C00197", "C00123"),
    rights="potentially_problematic",
    cost=Cost(0.0, 40.0),
    authority="platform",
)


@dataclass(frozen=True)
class Params:
    """How late, how exact, and what becomes of mistakes; the entry must last until appeals are decided."""

    recall: float = param(0.8, "prob", 0, 1, source="A42", doc="P(suspension) of an operation's bot")
    false_alarm: float = param(0.0005, "prob", 0, 1, source="assumed", doc="P(suspension) of a person")
    delay: float = param(12.0, "h", 0, 1000, source="A88", doc="from the decision to the suspension")
    appeal_success: float = param(0.3, "prob", 0, 1, source="C4", doc="share of errors reversed")
    appeal_hours: float = param(72.0, "h", 0.25, 1000, source="assumed", doc="from suspension to reversal")


TRIAL = Trial(
    moves={"": "-total_exposure", "recall": "-total_exposure", "false_alarm": "+wrongful_removals",
           "delay": "+total_exposure", "appeal_success": "+appeals_upheld +visits", "appeal_hours": "-visits"},
    tries={"appeal_hours": (4.0, 24.0)},  # within the two days of a trial
    needs={"appeal_success": {"false_alarm": 0.4, "appeal_hours": 6.0}, "appeal_hours": {"false_alarm": 0.4}},
)  # fmt: skip


def cost(entry: Entry) -> Cost:
    """The work of handing over the evidence, if anything is to be looked for."""
    return plans.scaled(CARD, 1.0 if entry.params.recall else 0.0)


def during(world: World, entry: Entry) -> None:
    """Suspend once, after the delay; later give back what appeals win."""
    params = entry.params
    if params.recall == 0:
        return
    if plans.due(world, entry, params.delay):
        _suspend(world, entry)
    if plans.due(world, entry, params.delay + params.appeal_hours):
        _restore(world, entry)


def _suspend(world: World, entry: Entry) -> None:
    accounts, params = world.accounts, entry.params
    bots = rows_of((accounts.column("kind") == Kind.BOT) & (accounts.column("operation") >= 0))
    found = _drawn(world, entry, plans.able(world, bots), params.recall)
    wrong = _drawn(world, entry, plans.able(world, rows_of(accounts.people())), params.false_alarm)
    removals.book(world, len(found), len(wrong))
    for accounts_hit, mistaken in ((found, False), (wrong, True)):
        sanctions.on_accounts(world, "suspend", entry, accounts_hit, mistaken)
    removals.suspend(world, np.concatenate([found, wrong]))
    world.memory[plans.stream(entry, "wrong")] = wrong


def _restore(world: World, entry: Entry) -> None:
    wrong = world.memory[plans.stream(entry, "wrong")]
    upheld = wrong[world.draws.uniform(plans.stream(entry, "appeal"), 0, wrong) < entry.params.appeal_success]
    sanctions.on_accounts(world, "reinstate", entry, upheld, False)
    removals.reinstate(world, upheld)
    world.ledger.appeals += len(wrong)
    world.ledger.appeals_upheld += len(upheld)


def _drawn(world: World, entry: Entry, rows: I32, chance: float) -> I32:
    return rows[world.draws.uniform(plans.stream(entry, "found"), 0, rows) < chance]

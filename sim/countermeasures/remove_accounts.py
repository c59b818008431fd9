"""Removal of accounts: a detector looks for fake accounts again and again; what it suspects goes, right or wrong."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.ground.types import I32
from sim.state import plans, sanctions
from sim.state.accounts import rows_of
from sim.state.codes import Kind
from sim.state.removals import begin_anew, book, distrust_platform, reinstate, returning, suspend
from sim.state.suspicions import suspicious_accounts
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Removal of suspicious accounts", "Suppression de comptes suspects"),
    idea="goes on for as long as it lasts, on bots, trolls and false names alike; a takedown strikes bots once",
    sources=("A42", "A92", "A114", "C22"),
    disarm=("C00197", "C00189"),
    rights="potentially_problematic",
    cost=Cost(0.0, 40.0),
    authority="platform",
)


@dataclass(frozen=True)
class Params:
    """How exact the detector is, how often it looks, who comes back, and what its errors cost."""

    recall: float = param(0.8, "prob", 0, 1, source="A42", doc="P(a fake account is found)")
    precision: float = param(0.9, "share", 0.01, 1, source="A114, lower outside its sample",
                             doc="fake accounts among those removed")  # fmt: skip
    lag: float = param(24.0, "h", 0.25, 1000, source="A88, doubled: assumed", doc="to the first look, and to each next")
    returns: float = param(0.1, "1/month", 0, 100, source="C22", doc="rate at which a removed one comes back anew")
    kept: float = param(0.2, "share", 0, 1, source="assumed", doc="followers who find it again")
    grievance: float = param(0.5, "events", 0, 100, source="C7, size assumed",
                             doc="bad experience with the platform for followers of the innocent")  # fmt: skip
    appeal_success: float = param(0.3, "prob", 0, 1, source="C4", doc="share of errors reversed")
    appeal_hours: float = param(72.0, "h", 0.25, 1000, source="assumed", doc="from removal to reversal")


EARLY = {"lag": 2.0}
ERRING = EARLY | {"precision": 0.1}
TRIAL = Trial(
    moves={"": "-total_exposure", "recall": "-total_exposure", "precision": "-wrongful_removals",
           "lag": "+total_exposure", "returns": "+wrongful_removals", "kept": "+total_exposure",
           "grievance": "-trust.platform", "appeal_success": "+appeals_upheld", "appeal_hours": "-appeals"},
    needs={"recall": EARLY, "precision": EARLY, "grievance": ERRING,
           "returns": {"lag": 12.0}, "kept": {"lag": 12.0, "returns": 100.0},
           "appeal_success": ERRING | {"appeal_hours": 6.0}, "appeal_hours": ERRING},
    tries={"precision": (0.05, 0.3), "lag": (2.0, 12.0), "returns": (30.0, 100.0), "kept": (0.0, 1.0),
           "appeal_hours": (4.0, 24.0)},
    entries={"trial": {"at": 2.0}},
)  # fmt: skip


def cost(entry: Entry) -> Cost:
    """The work of handing over the evidence, if anything is to be looked for."""
    return plans.scaled(CARD, 1.0 if entry.params.recall else 0.0)


def during(world: World, entry: Entry) -> None:
    """Look when it is time; meanwhile some come back, and appeals are decided."""
    params = entry.params
    if params.recall == 0.0:
        return
    gone = _kept(world, entry, "gone")
    begin_anew(world, entry, returning(world, entry, gone, params.returns), params.kept)
    since = world.clock.tick - entry.begun
    if since > 0 and since % plans.ticks(world, params.lag) == 0:
        _look(world, entry)
    _hear_appeals(world, entry)


def _look(world: World, entry: Entry) -> None:
    accounts, params = world.accounts, entry.params
    own = accounts.column("operation") >= 0
    kind = accounts.column("kind")
    false_name = np.zeros(world.n, np.bool_)
    false_name[world.standings.column("account")[world.standings.column("likeness") > 0]] = True
    fake = own & ((kind == Kind.BOT) | (kind == Kind.TROLL) | false_name)
    found, wrong = suspicious_accounts(world, entry, plans.able(world, rows_of(fake)),
                                       plans.able(world, rows_of(accounts.people() & ~own)),
                                       (params.recall, params.precision))  # fmt: skip
    for accounts_hit, mistaken in ((found, False), (wrong, True)):
        sanctions.on_accounts(world, "suspend", entry, accounts_hit, mistaken)
    suspend(world, np.concatenate([found, wrong]))
    distrust_platform(world, wrong, params.grievance)
    book(world, len(found), len(wrong))
    world.memory[plans.stream(entry, "gone")] = np.union1d(_kept(world, entry, "gone"), found).astype(np.int32)
    world.memory[plans.stream(entry, "wrong")] = np.append(_kept(world, entry, "wrong"), wrong)
    when = np.full(len(wrong), world.clock.tick, np.int32)
    world.memory[plans.stream(entry, "when")] = np.append(_kept(world, entry, "when"), when)


def _hear_appeals(world: World, entry: Entry) -> None:
    """Whoever was removed by mistake appeals; a share of the errors is reversed."""
    wrong, when = _kept(world, entry, "wrong"), _kept(world, entry, "when")
    heard = wrong[when == world.clock.tick - plans.ticks(world, entry.params.appeal_hours)]
    luck = world.draws.uniform(plans.stream(entry, "appeal"), 0, heard)
    upheld = heard[luck < entry.params.appeal_success]
    sanctions.on_accounts(world, "reinstate", entry, upheld, False)
    reinstate(world, upheld)
    world.ledger.appeals += len(heard)
    world.ledger.appeals_upheld += len(upheld)


def _kept(world: World, entry: Entry, what: str) -> I32:
    return np.asarray(world.memory.get(plans.stream(entry, what), np.empty(0, np.int32)), np.int32)

"""Attribute: it is said who is behind an operation, whose accounts are then trusted less; some named are innocent."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.ground.types import I32
from sim.state import plans, speech
from sim.state.accounts import rows_of
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Public attribution", "Attribution publique"),
    idea="takes trust from all accounts of an operation, whatever they say; unmasking takes a false name off",
    sources=("C7", "A65", "assumed"),
    disarm=("C00115",),
    rights="unproblematic",
    cost=Cost(5_000.0, 120.0),
    authority="ministry; coalition",
)


@dataclass(frozen=True)
class Params:
    """Whom, how convincingly, how late, and with how many errors."""

    target: str = param("", "-", source="pack", doc="actor or operation that is named; empty: all operations")
    recall: float = param(0.8, "prob", 0, 1, source="assumed", doc="P(an account of it is known)")
    false_alarm: float = param(0.0002, "prob", 0, 1, source="assumed", doc="P(an ordinary person is named with them)")
    doubt: float = param(0.5, "share", 0, 1, source="assumed", doc="share of the trust in those named that is lost")
    delay: float = param(24.0, "h", 0, 1000, source="assumed", doc="until the evidence suffices")


TRIAL = Trial(
    moves={"doubt": "-mean_belief", "delay": "+mean_belief", "false_alarm": "+unmasking_errors"},
    tries={"target": ("bots",), "delay": (6.0, 40.0), "false_alarm": (0.05, 0.2)},
    needs={"delay": {"doubt": 1.0}, "doubt": {"delay": 2.0}},
)

HAND_HOURS = 12.0  # assumed: what each neutral hand that content has passed through adds to the inquiry


def cost(entry: Entry) -> Cost:
    """The inquiry, if it can find anything."""
    return plans.scaled(CARD, 1.0 if entry.params.recall and entry.params.doubt else 0.0)


def during(world: World, entry: Entry) -> None:
    """Name them, in its hour."""
    params, accounts = entry.params, world.accounts
    if not (params.recall and params.doubt):
        return
    named = speech.actor(world, entry, params.target) if params.target else rows_of(accounts.column("operation") >= 0)
    hops = _hops(world, named)
    if not plans.due(world, entry, params.delay + HAND_HOURS * hops):
        return
    found = _drawn(world, entry, named, params.recall)
    people = rows_of(accounts.people() & (accounts.column("operation") < 0))
    wrong = _drawn(world, entry, people[~np.isin(people, named)], params.false_alarm)
    world.standings.doubt(np.concatenate([found, wrong]), params.doubt)
    if hops:  # whose word it seemed to be is known now, too
        world.standings.likeness[world.standings.known(found)] *= np.float32(1.0 - params.doubt)
    world.ledger.unmasked += len(found)
    world.ledger.wrongly_unmasked += len(wrong)


def _hops(world: World, named: I32) -> int:
    """Through how many neutral hands the content of those named has passed, where most."""
    known = world.accounts.operation[named]
    known = known[known >= 0]
    return int(world.operations.hops[known].max()) if len(known) else 0


def _drawn(world: World, entry: Entry, rows: I32, chance: float) -> I32:
    return rows[world.draws.uniform(plans.stream(entry, "named"), 0, rows) < chance]

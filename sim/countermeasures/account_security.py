"""Account security: owners learn to keep strangers out and log in twice, so that fewer accounts are lost."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import plans
from sim.state.accounts import rows_of
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Account security", "Sécurité des comptes"),
    idea="keeps accounts from being taken over; verification shows which account is the real one",
    sources=("C17", "assumed"),
    disarm=("C00051",),
    rights="unproblematic",
    cost=Cost(1_000.0, 20.0),
    authority="ministry",
)
READS_AUDIENCE = True


@dataclass(frozen=True)
class Params:
    """How many owners take part, and what is left of the risk."""

    coverage: float = param(0.8, "share", 0, 1, source="assumed", doc="share of the accounts whose owners take part")
    left: float = param(
        0.2, "x", 0, 1, source="C17, value assumed", doc="what it leaves of the chance to lose an account"
    )


TRIAL = Trial(
    moves={"coverage": "-takeovers", "left": "+takeovers"},
    entries={
        "trial": {"at": -2.0, "by": ""},
        "attack": {"do": "account_takeover", "hours": 24.0, "by": "", "params": {"target": "trolls", "chance": 0.9}},
    },
)


def cost(entry: Entry) -> Cost:
    """Grows with those who take part; the card’s is for four in five."""
    return plans.scaled(CARD, entry.params.coverage / 0.8 if entry.params.left < 1.0 else 0.0)


def begin(world: World, entry: Entry) -> None:
    """Teach the entry’s actors, or everybody in its audience; what is learnt stays."""
    rows = entry.actors if len(entry.actors) else rows_of(world.members(entry.audience))
    taught = rows[world.draws.uniform(plans.stream(entry, "taught"), 0, rows) < entry.params.coverage]
    guarded = world.accounts.guarded
    guarded[taught] = np.maximum(guarded[taught], np.float32(1.0 - entry.params.left))

"""Verify accounts: a mark shows who is who, so that fewer readers take a copy for the original."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import plans, verification
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Verified accounts", "Comptes vérifiés"),
    idea="works on all false names at once and before they speak; unmasking works on one, afterwards",
    sources=("C7", "assumed"),
    disarm=("C00099", "C00098"),
    rights="potentially_problematic",
    cost=Cost(0.0, 60.0),
    authority="platform; ministry",
)


@dataclass(frozen=True)
class Params:
    """How many accounts bear the mark, and how many readers look at it."""

    coverage: float = param(
        0.5, "share", 0, 1, source="assumed", doc="share of the accounts worth copying that bear the mark"
    )
    heeded: float = param(0.6, "share", 0, 1, source="assumed", doc="share of readers who look at it")
    delay: float = param(0.0, "h", 0, 8760, source="assumed", doc="until it is introduced")


TRIAL = Trial(
    needs={"delay": {"coverage": 1.0, "heeded": 1.0}},
    tries={"delay": (6.0, 30.0)},
    entries={
        "trial": {},
        "posing": {
            "do": "impersonate",
            "by": "bots",
            "hours": 48.0,
            "params": {"role": "fact_checkers", "likeness": 1.0, "rate": 9.0},
        },
    },
)


def cost(entry: Entry) -> Cost:
    """The work grows with the accounts that are verified; the card’s is for half of them."""
    return plans.scaled(CARD, entry.params.coverage / 0.5 if entry.params.heeded else 0.0)


def during(world: World, entry: Entry) -> None:
    """Introduce the mark."""
    if plans.due(world, entry, entry.params.delay) and entry.params.coverage * entry.params.heeded:
        verification.verify_accounts(world, entry, entry.params.coverage * entry.params.heeded)


def end(world: World, entry: Entry) -> None:
    """Give it up."""
    verification.stop_verifying(world, entry)

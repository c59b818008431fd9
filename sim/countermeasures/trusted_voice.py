"""Trusted voice: influencers or partners whom people follow anyway deny the claim in their own name."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import acts, plans
from sim.state.codes import Stance
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Trusted voice", "Voix de confiance"),
    idea="a denial with its sender's own reach and trust; a statement has only those of the official side",
    sources=("A19", "A63", "A76"),
    disarm=("C00200",),
    rights="unproblematic",
    cost=Cost(2_000.0, 10.0),
    authority="embassy; civil society",
)
READS_AUDIENCE = True
NEEDS = ("claim",)


@dataclass(frozen=True)
class Params:
    """How many are asked and how many of them agree."""

    count: int = param(5, "accounts", 0, 10_000, source="assumed", doc="accounts asked, most followed first")
    acceptance: float = param(0.5, "prob", 0, 1, source="assumed", doc="P(one of them speaks)")


TRIAL = Trial(
    moves={"": "+correction_reach", "count": "+correction_reach", "acceptance": "+correction_reach"},
    entries={"trial": {"by": ""}},
)


def cost(entry: Entry) -> Cost:
    """A price for each account asked; the card's is for five."""
    return plans.scaled(CARD, entry.params.count / 5 if entry.params.acceptance else 0.0)


def begin(world: World, entry: Entry) -> None:
    """Let those who agree deny the claim, once each."""
    voices = plans.accepting(world, entry, entry.params.count, entry.params.acceptance)
    acts.post_claim(world, voices, entry.claim, Stance.DENY)
    if len(voices):
        plans.own_side_speaks(world, entry)

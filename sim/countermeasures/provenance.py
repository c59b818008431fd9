"""Provenance marks: genuine media are signed; who looks finds true ones proven, and made ones without a mark."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import parts, plans
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Signed media (provenance)", "Médias signés (provenance)"),
    idea="proves origin beforehand, for pictures of all who sign; a registry holds official papers only",
    sources=("C11", "assumed"),
    disarm=("C00219", "C00028"),
    rights="unproblematic",
    cost=Cost(20_000.0, 80.0),
    authority="ministry; press; platform",
)
NEEDS = ("hours",)


@dataclass(frozen=True)
class Params:
    """How many sign, and how many look."""

    adoption: float = param(0.3, "share", 0, 1, source="assumed", doc="share of genuine media that are signed")
    checks: float = param(0.2, "share", 0, 1, source="assumed", doc="share of readers who look for the mark")


TRIAL = Trial(
    moves={"": "+mean_belief.finding", "adoption": "+mean_belief.finding", "checks": "+mean_belief.finding"},
    entries={
        "trial": {"claim": ""},
        "showing": {"do": "publish", "claim": "finding", "by": "embassy", "hours": 40.0, "params": {"rate": 6.0}},
    },
    tries={"adoption": (0.6, 1.0), "checks": (0.6, 1.0)},
    needs={"adoption": {"checks": 1.0}, "checks": {"adoption": 1.0}},
)


def cost(entry: Entry) -> Cost:
    """Grows with adoption; the card’s is for three in ten."""
    return plans.scaled(CARD, entry.params.adoption / 0.3 if entry.params.checks else 0.0)


def begin(world: World, entry: Entry) -> None:
    """True posts are proven to those who look; of made media they see that the mark is missing."""
    share = entry.params.adoption * entry.params.checks
    if share:
        claims = plans.claims_of(world, entry)
        true = world.claims.true[claims] == 1
        parts.hold(world, entry, "proof", claims[true], share)
        parts.hold(world, entry, "flaw", claims[~true], share)


def end(world: World, entry: Entry) -> None:
    """Nobody signs any more."""
    parts.give_back(world, entry, "proof", "flaw")

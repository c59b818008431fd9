"""Registry of documents: official papers stand in a public register, in which a forged one is missing."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import parts, plans
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Public register of documents", "Registre public des documents officiels"),
    idea="lets anybody test an official paper; provenance marks belong to pictures and recordings",
    sources=("C11", "assumed"),
    disarm=("C00165", "C00059"),
    rights="potentially_problematic",
    cost=Cost(10_000.0, 60.0),
    authority="ministry",
)
NEEDS = ("hours",)


@dataclass(frozen=True)
class Params:
    """How many look papers up."""

    lookups: float = param(0.05, "share", 0, 1, source="assumed", doc="share of readers who look a paper up")


TRIAL = Trial(
    moves={"lookups": "-mean_belief"},
    tries={"lookups": (0.4, 1.0)},
    entries={"trial": {}, "forging": {"do": "forged_statement", "by": "bots", "hours": 40.0, "params": {"rate": 6.0}}},
)


def cost(entry: Entry) -> Cost:
    """The register, if anybody looks."""
    return plans.scaled(CARD, 1.0 if entry.params.lookups else 0.0)


def begin(world: World, entry: Entry) -> None:
    """Open it: false papers are missing there."""
    if entry.params.lookups:
        claims = plans.claims_of(world, entry)
        parts.hold(world, entry, "listed", claims[world.claims.true[claims] == 0], entry.params.lookups)


def end(world: World, entry: Entry) -> None:
    """Close it."""
    parts.give_back(world, entry, "listed")

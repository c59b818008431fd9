"""Accuracy prompt: the platform asks readers whether things are true, so that more think before sharing."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import plans
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Accuracy prompt", "Invitation à vérifier"),
    idea="shifts attention to accuracy for every claim alike; a label judges single posts",
    sources=("C19", "A23", "A73"),
    disarm=("C00142",),
    rights="potentially_problematic",
    cost=Cost(0.0, 20.0),
    authority="platform",
)
NEEDS = ("hours",)


@dataclass(frozen=True)
class Params:
    """How many sessions it changes; 0 is the variant without effect (A73)."""

    strength: float = param(0.2, "prob", 0, 1, source="C19", doc="added probability of thinking of accuracy")


TRIAL = Trial(moves={"": "-total_exposure", "strength": "-total_exposure"})


def cost(entry: Entry) -> Cost:
    """The work of agreeing on it with the platform, if it is to prompt anybody."""
    return plans.scaled(CARD, 1.0 if entry.params.strength else 0.0)


def begin(world: World, entry: Entry) -> None:
    """Move the lever."""
    world.claims.attention_prompt[plans.claims_of(world, entry)] = entry.params.strength


def end(world: World, entry: Entry) -> None:
    """Prompt nobody any more."""
    world.claims.attention_prompt[plans.claims_of(world, entry)] = 0.0

"""Friction with learning: some reshares meet a question on the platform's rules; they are not made, and teach."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Cost, Text, param
from sim.state import plans, questions, shares
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Question before sharing", "Question avant de relayer"),
    idea="a nudge slows true and false alike; a question teaches to tell them apart, so the false lose more",
    sources=("C18", "A78", "Jahn et al. 2023, arXiv 2307.11498"),
    disarm=("C00142",),
    rights="potentially_problematic",
    cost=Cost(0.0, 20.0),
    authority="platform",
)
NEEDS = ("hours",)


@dataclass(frozen=True)
class Params:
    """How often reshares meet the question, and how much it teaches."""

    strength: float = param(0.1, "prob", 0, 1, source="C18", doc="P(a reshare meets the question and is not made)")
    learning: float = param(1.0, "share", 0, 1, source="C18", doc="0: friction alone; 1: false loses 2f, true f / 2")


def cost(entry: Entry) -> Cost:
    """The work of agreeing on it with the platform, if anybody is to be asked."""
    return plans.scaled(CARD, 1.0 if entry.params.strength else 0.0)


def begin(world: World, entry: Entry) -> None:
    """Ask; where visits are single acts people learn one by one, else the false is shared less at once."""
    often, learning = entry.params.strength, entry.params.learning
    if often > 0.0:
        shares.keep_by_truth(world, entry, 1.0 - often * (1.0 + learning), 1.0 - often * (1.0 - 0.5 * learning),
                             1.0 - often)  # fmt: skip
        questions.ask(world, entry, often, learning)


def end(world: World, entry: Entry) -> None:
    """Ask nobody any more."""
    shares.let_share(world, entry)
    questions.stop_asking(world, entry)

"""Data void: the first to publish on a term that nobody has written about, and to make people look it up."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.state import parts, speech
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Data void", "Vide informationnel exploité"),
    idea="reaches those who search, whomever they follow; other tactics reach followers through feeds",
    sources=("Golebiewski & boyd 2019, Data Voids (Data & Society)", "assumed"),
    disarm=("T0102.003",),
)
NEEDS = ("claim",)


@dataclass(frozen=True)
class Params:
    """How many items stand ready, and how many people look."""

    posts: int = param(3, "posts", 0, 1000, source="assumed", doc="posts of each actor at the beginning")
    rate: float = param(0.0, "1/day", 0, 1000, source="assumed", doc="further posts of each while it lasts")
    searchers: float = param(0.05, "1/day", 0, 1, source="assumed", doc="share of people whom the term makes search")


TRIAL = Trial(
    moves={
        "": "+total_exposure",
        "posts": "+total_exposure",
        "rate": "+total_exposure",
        "searchers": "+total_exposure",
    },
)


def begin(world: World, entry: Entry) -> None:
    """Bring the term into people’s mouths."""
    if not speech.is_silent(entry):
        parts.hold(world, entry, "searched", np.array([entry.claim]), entry.params.searchers)


def during(world: World, entry: Entry) -> None:
    """Put something there to be found."""
    speech.say(world, entry)


def end(world: World, entry: Entry) -> None:
    """People forget the term; what was published stays."""
    parts.give_back(world, entry, "searched")

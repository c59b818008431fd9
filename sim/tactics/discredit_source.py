"""Discredit a source: posts on the claim run down fact-checkers, the press or a ministry, and wear their trust away."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Text, Trial, param
from sim.state import speech
from sim.state.codes import SOURCES, Source
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Discredit credible sources", "Décrédibiliser les sources fiables"),
    idea="lowers trust in a source and so in all that it says; a conspiracy frame weakens denials of one claim only",
    sources=("A65", "C7", "assumed"),
    disarm=("T0075.001", "T0066", "T0135.001"),
)
NEEDS = ("claim",)


@dataclass(frozen=True)
class Params:
    """Whom it runs down, and how much one post does."""

    posts: int = param(1, "posts", 0, 1000, source="assumed", doc="posts of each actor at the beginning")
    rate: float = param(6.0, "1/day", 0, 1000, source="assumed", doc="further posts of each while it lasts")
    source: str = param("fact_checkers", "-", source="pack", doc="whose trust is worn away", choices=SOURCES)
    effect: float = param(
        0.1, "events", 0, 10, source="assumed", doc="what one post speaks against it, at trust 0.5 in its author"
    )


TRIAL = Trial(
    moves={
        "": "-trust.fact_checkers",
        "posts": "+total_exposure",
        "rate": "+total_exposure",
        "effect": "-trust.fact_checkers",
    },
)


def begin(world: World, entry: Entry) -> None:
    """From now on every post for the claim speaks against the source."""
    if entry.params.effect and not speech.is_silent(entry):
        world.claims.smears[entry.claim] = Source[entry.params.source.upper()]
        world.claims.smear[entry.claim] = entry.params.effect


def during(world: World, entry: Entry) -> None:
    """Post it."""
    speech.say(world, entry)


def end(world: World, entry: Entry) -> None:
    """What was believed of the source stays."""
    world.claims.smear[entry.claim] = 0.0

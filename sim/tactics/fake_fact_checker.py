"""Fake fact-checker: accounts pose as fact-checkers and publish verdicts that are the reverse of the truth."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Text, Trial, param
from sim.state import speech
from sim.state.codes import Source, Stance
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("False fact-checkers", "Faux vérificateurs de faits"),
    idea="turns the authority of checking against what is true; a fake outlet reports the claim, without a verdict",
    sources=("A76", "C7", "assumed"),
    disarm=("T0097.203",),
)
NEEDS = ("by", "claim")


@dataclass(frozen=True)
class Params:
    """How many verdicts, and how many readers are taken in."""

    posts: int = param(1, "posts", 0, 1000, source="assumed", doc="posts of each actor at the beginning")
    rate: float = param(2.0, "1/day", 0, 1000, source="assumed", doc="further posts of each while it lasts")
    likeness: float = param(0.5, "prob", 0, 1, source="assumed", doc="P(a careless reader is taken in)")


TRIAL = Trial(
    moves={"": "-mean_belief.finding", "posts": "-mean_belief.finding", "rate": "-mean_belief.finding"},
    entries={"trial": {"claim": "finding"}},
)


def begin(world: World, entry: Entry) -> None:
    """Put the badge on."""
    if not speech.is_silent(entry):
        world.standings.pose(entry.actors, Source.FACT_CHECKERS, entry.params.likeness)


def during(world: World, entry: Entry) -> None:
    """Publish: what is true is “false”, what is false is “confirmed”."""
    speech.say(world, entry, Stance.DENY if world.claims.true[entry.claim] else Stance.SUPPORT)


def end(world: World, entry: Entry) -> None:
    """Take it off."""
    world.standings.drop(entry.actors)

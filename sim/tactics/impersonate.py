"""Impersonate: an account poses as a known official or expert, and part of its readers take its word for theirs."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Text, Trial, param
from sim.state import speech
from sim.state.codes import SOURCES, Source
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Pose as an official or expert", "Se faire passer pour un responsable ou un expert"),
    idea="borrows an office but no followers; a look-alike copies one account and its name",
    sources=("A76", "C7", "assumed"),
    disarm=("T0143.003", "T0143.002"),
)
NEEDS = ("by", "claim")


@dataclass(frozen=True)
class Params:
    """Whose office it borrows, and how well."""

    posts: int = param(1, "posts", 0, 1000, source="assumed", doc="posts of each actor at the beginning")
    rate: float = param(3.0, "1/day", 0, 1000, source="assumed", doc="further posts of each while it lasts")
    role: str = param("own_state", "-", source="pack", doc="as one of whom they pose", choices=SOURCES)
    likeness: float = param(0.5, "prob", 0, 1, source="assumed", doc="P(a careless reader is taken in)")
    certainty: float = param(1.0, "0..1", 0, 1, source="assumed", doc="how firmly they argue")


TRIAL = Trial(
    moves={
        "": "+total_exposure",
        "posts": "+total_exposure",
        "rate": "+total_exposure",
        "certainty": "+mean_belief",
        "likeness": "+mean_belief",
    },
    needs={"likeness": {"role": "press", "population.trust_press": 0.95, "population.trust_peers": 0.1}},
)


def begin(world: World, entry: Entry) -> None:
    """Put the false name on."""
    if not speech.is_silent(entry):
        world.standings.pose(entry.actors, Source[entry.params.role.upper()], entry.params.likeness)


def during(world: World, entry: Entry) -> None:
    """Speak under it."""
    speech.say(world, entry, certainty=entry.params.certainty)


def end(world: World, entry: Entry) -> None:
    """Take it off."""
    world.standings.drop(entry.actors)

"""Conspiracy frame: those who deny the claim are made part of the plot, so that denials count for less."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Text, Trial, param
from sim.state import parts, plans
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Conspiracy frame", "Cadrage complotiste"),
    idea="weakens every denial of the claim for everybody; discrediting a source weakens all that this source says",
    sources=("A62", "assumed"),
    disarm=("T0022", "T0022.001"),
)
NEEDS = ("claim", "hours")


@dataclass(frozen=True)
class Params:
    """How much of a denial is lost, and for how many it proves the claim."""

    stickiness: float = param(0.5, "share", 0, 1, source="assumed", doc="of the force of each denial that is lost")
    backfire: float = param(0.0, "share", 0, 1, source="A62", doc="of readers to whom a denial is one more proof")


TRIAL = Trial(
    moves={"": "+mean_belief", "stickiness": "+mean_belief", "backfire": "+mean_belief"},
)


def begin(world: World, entry: Entry) -> None:
    """Put the frame on."""
    claims = plans.claims_of(world, entry)
    if entry.params.stickiness:
        parts.hold(world, entry, "stickiness", claims, entry.params.stickiness)
    if entry.params.backfire:
        parts.hold(world, entry, "backfire", claims, entry.params.backfire)


def end(world: World, entry: Entry) -> None:
    """It loses its hold."""
    parts.give_back(world, entry, "stickiness", "backfire")

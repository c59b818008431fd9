"""Narrative graft: the claim is tied to what one side holds anyway, so that this side takes it in, not the other."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Text, Trial, param
from sim.state import plans
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Graft onto a known narrative", "Greffe sur un récit existant"),
    idea="sharpens whom the claim suits; a new narrative is for all, a conspiracy frame shields from correction",
    sources=("A56", "assumed"),
    disarm=("T0003", "T0083"),
)
NEEDS = ("claim", "hours")


@dataclass(frozen=True)
class Params:
    """How much more it suits the one side."""

    gain: float = param(
        0.4, "-1..1", -1, 1, source="assumed", doc="added to the claim's lean; below 0 for the other side"
    )


TRIAL = Trial(
    moves={"": "+polarisation", "gain": "+polarisation"},
)


def begin(world: World, entry: Entry) -> None:
    """Tie the claim to the story of a side."""
    for claim in plans.claims_of(world, entry).tolist():
        before = float(world.claims.lean[claim])
        world.claims.lean[claim] = min(1.0, max(-1.0, before + entry.params.gain))
        entry.memory[str(claim)] = before


def end(world: World, entry: Entry) -> None:
    """Untie it."""
    for claim, before in entry.memory.items():
        world.claims.lean[int(claim)] = before

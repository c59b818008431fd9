"""Share nudge: the platform asks "share this?" once more, so that a part of the reshares is not made."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import plans, shares
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Nudge before sharing", "Incitation avant de relayer"),
    idea="slows whatever is shared, true or false; an accuracy prompt works only on those who doubt it",
    sources=("A78", "C18", "V23"),
    disarm=("C00142",),
    rights="potentially_problematic",
    cost=Cost(0.0, 20.0),
    authority="platform",
)
NEEDS = ("hours",)


@dataclass(frozen=True)
class Params:
    """How many reshares it stops, and of what."""

    strength: float = param(0.1, "share", 0, 1, source="A78", doc="share of reshares that are not made")
    everything: bool = param(True, "-", source="A78", doc="of all posts; else of those that support the claim")


TRIAL = Trial(moves={"": "-reshares", "strength": "-reshares", "everything": "-reshares"})


def cost(entry: Entry) -> Cost:
    """The work of agreeing on it with the platform, if it is to stop anything."""
    return plans.scaled(CARD, 1.0 if entry.params.strength else 0.0)


def begin(world: World, entry: Entry) -> None:
    """Move the lever."""
    kept = 1.0 - entry.params.strength
    if kept == 1.0:
        return
    if entry.params.everything:
        shares.keep_all_shares(world, entry, kept)
    else:
        shares.keep_shares(world, entry, plans.claims_of(world, entry), kept)


def end(world: World, entry: Entry) -> None:
    """Ask nobody any more."""
    shares.let_share(world, entry)

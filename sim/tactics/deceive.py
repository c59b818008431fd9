"""Deceive: an operation dresses up part of its messages, so that they appeal far more than what others write."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.state import plans
from sim.state.codes import Act
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Deceive (posts made to appeal)", "Tromper (des publications faites pour plaire)"),
    idea="makes what other entries post more appealing; it neither adds posts (publish) nor passes any on (flood)",
    sources=("V19", "A17"),
    disarm=("T0160.002",),
)
NEEDS = ("by",)


@dataclass(frozen=True)
class Params:
    """How many of the messages, and how far they appeal."""

    share: float = param(1.0, "share", 0, 1, source="V19", doc="of the messages are dressed up")
    appeal: float = param(3.0, "log-odds", -4, 30, source="assumed", doc="their appeal; 30 is all that there can be")


TRIAL = Trial(
    moves={"": "+total_exposure", "share": "+total_exposure", "appeal": "+total_exposure"},
    entries={"trial": {"by": "herald"}},
)


def begin(world: World, entry: Entry) -> None:
    """On single-act platforms: from now on, whatever these accounts write."""
    if world.screens.n and entry.params.share:
        world.screens.dressed[entry.actors] = entry.params.share
        world.screens.gloss[entry.actors] = entry.params.appeal


def during(world: World, entry: Entry) -> None:
    """Raise the appeal of what entries above this one have queued for these accounts in this tick."""
    drafts = world.drafts
    mine = np.isin(drafts.column("author"), entry.actors) & (drafts.column("act") == Act.ORIGINAL)
    mine &= np.isin(drafts.column("claim"), plans.claims_of(world, entry))
    rows = np.flatnonzero(mine)
    luck = world.draws.uniform(
        plans.stream(entry, "dressed"), world.clock.tick, drafts.author[rows], drafts.claim[rows]
    )
    drafts.appeal[rows[luck < entry.params.share]] = entry.params.appeal


def end(world: World, entry: Entry) -> None:
    """They write again as others do."""
    if world.screens.n:
        world.screens.dressed[entry.actors] = 0.0

"""Rival claims: the same accounts tell several stories that exclude each other, so that nobody knows what to think."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.state import acts, plans, speech
from sim.state.codes import Stance
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Rival, contradictory claims", "Récits concurrents et contradictoires"),
    idea="tells many claims at once rather than one well; flooding repeats a single one",
    sources=("F01", "assumed"),
    disarm=("T0004",),
)
NEEDS = ("by", "claim")


@dataclass(frozen=True)
class Params:
    """Which stories there are beside the first, and how fast they follow each other."""

    rivals: tuple[str, ...] = param((), "-", source="pack", doc="names of the other claims, in order of release")
    posts: int = param(1, "posts", 0, 1000, source="assumed", doc="posts of each actor on each claim")
    gap: float = param(2.0, "h", 0, 1000, source="assumed", doc="time between two releases")


TRIAL = Trial(
    moves={"": "+total_exposure", "posts": "+total_exposure"},
    tries={"rivals": (["finding"],), "gap": (8.0, 24.0)},
    needs={"gap": {"rivals": ["finding"]}},
)


def during(world: World, entry: Entry) -> None:
    """Release each claim when its turn comes."""
    told = [entry.claim, *(speech.claim(world, entry, name) for name in entry.params.rivals)]
    for nth, claim in enumerate(told):
        if plans.due(world, entry, nth * entry.params.gap):
            authors = np.repeat(plans.able(world, entry.actors), entry.params.posts)
            acts.post_claim(world, authors, claim, Stance.SUPPORT)

"""Publish: an actor posts the claim, once to open a rumour or again and again to keep it going."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.ground.types import I32
from sim.state import acts, plans
from sim.state.codes import Stance
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Publish the claim", "Publier l’affirmation"),
    idea="writes new posts on the claim; flood passes on posts that exist, seeding borrows others' accounts",
    sources=("A40", "A49"),
    disarm=("T0115",),
    cost=Cost(2.0),
)
NEEDS = ("by", "claim")


@dataclass(frozen=True)
class Params:
    """How many posts each actor writes, and how firmly."""

    posts: int = param(1, "posts", 0, 1000, source="assumed", doc="posts of each actor at the beginning")
    rate: float = param(0.0, "1/day", 0, 1000, source="assumed", doc="further posts of each while it lasts")
    certainty: float = param(1.0, "0..1", 0, 1, source="assumed", doc="how firmly they argue")
    appeal: float = param(0.0, "log-odds", -4, 4, source="C2", doc="added to the claim's own appeal")


TRIAL = Trial(
    moves={"": "+total_exposure", "posts": "+total_exposure", "rate": "+total_exposure", "certainty": "+mean_belief",
           "appeal": "+total_exposure"},
)  # fmt: skip


def begin(world: World, entry: Entry) -> None:
    """Write the opening posts."""
    _post(world, entry, plans.paid(world, entry, np.repeat(plans.able(world, entry.actors), entry.params.posts)))


def during(world: World, entry: Entry) -> None:
    """Write further posts."""
    _post(world, entry, plans.acting(world, entry, entry.actors, entry.params.rate))


def _post(world: World, entry: Entry, authors: I32) -> None:
    certainty, appeal = entry.params.certainty, entry.params.appeal
    acts.post_claim(world, authors, entry.claim, Stance.SUPPORT, certainty=certainty, appeal=appeal)

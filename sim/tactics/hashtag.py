"""Hashtag: accounts post the claim under one tag, to make it trend."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import acts, plans
from sim.state.codes import Stance
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("New hashtag", "Création d’un mot-dièse"),
    idea="works on a tag and its trending slot; flood works on single posts, a flooded hashtag on the tag of others",
    sources=("C15", "A28"),
    disarm=("T0015.002",),
    cost=Cost(0.0056, source="A50"),
)
NEEDS = ("by", "claim")


@dataclass(frozen=True)
class Params:
    """Which tag, and how busily."""

    tag: str = param("tag", "-", source="pack", doc="name of the tag")
    rate: float = param(8.0, "1/day", 0, 1000, source="assumed", doc="posts of each account")


TRIAL = Trial(
    moves={"": "+posts", "rate": "+posts"},
    entries={"again": {"params": {"tag": "tag"}}},  # a tag is a name: it matters only that others use the same,
    needs={"tag": {"rate": 0.5}},  # and too little for either alone to trend
)


def during(world: World, entry: Entry) -> None:
    """Let the accounts whose turn it is post under the tag."""
    authors = plans.acting(world, entry, entry.actors, entry.params.rate)
    if not len(authors):
        return
    tag = world.hashtags.number(entry.params.tag)
    acts.post_claim(world, authors, entry.claim, Stance.SUPPORT, hashtag=tag)

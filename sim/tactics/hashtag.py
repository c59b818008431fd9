"""Hashtag: accounts post under one tag, on the claim to make it trend, or off its subject to drown it."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import acts, plans
from sim.state.codes import Act, Stance
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("New or flooded hashtag", "Mot-dièse créé ou noyé"),
    idea="works on a tag and its trending slot; flood works on single posts",
    sources=("C15", "A28"),
    disarm=("T0015.002", "T0049.002"),
    cost=Cost(0.0056, source="A50"),
)


@dataclass(frozen=True)
class Params:
    """Which tag, how busily, and to what end."""

    tag: str = param("tag", "-", source="pack", doc="name of the tag")
    rate: float = param(8.0, "1/day", 0, 1000, source="assumed", doc="posts of each account")
    mode: str = param("claim", "-", source="C15", doc="carry the claim, or drown the tag in other matter",
                      choices=("claim", "drown"))  # fmt: skip


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
    if entry.params.mode == "claim":
        acts.post_claim(world, authors, entry.claim, Stance.SUPPORT, hashtag=tag)
    else:
        world.drafts.append(len(authors), author=authors, act=Act.ORIGINAL, hashtag=tag)

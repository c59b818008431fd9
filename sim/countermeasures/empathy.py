"""Empathy: who has posted hate is answered with empathy for those it hurts, and some stop."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import plans
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Counter-speech with empathy", "Contre-discours empathique"),
    idea="changes some of those who hate; moderation removes what they wrote",
    sources=("A93", "C9", "F13"),
    disarm=("C00027",),
    rights="unproblematic",
    cost=Cost(5_000.0, 80.0),
    authority="civil society",
)
NEEDS = ("hours",)


@dataclass(frozen=True)
class Params:
    """How many are answered, and what it does to them."""

    coverage: float = param(
        0.3, "share", 0, 1, source="assumed", doc="share of hostile posts by people that are answered"
    )
    effect: float = param(
        0.33, "share", 0, 1, source="A93", doc="of further hostile posts that their authors then leave out"
    )
    deletion: float = param(0.084, "prob", 0, 1, source="A93", doc="P(the author deletes the post)")


TRIAL = Trial(
    moves={"": "-hate_exposure.aimed", "coverage": "-hate_exposure.aimed", "effect": "-hate_exposure.aimed"},
    tries={"deletion": (0.5, 1.0)},
    entries={"trial": {"at": 0.0}, "hating": {"do": "swarm", "by": "herald", "params": {"rate": 40.0}}},
    needs={"effect": {"coverage": 1.0}, "deletion": {"coverage": 1.0}},
)


def cost(entry: Entry) -> Cost:
    """Money and work grow with the share that is answered; the card's is for all."""
    return plans.scaled(CARD, entry.params.coverage if entry.params.effect or entry.params.deletion else 0.0)


def during(world: World, entry: Entry) -> None:
    """Answer hostile posts of the last tick by people; bots and paid trolls do not listen."""
    params, posts = entry.params, world.posts
    if params.coverage == 0.0:
        return
    ids = plans.posts_since(world, world.clock.tick - 1)
    rows = posts.rows(ids)
    hostile = (posts.target[rows] >= 0) & world.accounts.people()[posts.author[rows]]
    answered = posts.rows(plans.drawn(world, entry, ids[hostile], params.coverage))
    authors = posts.author[answered]
    world.accounts.restraint[authors] = np.maximum(world.accounts.restraint[authors], np.float32(params.effect))
    luck = world.draws.uniform(plans.stream(entry, "deletes"), 0, authors, posts.key[answered])
    posts.removed[answered[luck < params.deletion]] = 1

"""Game the ranker: bought likes that the feed takes for real lift the posts that support the claim."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import factors, plans
from sim.state.codes import Stance
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Fake engagement for the ranking", "Faux engagement pour tromper l’algorithme"),
    idea="feeds the ranking false signs of interest and reaches nobody itself; flood passes posts on to followers",
    sources=("A50", "A92", "C3"),
    disarm=("T0121",),
    cost=Cost(0.0056, source="A50"),
)
NEEDS = ("by", "claim")


@dataclass(frozen=True)
class Params:
    """How many likes, and how many of them the platform sees through."""

    rate: float = param(60.0, "1/day", 0, 1000, source="assumed", doc="likes of each account")
    detection: float = param(0.2, "prob", 0, 1, source="A92", doc="P(a like is seen through and does not count)")


TRIAL = Trial(
    moves={"": "+total_exposure", "rate": "+total_exposure", "detection": "-total_exposure"},
    needs={"detection": {"rate": 240.0}},
    world={"platform.feed": "engagement", "platform.feed_params.engagement": 2.0},
)


def during(world: World, entry: Entry) -> None:
    """Put likes on the newest posts that support the claim, as many on one as on another."""
    accounts = plans.acting(world, entry, entry.actors, entry.params.rate)
    posts = world.posts
    living = plans.originals_on(world, entry.claim, Stance.SUPPORT)
    living = living[living >= posts.alive_from][-plans.CHOICE :]
    if not len(accounts) or not len(living):
        return
    nth = np.arange(len(accounts)) - np.searchsorted(accounts, accounts)
    tick, draws = world.clock.tick, world.draws
    seen_through = entry.params.detection / factors.product(world, factors.RANKER_KNOWN)
    counts = draws.uniform(plans.stream(entry, "seen through"), tick, accounts, nth) >= seen_through
    choice = draws.integers(plans.stream(entry, "which"), tick, accounts, len(living), nth)
    rows = posts.rows(living[choice[counts]])
    np.add.at(posts.engagement, rows, 1)
    np.add.at(posts.likes, rows, 1)
    np.add.at(posts.group_likes, (rows, world.accounts.group[accounts[counts]]), 1)

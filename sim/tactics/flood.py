"""Flood: bots pass on every post that supports the claim, so that feeds rank it up and fill with it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import acts, plans
from sim.state.codes import Stance
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Flood (bots reshare)", "Inondation (des robots relaient)"),
    idea="inflates reshares of what others wrote; publish adds new posts, swarm answers posts it is against",
    sources=("A40", "A43", "V18", "V20"),
    disarm=("T0049.003", "T0049"),
    cost=Cost(0.0056, source="A50"),
)
NEEDS = ("by", "claim")


@dataclass(frozen=True)
class Params:
    """How busy each bot is."""

    rate: float = param(24.0, "1/day", 0, 1000, source="assumed", doc="reshares of each bot")
    copies: int = param(1, "copies", 1, 10_000, source="V20", doc="as how many each post of a bot counts for the feed")


def begin(world: World, entry: Entry) -> None:
    """On single-act platforms: whatever these accounts post counts as so many copies."""
    if world.screens.n:
        world.screens.weight[entry.actors] = entry.params.copies


TRIAL = Trial(moves={"": "+total_exposure", "rate": "+reshares"})


def during(world: World, entry: Entry) -> None:
    """Let the bots whose turn it is reshare a post they have not yet passed on, or else post the claim."""
    bots = plans.acting(world, entry, entry.actors, entry.params.rate)
    if not len(bots):
        return
    living = plans.originals_on(world, entry.claim, Stance.SUPPORT)
    idle = np.ones(len(bots), np.bool_)
    for choice in plans.preferred(world, entry, bots, living).T:
        if not idle.any():
            return
        turn = idle & (world.posts.author[world.posts.rows(choice)] != bots)
        turn[turn] = world.shared.add_new(choice[turn], bots[turn])
        acts.reshare(world, bots[turn], choice[turn])
        np.add.at(world.posts.engagement, world.posts.rows(choice[turn]), entry.params.copies - 1)
        idle &= ~turn
    acts.post_claim(world, bots[idle], entry.claim, Stance.SUPPORT)


def end(world: World, entry: Entry) -> None:
    """Their posts count as those of others again."""
    if world.screens.n:
        world.screens.weight[entry.actors] = 1

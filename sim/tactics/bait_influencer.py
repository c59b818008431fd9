"""Bait influencers: an operation provokes much-followed accounts until they react and so carry the claim."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.ground.types import I32, I64
from sim.state import acts, hubs, plans
from sim.state.acts import BARE_WORD
from sim.state.codes import Stance
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Bait influencers", "Appâter des influenceurs"),
    idea="hubs pass it on unaware or in anger, unpaid; seeding pays those who agree",
    sources=("A40", "A44", "A18", "assumed"),
    disarm=("T0039",),
    cost=Cost(0.5),
)
READS_AUDIENCE = True
NEEDS = ("by", "claim")


@dataclass(frozen=True)
class Params:
    """How many hubs are provoked, how often, and how they react."""

    hubs: int = param(20, "accounts", 0, 10_000, source="assumed", doc="who are provoked, most followed first")
    attempts: float = param(4.0, "1/day", 0, 1000, source="assumed", doc="mentions by each account of the operation")
    provokes: float = param(0.1, "prob", 0, 1, source="assumed", doc="P(a mention makes a careless hub react)")
    caution: float = param(0.3, "share", 0, 1, source="assumed", doc="of mentions that hubs see through untrained")
    outrage: float = param(0.5, "share", 0, 1, source="assumed", doc="of reactions that also contradict the claim")


TRIAL = Trial(
    moves={"": "+total_exposure", "attempts": "+total_exposure", "provokes": "+total_exposure",
           "caution": "-total_exposure", "hubs": "+reshares"},
    tries={"hubs": (1, 4)},
    needs={"hubs": {"provokes": 1.0, "attempts": 24.0}, "outrage": {"provokes": 1.0},
           "caution": {"provokes": 1.0}},
)  # fmt: skip


def during(world: World, entry: Entry) -> None:
    """Mention hubs in posts on the claim; who is provoked passes on the newest of what was there."""
    params = entry.params
    if not (params.hubs and params.provokes):
        return
    bait = plans.own_posts(world, entry, entry.actors)
    authors = plans.acting(world, entry, entry.actors, params.attempts, "mentions")
    acts.post_claim(world, authors, entry.claim, Stance.SUPPORT)
    if len(authors) and len(bait):
        _react(world, entry, _provoked(world, entry, len(authors)), bait)


def _provoked(world: World, entry: Entry, mentions: int) -> I32:
    """The hubs who react to this tick's mentions, each of which hits one of them."""
    params = entry.params
    targets = plans.able(world, plans.most_followed(world, entry.audience, params.hubs))
    if not len(targets):
        return targets
    nth = np.arange(mentions)
    luck = world.draws.uniform(plans.stream(entry, "hits"), world.clock.tick, nth)
    hit = targets[np.unique((luck * len(targets)).astype(np.int64))]
    sees = world.draws.uniform(plans.stream(entry, "reacts"), world.clock.tick, hit)
    return np.asarray(hubs.taken_in(world, hit[sees < params.provokes * (1.0 - params.caution)], "bait is seen"))


def _react(world: World, entry: Entry, baited: I32, bait: I64) -> None:
    """They reshare it, once each; some of them say in the same breath that it is wrong."""
    newest = np.full(len(baited), bait[-1])
    fresh = world.shared.add_new(newest, baited)
    baited, newest = baited[fresh], newest[fresh]
    acts.reshare(world, baited, newest)
    angry = world.draws.uniform(plans.stream(entry, "is angry"), 0, baited) < entry.params.outrage
    acts.reply(world, baited[angry], newest[angry], Stance.DENY, certainty=BARE_WORD)

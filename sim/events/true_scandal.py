"""True scandal: something true and damaging becomes known; the press reports it, and people look it up."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.state import acts, parts, plans
from sim.state.codes import Kind, Stance
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("True scandal", "Vrai scandale"),
    idea="says what is true and damaging; breaking news says nothing on any claim, a leak is somebody’s plan",
    sources=("A102", "A109", "assumed"),
)
NEEDS = ("claim",)


@dataclass(frozen=True)
class Params:
    """How loudly it is reported, and how many look it up."""

    posts: int = param(2, "posts", 0, 1000, source="assumed", doc="posts of each outlet at the beginning")
    rate: float = param(6.0, "1/day", 0, 1000, source="assumed", doc="further posts of each outlet")
    appeal: float = param(1.0, "log-odds", -4, 4, source="C2, value assumed", doc="added to the claim's own appeal")
    searchers: float = param(0.05, "1/day", 0, 1, source="assumed", doc="share of people who look it up")


TRIAL = Trial(
    moves={
        "": "+total_exposure.finding",
        "posts": "+total_exposure.finding",
        "rate": "+total_exposure.finding",
        "appeal": "+total_exposure.finding",
        "searchers": "+total_exposure.finding",
    },
    entries={"trial": {"claim": "finding", "by": "embassy"}},
    tries={"searchers": (0.3, 0.9)},
)


def begin(world: World, entry: Entry) -> None:
    """It is out."""
    if entry.params.searchers:
        parts.hold(world, entry, "searched", np.array([entry.claim]), entry.params.searchers)


def during(world: World, entry: Entry) -> None:
    """Report it: the entry’s actors, or the whole press."""
    press = entry.actors if len(entry.actors) else world.accounts.of_kind(Kind.MEDIA_OUTLET)
    opening = np.repeat(plans.able(world, press), entry.params.posts if world.clock.tick == entry.begun else 0)
    authors = np.concatenate([opening, plans.acting(world, entry, press, entry.params.rate)])
    acts.post_claim(world, authors, entry.claim, Stance.SUPPORT, appeal=entry.params.appeal)


def end(world: World, entry: Entry) -> None:
    """People stop asking."""
    parts.give_back(world, entry, "searched")

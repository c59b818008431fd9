"""Event hijack: the claim is released as soon as something happens, and rides on the attention that this draws."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.state import acts, plans
from sim.state.codes import Stance
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Hijack of an event", "Détournement d’un événement"),
    idea="waits for an event and rides on it; publish has its own hour and its own attention",
    sources=("A9", "A109", "assumed"),
    disarm=("T0068",),
)
NEEDS = ("by", "claim")


@dataclass(frozen=True)
class Params:
    """Which event, how soon after, and how much attention it lends."""

    posts: int = param(2, "posts", 0, 1000, source="assumed", doc="posts of each actor at the beginning")
    rate: float = param(0.0, "1/day", 0, 1000, source="assumed", doc="further posts of each while it lasts")
    event: str = param("", "-", source="pack", doc="entry of the timeline that it waits for; empty: any event")
    lag: float = param(0.5, "h", 0, 1000, source="A109", doc="from the event's beginning to the release")
    ride: float = param(1.0, "log-odds", 0, 4, source="assumed", doc="appeal that the event lends while it lasts")


TRIAL = Trial(
    moves={
        "": "+total_exposure.finding",
        "posts": "+total_exposure.finding",
        "rate": "+total_exposure.finding",
        "ride": "+total_exposure.finding",
        "lag": "-total_exposure.finding",
    },
    tries={"event": ("later",), "lag": (6.0, 20.0)},
    needs={"lag": {"posts": 20, "ride": 4.0}},
    entries={
        "trial": {"claim": "finding"},
        "shaking": {"do": "breaking_news", "at": 2.0, "hours": 24.0, "by": ""},
        "later": {"do": "breaking_news", "at": 20.0, "hours": 24.0, "by": ""},
    },
)


def during(world: World, entry: Entry) -> None:
    """Wait for the event, release the claim, and go on."""
    event = next((one for one in world.timeline if one.begun >= 0 and _is_meant(one, entry)), None)
    since = world.clock.tick - plans.ticks(world, entry.params.lag) - (event.begun if event else 0)
    if event is None or since < 0:
        return
    opening = np.repeat(plans.able(world, entry.actors), entry.params.posts if since == 0 else 0)
    authors = np.concatenate([opening, plans.acting(world, entry, entry.actors, entry.params.rate)])
    appeal = entry.params.ride if event.active else 0.0
    acts.post_claim(world, authors, entry.claim, Stance.SUPPORT, appeal=appeal)


def _is_meant(event: Entry, entry: Entry) -> bool:
    return event.name == entry.params.event if entry.params.event else event.shelf == "events"

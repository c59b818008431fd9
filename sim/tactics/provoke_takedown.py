"""Provoke takedown: an operation posts what the rules forbid, and makes a grievance of every removal."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.ground.types import AnyArray
from sim.state import acts, plans
from sim.state.codes import Stance
from sim.state.removals import distrust_platform
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Provoked takedowns", "Retraits provoqués"),
    idea="wants to be removed, since removal feeds a story of censorship; other tactics want to stay up",
    sources=("C4", "F20"),
    disarm=("T0115.002", "T0131.002"),
)
NEEDS = ("by", "claim")


@dataclass(frozen=True)
class Params:
    """How much bait, and what is made of a removal."""

    rate: float = param(2.0, "1/day", 0, 1000, source="assumed", doc="posts of each account that break the rules")
    bait: str = param("", "-", source="pack", doc="claim of these posts; empty: the grievance itself")
    outcry: int = param(2, "posts", 0, 1000, source="assumed", doc="posts on the grievance when something is removed")
    pause: float = param(24.0, "h", 0, 1000, source="assumed", doc="from one outcry of an account to its next")
    appeal: float = param(0.5, "log-odds", -4, 4, source="assumed", doc="added appeal of the outcry")
    distrust: float = param(
        0.5, "events", 0, 100, source="C7, value assumed", doc="bad experience of followers with the platform"
    )


STERN = {"platform.moderation_action": "remove", "platform.flag_share": 1.0, "platform.decision_delay": 0.5,
         "platform.reviews_per_hour": 60.0}  # fmt: skip
# posts go and no account does
SWEPT = {
    "platform.moderation_action": "none",
    "rate": 12.0,
    "scenario.timeline.sweep": {
        "do": "removal",
        "at": 0.0,
        "hours": 48.0,
        "claim": "rumour",
        "params": {"coverage": 1.0, "delay": 0.5},
    },
}
TRIAL = Trial(
    moves={"": "-trust.platform", "rate": "-trust.platform", "outcry": "+total_exposure", "distrust": "-trust.platform",
           "pause": "-posts", "appeal": "+total_exposure"},
    entries={"trial": {"by": "provokers"}},
    tries={"bait": ("finding",), "rate": (0.3, 1.0)},
    needs={"pause": SWEPT},
    world=STERN | {"scenario.actors.provokers": {"kind": "troll", "count": 30, "followers": 0.1}},
)  # fmt: skip
SEEN = "removed so far"


def during(world: World, entry: Entry) -> None:
    """Post bait, and cry out over what has been removed since the last tick."""
    params, claims = entry.params, world.names.claims
    bait = claims.index(params.bait) if params.bait else entry.claim
    acts.post_claim(world, plans.acting(world, entry, entry.actors, params.rate), bait, Stance.SUPPORT)
    if params.rate == 0.0:
        return
    posts, ids = world.posts, world.posts.alive()
    rows = posts.rows(ids)
    gone = ids[np.isin(posts.author[rows], entry.actors) & (posts.removed[rows] == 1)]
    fresh = gone[gone > 0] if SEEN not in entry.memory else gone[~np.isin(gone, _known(world, entry))]
    world.memory[plans.stream(entry, SEEN)] = gone
    entry.memory[SEEN] = 1.0
    authors = posts.author[posts.rows(fresh)]
    distrust_platform(world, authors, params.distrust)  # whether or not the removal cost the author its account
    outcry = np.repeat(_ready(world, entry, plans.able(world, authors)), params.outcry)
    acts.post_claim(world, outcry, entry.claim, Stance.SUPPORT, appeal=params.appeal)


def _ready(world: World, entry: Entry, authors: AnyArray) -> AnyArray:
    """Those who have not cried out of late, each once: or outcries, removed in their turn, would breed outcries."""
    quiet_until = world.memory.setdefault(plans.stream(entry, "quiet until"), np.zeros(world.n, np.int32))
    ready = np.unique(authors[quiet_until[authors] <= world.clock.tick])
    quiet_until[ready] = world.clock.tick + plans.ticks(world, entry.params.pause)
    return ready


def _known(world: World, entry: Entry) -> AnyArray:
    return world.memory[plans.stream(entry, SEEN)]

"""Diplomatic channel: ambassadors put the claim into notes, which institutions hear and the press takes up."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.ground.types import I32
from sim.state import acts, newsrooms, plans
from sim.state.codes import Kind, Stance
from sim.state.press import Newsroom, Story
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Formal diplomatic channels", "Voie diplomatique officielle"),
    idea="an office makes the claim news and an official record; a pitch to the press has only its loudness",
    sources=("A117", "C7", "assumed"),
    disarm=("T0110",),
    cost=Cost(500.0),
)
READS_AUDIENCE = True
NEEDS = ("by", "claim")
INSTITUTIONS = (Kind.STATE_ACCOUNT, Kind.INTERNATIONAL_ORGANISATION, Kind.CIVIL_SOCIETY)


@dataclass(frozen=True)
class Params:
    """How often it is repeated, and how the press treats what an office says."""

    times: int = param(2, "notes", 0, 1000, source="assumed", doc="how often each account says it")
    every: float = param(24.0, "h", 0.05, 1000, source="assumed", doc="time between two notes")
    threshold: float = param(0.002, "share", 0, 1, source="assumed", doc="of people who must have met the claim")
    lag: float = param(3.0, "h", 0, 336, source="assumed", doc="until an outlet that takes it up prints it")
    checks: float = param(0.3, "prob", 0, 1, source="assumed", doc="P(an outlet checks, and drops what is false)")


EARLY = {"threshold": 0.0}
ENVOY = {"scenario.actors.envoy": {"kind": "state_account", "source": "rival_state", "followers": 0.1}}
TRIAL = Trial(
    moves={"": "+press_pickup", "times": "+posts", "threshold": "-press_pickup", "checks": "-press_pickup"},
    tries={"threshold": (0.8, 1.0), "lag": (12.0, 30.0), "every": (6.0, 40.0), "times": (1, 8)},
    needs={"checks": EARLY | {"population.trust_rival_state": 0.8}, "every": {"times": 4}, "times": {"every": 4.0}},
    entries={"trial": {"by": "envoy"}}, world=ENVOY,
)  # fmt: skip


def during(world: World, entry: Entry) -> None:
    """Hand the note over, tell institutions, and let the press look at it."""
    params = entry.params
    if params.times == 0 or not len(entry.actors):
        return
    if plans.turns(world, entry, params.times, params.every):
        speakers = plans.paid(world, entry, plans.able(world, entry.actors))
        acts.post_claim(world, speakers, entry.claim, Stance.SUPPORT)
        if len(speakers):
            source = int(world.accounts.source[speakers[0]])
            world.hearsay.tell(_addressed(world, entry), entry.claim, Stance.SUPPORT, source)
    source = int(world.accounts.source[entry.actors[0]])
    story = Story(entry.claim, Stance.SUPPORT, source)
    newsrooms.offer(world, entry, story, Newsroom(params.threshold, params.lag, params.checks))


def _addressed(world: World, entry: Entry) -> I32:
    """The institutions of the audience, but for those who speak."""
    rows = plans.able(world, world.accounts.of_kind(*INSTITUTIONS))
    rows = rows[world.members(entry.audience)[rows] & (world.accounts.operation[rows] < 0)]
    return np.asarray(rows[~np.isin(rows, entry.actors)])

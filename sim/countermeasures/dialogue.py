"""Dialogue: people ask, and as many as there is time for are answered; onlookers read the answers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.ground.types import I32
from sim.state import acts, plans
from sim.state.accounts import rows_of
from sim.state.codes import Source, Stance
from sim.state.timeline import Entry
from sim.state.views import log_odds_of, view_of
from sim.state.world import World

CARD = Card(
    label=Text("Dialogue (questions and answers)", "Dialogue (questions et réponses)"),
    idea="answers each who asks, and lasts; a statement says one thing to all",
    sources=("A95", "A118", "A119", "C20", "F02"),
    disarm=("C00190",),
    rights="unproblematic",
    cost=Cost(0.0, 24.0),
    authority="embassy; ministry",
)
READS_AUDIENCE = True
NEEDS = ("claim", "hours")


@dataclass(frozen=True)
class Params:
    """How many ask, how many can be answered, and what an answer does."""

    uptake: float = param(
        0.005, "1/day", 0, 1, source="C20", doc="share of those reached by the claim who ask, each day"
    )
    capacity: float = param(100.0, "1/day", 0, 1_000_000, source="assumed", doc="questions that can be answered")
    effect: float = param(
        0.2, "share", 0, 1, source="A95, upper bound", doc="of the false belief that an answer takes away"
    )
    onlookers: float = param(0.5, "0..1", 0, 1, source="C20", doc="certainty of answers as others read them")
    trust: float = param(1.0, "events", 0, 100, source="C7", doc="good experience of each who is answered")


TRIAL = Trial(
    moves={"": "+trust.own_state", "uptake": "+trust.own_state", "capacity": "+trust.own_state",
           "effect": "-mean_belief", "onlookers": "-mean_belief", "trust": "+trust.own_state"},
    tries={"capacity": (5.0, 20.0)},
    entries={"trial": {"params": {"uptake": 1.0}}, "more": {}},
    needs={"effect": {"uptake": 0.5}, "capacity": {"uptake": 0.5}, "trust": {"uptake": 0.5}},
)  # fmt: skip
BUDGET = "answers in hand"


def cost(entry: Entry) -> Cost:
    """The hours grow with the questions that can be answered; the card's are for a hundred a day."""
    params = entry.params
    return plans.scaled(CARD, params.capacity / 100.0 if params.uptake else 0.0)


def during(world: World, entry: Entry) -> None:
    """Answer those who ask in this tick, as far as time allows; hostile posts at the speakers take some of it."""
    params, days = entry.params, world.clock.hours_per_tick / 24.0
    entry.memory[BUDGET] = min(entry.memory.get(BUDGET, 0.0), params.capacity / 24.0) + params.capacity * days
    asking = _asking(world, entry, params.uptake * days)
    if not len(asking):
        return
    crowd = len(asking) + _heckling(world, entry)
    luck = world.draws.uniform(plans.stream(entry, "turn"), world.clock.tick, asking)
    answered = asking[luck < min(1.0, int(entry.memory[BUDGET]) / crowd)]
    entry.memory[BUDGET] = max(0.0, entry.memory[BUDGET] - crowd)
    if not len(answered):
        return
    accounts, true = world.accounts, bool(world.claims.true[entry.claim])
    beliefs = accounts.belief[answered, entry.claim].tolist()
    moved = np.array([corrected(belief, true, params.effect) - belief for belief in beliefs], np.float32)
    accounts.anchor[answered, entry.claim] += moved  # it lasts (A95)
    accounts.belief[answered, entry.claim] += moved
    accounts.trust_for[answered, Source.OWN_STATE] += np.float32(params.trust)
    speakers = plans.able(world, entry.actors[:1])
    if params.onlookers:
        acts.post_claim(
            world, speakers, entry.claim, Stance.SUPPORT if true else Stance.DENY, certainty=params.onlookers
        )
    if len(speakers):
        plans.own_side_speaks(world, entry)


def corrected(belief: float, true: bool, effect: float) -> float:
    """The log-odds when a share of the false belief is gone, or of the disbelief in what is true."""
    if true:
        return -corrected(-belief, False, effect)
    return min(belief, log_odds_of((1.0 - effect) * (view_of(belief) + 1.0) - 1.0))


def _asking(world: World, entry: Entry, chance: float) -> I32:
    """People whom the claim has reached and who ask now; nobody asks twice."""
    people = rows_of(world.members(entry.audience) & world.accounts.people())
    reached = people[world.accounts.heard[people, entry.claim] > 0]
    asking: I32 = reached[world.draws.uniform(plans.stream(entry, "asks"), world.clock.tick, reached) < chance]
    if not len(asking):
        return asking
    before = world.memory.setdefault(plans.stream(entry, "has asked"), np.zeros(world.n, np.bool_))
    fresh: I32 = asking[~before[asking]]
    before[fresh] = True
    return fresh


def _heckling(world: World, entry: Entry) -> int:
    """Hostile posts at the speakers in the last tick."""
    rows = world.posts.rows(plans.posts_since(world, world.clock.tick - 1))
    return int(np.isin(world.posts.target[rows], entry.actors).sum())

"""Real-time check: a staffed desk checks claims as they appear; its verdict comes in hours, and is wrong at times."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import acts, plans, verdicts
from sim.state.codes import Stance
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Real-time fact-checking", "Vérification en temps réel"),
    idea="brings the verdict itself forward, within its staff; a debunk only tells of what can be shown anyhow",
    sources=("C11", "A66", "assumed"),
    disarm=("C00014", "C00008"),
    rights="unproblematic",
    cost=Cost(4_000.0, 40.0),
    authority="fact-checker",
)
NEEDS = ("hours",)


@dataclass(frozen=True)
class Params:
    """How many claims it takes at a time, how fast, and how often it errs."""

    staff: int = param(2, "claims", 0, 1000, source="assumed", doc="claims that can be under examination at a time")
    median: float = param(3.0, "h", 0.05, 1000, source="assumed", doc="median time of one examination")
    spread: float = param(0.5, "-", 0, 3, source="A88, value assumed", doc="log-scale spread of that time")
    error: float = param(0.03, "prob", 0, 1, source="assumed", doc="P(a verdict is the wrong one)")
    posts: int = param(1, "posts", 0, 1000, source="assumed", doc="posts of each checker on a verdict")


TRIAL = Trial(
    moves={"": "+correction_reach", "median": "+minutes_to_verdict", "posts": "+correction_reach",
           "error": "+mean_belief"},
    tries={"median": (1.0, 9.0), "error": (0.5, 1.0), "staff": (1, 2)},
    needs={"staff": {"scenario.timeline.trial.claim": "", "staff": 1, "median": 12.0}, "spread": {"median": 12.0}},
    world={"scenario.timeline.checking": None, "scenario.timeline.answering": None},  # its verdict is the only one
    entries={"trial": {"by": "checkers"}},
)  # fmt: skip


def cost(entry: Entry) -> Cost:
    """The card’s cost is that of a desk for two claims."""
    return plans.scaled(CARD, entry.params.staff / 2)


def during(world: World, entry: Entry) -> None:
    """Take up what has appeared, as far as staff is free; publish what is done."""
    tick, until = world.clock.tick, entry.memory
    for claim in plans.claims_of(world, entry).tolist():
        if until.get(str(claim)) == tick:
            _publish(world, entry, claim)
    busy = sum(done > tick for done in until.values())
    for claim in plans.claims_of(world, entry).tolist():
        if str(claim) not in until and busy < entry.params.staff and verdicts.first_told(world, claim) >= 0:
            until[str(claim)] = tick + plans.ticks(world, _hours(world, entry, claim))
            busy += 1


def _hours(world: World, entry: Entry, claim: int) -> float:
    luck = world.draws.normal(plans.stream(entry, "hours"), 0, np.array([claim]))[0]
    hours = float(entry.params.median) * math.exp(float(entry.params.spread * luck))
    return max(world.clock.hours_per_tick, hours)


def _publish(world: World, entry: Entry, claim: int) -> None:
    wrong = world.draws.one(plans.stream(entry, "errs"), 0, claim) < entry.params.error
    says_true = bool(world.claims.true[claim]) != wrong
    verdicts.find(world, claim, is_true=says_true, who=entry.name)
    if not wrong:
        verdicts.show_from(world, np.array([claim]), world.clock.hour)
    authors = np.repeat(plans.able(world, entry.actors), entry.params.posts)
    acts.post_claim(world, authors, claim, Stance.SUPPORT if says_true else Stance.DENY)

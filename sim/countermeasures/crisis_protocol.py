"""Crisis protocol: for a few days the platform puts more people on one claim, and decides faster and less surely."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import plans
from sim.state.codes import Decision
from sim.state.duties import Duty, impose, lift
from sim.state.reports import hurry
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Crisis protocol", "Protocole de crise"),
    idea="the usual rules, sped up on one claim until the sunset; content moderation brings a detector of its own",
    sources=("A89", "A90", "C4"),
    disarm=("C00012",),
    rights="potentially_problematic",
    cost=Cost(0.0, 40.0),
    authority="regulator; platform",
)
ACTIONS = {"label": Decision.LABELLED, "downrank": Decision.DOWNRANKED, "remove": Decision.REMOVED}


@dataclass(frozen=True)
class Params:
    """For how long, with how many more hands, how fast, and at what price in errors."""

    sunset: float = param(
        72.0, "h", 0, 2160, source="assumed; A89", doc="it lapses after so many hours; 0: never opened"
    )
    surge: int = param(10, "persons", 0, 100_000, source="assumed", doc="moderators beside the platform's own")
    within: float = param(2.0, "h", 0.25, 1000, source="assumed", doc="from review to effect at most, on the claim")
    first: float = param(10.0, "x", 1, 1e6, source="C4", doc="on the priority of what is said on the claim")
    haste: float = param(1.5, "x", 1, 10, source="assumed", doc="on the probability of a wrong decision, on any post")
    action: str = param("downrank", "-", source="C4; proportionate", doc="what a violating post on it gets at least",
                        choices=tuple(ACTIONS))  # fmt: skip


SLOW = {"platform.decision_delay": 30.0, "platform.flag_share": 1.0}
FULL = SLOW | {"platform.flag_false_alarm": 0.5, "platform.reviewers": 1}
TRIAL = Trial(
    moves={"": "-total_exposure", "sunset": "-total_exposure", "surge": "-total_exposure",
           "within": "+total_exposure", "haste": "+voices_lowered"},
    needs={"sunset": SLOW, "surge": FULL | {"platform.reviews_per_hour": 0.5}, "within": SLOW,
           "haste": SLOW | {"platform.flag_false_alarm": 0.5, "platform.decision_delay": 1.0}, "action": SLOW,
           "first": FULL | {"surge": 0}},
    tries={"sunset": (6.0, 24.0), "surge": (1, 4), "within": (0.25, 20.0), "haste": (4.0, 10.0),
           "first": (1.0, 1000.0)},
)  # fmt: skip


def cost(entry: Entry) -> Cost:
    """The work of opening it and of justifying it, week by week."""
    return plans.scaled(CARD, entry.params.sunset / 72.0)


def begin(world: World, entry: Entry) -> None:
    """Open it; what was being decided on the claim is decided soon."""
    params, cases = entry.params, world.cases
    if params.sunset:
        duty = Duty(staff=params.surge, claim=entry.claim, action=ACTIONS[params.action], within=params.within,
                    first=params.first, wrong=params.haste)  # fmt: skip
        impose(world, entry, duty)
        hurry(world, np.flatnonzero(duty.holds_for(cases.column("claim"))), params.within)


def during(world: World, entry: Entry) -> None:
    """At its sunset, close it."""
    if plans.in_force(world, entry, entry.params.sunset):
        lift(world, entry)


def end(world: World, entry: Entry) -> None:
    """Close it, if its hours end before its sunset."""
    lift(world, entry)

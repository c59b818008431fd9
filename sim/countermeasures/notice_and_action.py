"""Notice and action: anyone may notify a post, the platform must decide in time, and says why it acted."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.ground.rules import rule
from sim.ground.types import B8, F64, I32
from sim.state import plans
from sim.state.duties import Duty, impose, lift
from sim.state.reports import open_cases, violating
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Notice and action", "Notification et action"),
    idea="gives readers a notice that must be answered; trusted flaggers are few, know better and go first",
    sources=("A89", "A91", "C4"),
    disarm=("C00012", "C00189"),
    rights="potentially_problematic",
    cost=Cost(0.0, 20.0),
    authority="platform; regulator",
)


@dataclass(frozen=True)
class Params:
    """How readily readers notify, how often they are mistaken, and how fast the platform must decide."""

    notices: float = param(0.001, "prob", 0, 1, source="C4 has 0.0001 without such a duty; size assumed",
                           doc="notices per view of a post that breaks the rules")  # fmt: skip
    mistaken: float = param(0.1, "x", 0, 1, source="assumed", doc="as often on a post that breaks none")
    within: float = param(24.0, "h", 0.25, 1000, source="A89", doc="from review to effect at most")
    staff: int = param(2, "persons", 0, 100_000, source="assumed", doc="moderators beside the platform's own")


SLOW = {"platform.decision_delay": 30.0, "platform.moderation_action": "remove"}
TRIAL = Trial(
    moves={"": "+statements_of_reasons", "notices": "+statements_of_reasons", "mistaken": "+wrongful_removals",
           "within": "+total_exposure", "staff": "-total_exposure"},
    needs={"notices": SLOW, "within": SLOW | {"notices": 0.05},
           "mistaken": SLOW | {"notices": 0.05, "platform.wrong_action": 0.4},
           "staff": SLOW | {"notices": 0.05, "within": 1.0, "platform.reviewers": 0,
                            "platform.reviews_per_hour": 0.5}},
    tries={"notices": (0.0001, 0.05), "mistaken": (0.0, 1.0), "within": (1.0, 8.0), "staff": (1, 20)},
)  # fmt: skip


def cost(entry: Entry) -> Cost:
    """The work of watching over it; the platform's own staff do the rest."""
    return plans.scaled(CARD, 1.0 if entry.params.notices else 0.0)


def begin(world: World, entry: Entry) -> None:
    """From now on notices are answered, and every decision comes with its reasons."""
    if entry.params.notices:
        impose(world, entry, Duty(staff=entry.params.staff, reasons=1.0))


def during(world: World, entry: Entry) -> None:
    """Hand over what readers have notified since the last tick; a post seen more often is notified sooner."""
    params, posts = entry.params, world.posts
    if params.notices == 0.0:
        return
    ids = plans.originals(world, 0)
    rows = posts.rows(ids)
    luck = world.draws.uniform(plans.stream(entry, "notice"), 0, posts.author[rows], posts.key[rows])
    rates = np.where(violating(world, rows), params.notices, params.notices * params.mistaken)
    told = np.empty(len(ids), np.bool_)
    _notified(luck, posts.views[rows], rates, told)
    open_cases(world, ids[told], within=params.within)


def end(world: World, entry: Entry) -> None:
    """The duty ends."""
    lift(world, entry)


@rule()
def _notified(luck: F64, views: I32, rates: F64, out: B8) -> None:
    """Whether a post was notified in so many views: P = 1 - exp(-rate x views), the same luck all along."""
    for n in range(out.size):
        out[n] = luck[n] < 1.0 - math.exp(-rates[n] * views[n])

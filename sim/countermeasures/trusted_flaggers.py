"""Trusted flaggers: recognised organisations look for violations, and their notices go first."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import plans
from sim.state.reports import open_cases, violating
from sim.state.suspicions import come_of_age, suspicious_posts
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Trusted flaggers", "Signaleurs de confiance"),
    idea="few who know well are heard first; notice and action hears everybody in turn",
    sources=("A89", "C4"),
    disarm=("C00189",),
    rights="potentially_problematic",
    cost=Cost(5_000.0, 80.0),
    authority="regulator; civil society",
)
NEEDS = ("hours",)


@dataclass(frozen=True)
class Params:
    """How much they find, how exact they are, how late, and how fast the platform must follow."""

    coverage: float = param(0.5, "share", 0, 1, source="assumed", doc="share of violating posts that they find")
    precision: float = param(0.95, "share", 0.01, 1, source="assumed", doc="violations among their notices")
    lag: float = param(2.0, "h", 0, 1000, source="assumed", doc="from the post to the notice")
    within: float = param(4.0, "h", 0.25, 1000, source="assumed; A89", doc="from review to effect at most")
    first: float = param(10.0, "x", 1, 1e6, source="C4", doc="on the priority of their notices")


SLOW = {"platform.decision_delay": 30.0, "platform.moderation_action": "remove"}
BUSY = {"platform.flag_share": 1.0, "platform.flag_false_alarm": 0.5, "platform.reviewers": 1, "lag": 0.0,
               "within": 0.25}  # fmt: skip
TRIAL = Trial(
    moves={"": "-total_exposure", "coverage": "-total_exposure", "precision": "-wrongful_removals",
           "lag": "+total_exposure", "within": "+total_exposure"},
    needs={"precision": {"coverage": 1.0, "platform.wrong_action": 0.4}, "first": BUSY},
    world=SLOW,
    tries={"precision": (0.1, 0.5), "lag": (0.0, 20.0), "within": (0.25, 20.0), "first": (1.0, 1000.0)},
)  # fmt: skip


def cost(entry: Entry) -> Cost:
    """Grows with what they cover; the card's is for half of it."""
    return plans.scaled(CARD, entry.params.coverage / 0.5)


def during(world: World, entry: Entry) -> None:
    """Notify what they have found."""
    params = entry.params
    if params.coverage == 0.0:
        return
    ids = come_of_age(world, entry, params.lag)
    rows = world.posts.rows(ids)
    guilty = violating(world, rows)
    if entry.claim >= 0:
        guilty &= world.posts.claim[rows] == entry.claim
    told = suspicious_posts(world, entry, ids, guilty, (params.coverage, params.precision))
    open_cases(world, told, within=params.within, first=params.first)

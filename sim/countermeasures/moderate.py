"""Moderate: the platform staffs a queue, and a detector feeds it what it takes for violations, right or wrong."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import plans
from sim.state.codes import Decision
from sim.state.duties import Duty, impose, lift
from sim.state.reports import open_cases, violating
from sim.state.suspicions import come_of_age, suspicious_posts
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Content moderation", "Modération des contenus"),
    idea="people decide case by case, as fast as their number allows; a removal takes down all that is found at once",
    sources=("C4", "A42", "A88", "A91"),
    disarm=("C00107",),
    rights="potentially_problematic",
    cost=Cost(0.0, 40.0),
    authority="platform",
)
ACTIONS = {"label": Decision.LABELLED, "downrank": Decision.DOWNRANKED, "remove": Decision.REMOVED}


@dataclass(frozen=True)
class Params:
    """How many moderators, what reaches them, and what they do; the longer the queue, the later they come."""

    staff: int = param(5, "persons", 0, 100_000, source="assumed", doc="moderators beside the platform's own")
    recall: float = param(0.8, "prob", 0, 1, source="A42", doc="P(a violating post is put before them)")
    precision: float = param(0.8, "share", 0.01, 1, source="assumed", doc="violations among what is put before them")
    lag: float = param(1.0, "h", 0, 1000, source="assumed", doc="from the post to the queue")
    within: float = param(0.0, "h", 0, 1000, source="A89", doc="from review to effect at most; 0: as usual (A88)")
    action: str = param("remove", "-", source="C4", doc="what a violating post gets at least", choices=tuple(ACTIONS))


PROMPT = {"platform.decision_delay": 1.0, "platform.reviewers": 0}
TRIAL = Trial(
    moves={"": "-total_exposure", "staff": "-total_exposure", "recall": "-total_exposure",
           "precision": "-wrongful_removals", "lag": "+total_exposure"},
    needs={"staff": PROMPT | {"platform.reviews_per_hour": 0.5}, "recall": PROMPT, "lag": PROMPT,
           "precision": PROMPT | {"platform.wrong_action": 0.3},
           "within": {"platform.decision_delay": 12.0}, "action": PROMPT},
    tries={"staff": (1, 20), "lag": (6.0, 24.0), "within": (24.0, 2.0), "precision": (0.1, 0.4)},
)  # fmt: skip


def cost(entry: Entry) -> Cost:
    """The work of agreeing on it with the platform, whose own staff then do it."""
    return plans.scaled(CARD, 1.0 if entry.params.recall else 0.0)


def begin(world: World, entry: Entry) -> None:
    """Staff the queue."""
    if entry.params.recall:
        impose(world, entry, Duty(staff=entry.params.staff, action=ACTIONS[entry.params.action]))


def during(world: World, entry: Entry) -> None:
    """Put what the detector takes for violations before the moderators."""
    params = entry.params
    if params.recall == 0.0:
        return
    ids = come_of_age(world, entry, params.lag)
    rows = world.posts.rows(ids)
    guilty = violating(world, rows)
    if entry.claim >= 0:
        guilty &= world.posts.claim[rows] == entry.claim
    open_cases(world, suspicious_posts(world, entry, ids, guilty, (params.recall, params.precision)),
               within=params.within)  # fmt: skip


def end(world: World, entry: Entry) -> None:
    """The staff go; what they have decided stays."""
    lift(world, entry)

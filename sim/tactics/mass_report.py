"""Mass report: an operation reports genuine posts of its opponents, so that moderators remove some by mistake."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Text, Trial, param
from sim.state import plans
from sim.state.reports import open_cases
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Mass false reporting", "Signalements abusifs en masse"),
    idea="turns the platform's own moderation on the innocent; swarm and harassment speak themselves",
    sources=("C4", "F13"),
    disarm=("T0124.001",),
)
NEEDS = ("by", "hours")


@dataclass(frozen=True)
class Params:
    """Whose posts, how many reports, and how recent the posts."""

    rate: float = param(10.0, "1/day", 0, 1000, source="assumed", doc="reports of each account")
    target: str = param("", "-", source="pack", doc="actor; empty: whoever rebuts the claim")
    window: float = param(24.0, "h", 0.25, 336, source="assumed", doc="posts older than this are left alone")


STERN = {"platform.moderation_action": "remove", "platform.decision_delay": 0.5, "platform.reviews_per_hour": 60.0}
TRIAL = Trial(
    moves={"": "+wrongful_removals", "rate": "+wrongful_removals"},
    entries={"trial": {"by": "trolls"}},
    world=STERN,
    tries={"window": (2.0, 8.0)},
)  # fmt: skip


def during(world: World, entry: Entry) -> None:
    """Let those whose turn it is report a post each."""
    reporters = plans.acting(world, entry, entry.actors, entry.params.rate)
    if not len(reporters):
        return
    ids = plans.under_fire(world, entry)
    if len(ids):
        reported = plans.preferred(world, entry, reporters, ids)[:, 0]
        open_cases(world, reported, pressing=True)
        world.tallies.count("reports", len(reported))

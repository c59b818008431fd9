"""Open the ranking: people can see how their feed is made and may choose another order; who games it sees it too."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import factors, own_feeds, plans
from sim.state.accounts import rows_of
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Open ranking and a choice of feed", "Classement transparent et choix du fil"),
    idea="leaves the order to each reader, as a duty of platforms or by their consent; downranking decides for all",
    sources=("A85", "A89", "C3"),
    disarm=("C00121", "C00012", "C00120"),
    rights="potentially_problematic",
    cost=Cost(20_000.0, 80.0),
    authority="platform; regulator",
)
READS_AUDIENCE = True
FEEDS = ("bridging", "chronological")


@dataclass(frozen=True)
class Params:
    """How many change their feed, to what, and how far it helps those who fake engagement."""

    uptake: float = param(0.1, "share", 0, 1, source="assumed", doc="of the audience who choose another order")
    feed: str = param("chronological", "-", source="A85", doc="what they choose", choices=FEEDS)
    gaming: float = param(0.2, "share", 0, 10, source="assumed",
                          doc="fake engagement is seen through so much less often")  # fmt: skip
    delay: float = param(4.0, "h", 0, 8760, source="A86", doc="until the choice is there")


FAKED = {"scenario.timeline.faking": {"do": "game_ranker", "at": 0.0, "hours": 48.0, "claim": "rumour", "by": "bots",
                                      "params": {"rate": 240.0, "detection": 0.8}},
         "platform.feed_params.engagement": 2.0}  # fmt: skip
TRIAL = Trial(
    moves={"gaming": "+total_exposure"},
    tries={"delay": (0.0, 24.0), "gaming": (0.0, 4.0), "uptake": (0.3, 0.9)},
    needs={"gaming": FAKED | {"delay": 0.0}, "uptake": {"delay": 0.0}, "feed": {"delay": 0.0, "uptake": 0.5}},
)


def cost(entry: Entry) -> Cost:
    """Explaining and offering it, if anybody is to change."""
    return plans.scaled(CARD, 1.0 if entry.params.uptake else 0.0)


def during(world: World, entry: Entry) -> None:
    """Once it is there, those who want to choose do so."""
    params = entry.params
    if params.uptake and plans.due(world, entry, params.delay):
        people = rows_of(world.members(entry.audience) & world.accounts.people())
        keen = people[world.draws.uniform(plans.stream(entry, "keen"), 0, people) < params.uptake]
        own_feeds.choose(world, keen, params.feed)
        factors.impose(world, factors.RANKER_KNOWN, entry, 1.0 + params.gaming)


def end(world: World, entry: Entry) -> None:
    """The offer is withdrawn: everybody reads by the platform's rule again."""
    if entry.params.uptake:
        people = rows_of(world.members(entry.audience) & world.accounts.people())
        own_feeds.choose(world, people, "")
        factors.lift(world, factors.RANKER_KNOWN, entry)

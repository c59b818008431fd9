"""Build an echo chamber: accounts of an operation win like-minded people and bring them to follow each other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.ground.types import I32
from sim.state import plans
from sim.state.accounts import rows_of
from sim.state.clusters import leaning
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Building of echo chambers", "Création de chambres d’écho"),
    idea="closes the circle among those who agree already; infiltrate wins followers for the operation alone",
    sources=("A35", "A36", "C8", "V28"),
    disarm=("T0102.002", "T0094"),
    cost=Cost(0.0056, source="A50"),
)
READS_AUDIENCE = True
NEEDS = ("by", "claim")
EVERY = 6.0  # h, assumed: how often follows are worked on


@dataclass(frozen=True)
class Params:
    """How many are approached, how many follow back, and how many of those are brought together."""

    follows: float = param(20.0, "1/day", 0, 100, source="assumed", doc="like-minded people each account follows")
    follow_back: float = param(0.2, "prob", 0, 1, source="A32, value assumed", doc="P(one of them follows back)")
    introductions: float = param(0.2, "1/day", 0, 10, source="assumed",
                                 doc="followers of the operation that each other one takes to")  # fmt: skip
    min_lean: float = param(0.2, "-1..1", -1, 1, source="assumed", doc="opinion the claim's way that makes like-minded")


TRIAL = Trial(
    moves={"": "+follows_in_all", "follows": "+follows_in_all", "follow_back": "+follows_in_all",
           "introductions": "+follows_in_all", "min_lean": "-follows_in_all"},
    tries={"introductions": (0.0, 2.0), "min_lean": (0.0, 0.8)},
)  # fmt: skip


def during(world: World, entry: Entry) -> None:
    """Every few hours: follow some of the like-minded, be followed back, and introduce followers to each other."""
    period = plans.ticks(world, EVERY)
    if entry.params.follows == 0.0 or (world.clock.tick - entry.begun) % period:
        return
    alike = _alike(world, entry)
    pairs = [*_approach(world, entry, alike, period), _introduce(world, entry, alike)]
    source, target = (np.concatenate(ends) for ends in zip(*pairs, strict=True))
    if len(source):
        none = np.empty(0, np.int64)
        world.network = world.network.edited(none, none, source, target)


def _alike(world: World, entry: Entry) -> I32:
    """People of the audience who think the claim's way."""
    people = world.members(entry.audience) & world.accounts.people() & world.accounts.can_act()
    return rows_of(people & (leaning(world, entry) >= entry.params.min_lean))


def _approach(world: World, entry: Entry, alike: I32, period: int) -> list[tuple[I32, I32]]:
    """Whom the operation's accounts follow now, and who follows back."""
    hosts = plans.acting(world, entry, entry.actors, entry.params.follows * period)
    if not len(hosts) or not len(alike):
        return []
    nth = np.arange(len(hosts)) - np.searchsorted(hosts, hosts)
    found = alike[world.draws.integers(plans.stream(entry, "whom"), world.clock.tick, hosts, len(alike), nth)]
    answers = world.draws.uniform(plans.stream(entry, "back"), 0, found, hosts) < entry.params.follow_back
    return [(hosts, found), (found[answers], hosts[answers])]


def _introduce(world: World, entry: Entry, alike: I32) -> tuple[I32, I32]:
    """Like-minded followers of the operation who begin to follow each other."""
    followed = [world.network.followers(int(host)) for host in entry.actors]
    circle = np.intersect1d(np.concatenate([np.empty(0, np.int32), *followed]), alike).astype(np.int32)
    chance = entry.params.introductions * EVERY / 24.0
    draws, tick = world.draws, world.clock.tick
    seekers = circle[draws.uniform(plans.stream(entry, "seek"), tick, circle) < chance]
    if not len(seekers):
        return seekers, seekers
    friends = circle[draws.integers(plans.stream(entry, "friend"), tick, seekers, len(circle))]
    other = friends != seekers
    return seekers[other], friends[other]

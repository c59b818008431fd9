"""Removal: the platform takes down posts that support the claim, late and not all, and some by mistake."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.ground.types import I64
from sim.state import plans, removals, sanctions
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Removal of posts", "Retrait de publications"),
    idea="nobody sees the post any more, but its author may write again; a suspension removes accounts",
    sources=("A86", "A88", "V23", "V24"),
    disarm=("C00107",),
    rights="potentially_problematic",
    cost=Cost(0.0, 40.0),
    authority="platform",
)


@dataclass(frozen=True)
class Params:
    """How late, how many, how exact; the entry's hours count from the decision, delay included."""

    coverage: float = param(0.8, "share", 0, 1, source="A42", doc="share of posts on the claim that are found")
    delay: float = param(4.0, "h", 0, 1000, source="A86", doc="from the decision to the first removal")
    false_alarm: float = param(0.0005, "prob", 0, 1, source="assumed", doc="P(removal) of any other post")
    half_life: float = param(0.0, "h", 0, 8760, source="assumed; V24",
                             doc="in which half of what is to go has gone; 0: at once")  # fmt: skip


TRIAL = Trial(
    moves={
        "": "-total_exposure",
        "coverage": "-total_exposure",
        "delay": "+total_exposure",
        "false_alarm": "+wrongful_removals",
    }
)


def cost(entry: Entry) -> Cost:
    """The work of agreeing on it with the platform, if it is to look for anything."""
    return plans.scaled(CARD, 1.0 if entry.params.coverage else 0.0)


def during(world: World, entry: Entry) -> None:
    """After the delay remove what is there, and from then on what comes before anybody reads it.

    With a half-life each post waits: in every tick as many of those to be removed go as it asks for.
    """
    params = entry.params
    if params.coverage == 0 or not plans.in_force(world, entry, params.delay):
        return
    all_again = params.half_life > 0 or plans.due(world, entry, params.delay)
    found = plans.originals(world, 0 if all_again else world.clock.tick - 1)
    meant = plans.supporting(world, entry, found)
    _remove(world, entry, plans.drawn(world, entry, found[meant], params.coverage))
    _remove(world, entry, plans.drawn(world, entry, found[~meant], params.false_alarm))


def _remove(world: World, entry: Entry, posts: I64) -> None:
    if entry.params.half_life > 0:
        stays = 0.5 ** (world.clock.hours_per_tick / entry.params.half_life)
        rows = world.posts.rows(posts)
        luck = world.draws.uniform(plans.stream(entry, "goes"), world.clock.tick, world.posts.author[rows],
                                   world.posts.key[rows])  # fmt: skip
        posts = posts[luck >= stays]
    wrong = int(np.count_nonzero(plans.innocent(world, posts)))
    sanctions.on_posts(world, "remove", entry.name, posts)
    world.posts.removed[world.posts.rows(posts)] = 1
    removals.book(world, len(posts) - wrong, wrong)

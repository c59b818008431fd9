"""Breaking news: something unrelated happens, so that people look more often, and elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.ground.types import I32
from sim.state import plans
from sim.state.codes import Act, Kind
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Breaking news", "Actualité brûlante"),
    idea="competes with the claim for attention while activity rises; it says nothing about any claim",
    sources=("A9", "A110", "C3"),
)
READS_AUDIENCE = True


@dataclass(frozen=True)
class Params:
    """How loud the news is, and how much more people look."""

    posts: int = param(3, "posts", 0, 1000, source="assumed", doc="posts of each outlet at the beginning")
    rate: float = param(24.0, "1/day", 0, 1000, source="assumed", doc="further posts of each outlet")
    appeal: float = param(2.0, "log-odds", -4, 4, source="C2, value assumed", doc="appeal of these posts")
    activity: float = param(1.5, "x", 0.1, 10, source="assumed", doc="sessions of the audience")


TRIAL = Trial(moves={"": "+visits", "posts": "+posts", "rate": "+posts", "activity": "+visits"})


def begin(world: World, entry: Entry) -> None:
    """Bring the news, and the audience to its feeds."""
    _report(world, entry, np.repeat(plans.able(world, _outlets(world, entry)), entry.params.posts))
    plans.look_more_often(world, world.members(entry.audience), entry.params.activity)


def during(world: World, entry: Entry) -> None:
    """Go on reporting."""
    _report(world, entry, plans.acting(world, entry, _outlets(world, entry), entry.params.rate))


def end(world: World, entry: Entry) -> None:
    """Let the audience return to its habits."""
    plans.look_more_often(world, world.members(entry.audience), 1.0 / entry.params.activity)


def _outlets(world: World, entry: Entry) -> I32:
    return entry.actors if len(entry.actors) else world.accounts.of_kind(Kind.MEDIA_OUTLET)


def _report(world: World, entry: Entry, outlets: I32) -> None:
    world.drafts.append(len(outlets), author=outlets, act=Act.ORIGINAL, appeal=entry.params.appeal)

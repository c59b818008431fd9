"""Swarm: trolls answer a target's posts, or rebuttals of the claim, with hostile replies."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.ground.problems import Problems, unknown
from sim.ground.types import I32, I64
from sim.state import acts, plans
from sim.state.codes import Stance
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Swarm (hostile replies)", "Raid de trolls (réponses hostiles)"),
    idea="wears down those who speak and contradicts rebuttals; flood and publish spread the claim itself",
    sources=("A105", "C9"),
    disarm=("T0049.005", "T0049.001", "T0116.001", "T0124.002"),
    cost=Cost(1.0),
)
NEEDS = ("by",)


@dataclass(frozen=True)
class Params:
    """Whom the trolls answer, and how often."""

    rate: float = param(12.0, "1/day", 0, 1000, source="assumed", doc="replies of each troll")
    target: str = param("", "-", source="pack", doc="actor; empty: whoever rebuts the claim")
    window: float = param(24.0, "h", 0.25, 336, source="A26", doc="posts older than this are left alone")


TRIAL = Trial(
    moves={"": "+posts", "rate": "+posts"}, tries={"window": (4.0, 12.0)}, entries={"trial": {"by": "trolls"}}
)


def begin(world: World, entry: Entry) -> None:
    """Refuse a target that nobody knows."""
    target = entry.params.target
    if target and target not in world.named:
        raise Problems([unknown(f"{entry.name}.params.target", "actor", target, world.named)])


def during(world: World, entry: Entry) -> None:
    """Let the trolls whose turn it is answer one post each."""
    trolls = plans.acting(world, entry, entry.actors, entry.params.rate)
    posts = plans.under_fire(world, entry)
    if not len(trolls) or not len(posts):
        return
    answered = plans.preferred(world, entry, trolls, posts)[:, 0]
    rebuttal = world.posts.stance[world.posts.rows(answered)] == Stance.DENY
    _answer(world, trolls[rebuttal], answered[rebuttal], Stance.SUPPORT)
    _answer(world, trolls[~rebuttal], answered[~rebuttal], Stance.NEUTRAL)


def _answer(world: World, trolls: I32, posts: I64, stance: Stance) -> None:
    acts.reply(world, trolls, posts, stance, hostile=True)

"""Cross-posting: an operation's accounts copy what supports the claim from one platform to the others."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Text, Trial, param
from sim.state import acts, plans, service
from sim.state.codes import Stance
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Cross-posting", "Publication croisée entre plateformes"),
    idea="brings others' posts to people whom they would not reach; flooding repeats them where they are",
    sources=("F10", "F22", "model.md"),
    disarm=("T0119.002", "T0119", "T0151.004"),
)
NEEDS_LAYERS = True
NEEDS = ("by", "claim")


@dataclass(frozen=True)
class Params:
    """How much is copied, where to, and how soon."""

    share: float = param(0.5, "share", 0, 1, source="assumed", doc="new posts on the claim that are copied")
    lag: float = param(1.0, "h", 0, 336, source="assumed", doc="hours until the copy stands there")
    to: str = param("", "-", source="pack", doc="layer; empty: all others")


TRIAL = Trial(
    moves={"": "+posts", "share": "+posts"},
    tries={"to": ("chat",), "lag": (6.0, 24.0)},
    world={"scenario.layers.chat.platform": "closed_chat", "scenario.layers.video.platform": "short_video"},
)


def during(world: World, entry: Entry) -> None:
    """Copy a share of what was posted here in the last tick; each post is copied by one of the accounts."""
    actors, posts = plans.able(world, entry.actors), world.posts
    fresh = plans.originals_on(world, entry.claim, Stance.SUPPORT, world.clock.tick - 1)
    chosen = posts.rows(plans.drawn(world, entry, fresh, entry.params.share))
    if not len(chosen) or not len(actors):
        return
    who = world.draws.integers(plans.stream(entry, "who"), 0, posts.author[chosen], len(actors), posts.key[chosen])
    wanted = service.layer_of(world, entry.params.to) if entry.params.to else -1
    for layer in range(len(world.layers)):
        if layer != world.layer and wanted in (-1, layer):
            acts.post_across(world, layer, actors[who], chosen, entry.params.lag)

"""Court ruling: a court finds a claim true or false; it can be shown from then on, and the press reports it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.state import acts, plans, verdicts
from sim.state.codes import Kind, Stance
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Court ruling", "Décision de justice"),
    idea="settles a claim with an authority that takes no side; a debunk is a checker’s own finding",
    sources=("A66", "assumed"),
)
NEEDS = ("claim",)


@dataclass(frozen=True)
class Params:
    """How widely it is reported."""

    posts: int = param(1, "posts", 0, 1000, source="assumed", doc="posts of each outlet on the ruling")
    rate: float = param(2.0, "1/day", 0, 1000, source="assumed", doc="further posts of each outlet")


TRIAL = Trial(
    moves={"": "+correction_reach", "posts": "+correction_reach"},
    entries={"trial": {"by": "embassy"}},
)


def during(world: World, entry: Entry) -> None:
    """Rule in the first tick, and let the entry’s actors, or the whole press, report it."""
    params, claim = entry.params, entry.claim
    if not (params.posts or params.rate):
        return
    is_true = bool(world.claims.true[claim])
    press = entry.actors if len(entry.actors) else world.accounts.of_kind(Kind.MEDIA_OUTLET)
    authors = plans.acting(world, entry, press, params.rate)
    if world.clock.tick == entry.begun:
        verdicts.find(world, claim, is_true=is_true, who=entry.name)
        verdicts.show_from(world, np.array([claim]), world.clock.hour)
        authors = np.concatenate([np.repeat(plans.able(world, press), params.posts), authors])
    acts.post_claim(world, authors, claim, Stance.SUPPORT if is_true else Stance.DENY)

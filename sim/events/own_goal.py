"""Own goal: the own side spreads something false in good faith, and takes it back when it notices."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.state import acts, plans
from sim.state.codes import Stance
from sim.state.forgiving import SOON, forgive
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Accidental own goal", "But contre son camp"),
    idea="a false word of a trusted side, meant well; a takeover puts it into the side’s mouth",
    sources=("A112", "C7"),
)
NEEDS = ("by", "claim")


@dataclass(frozen=True)
class Params:
    """How often it is said, and how soon taken back."""

    posts: int = param(1, "posts", 0, 1000, source="assumed", doc="false posts of each actor")
    corrected: float = param(0.63, "h", 0, 8760, source="A112", doc="until it is taken back: 38 minutes")


TRIAL = Trial(
    tries={"corrected": (6.0, 24.0)},
    entries={"trial": {"by": "embassy"}},
)


def begin(world: World, entry: Entry) -> None:
    """Say it."""
    authors = np.repeat(plans.able(world, entry.actors), entry.params.posts)
    acts.post_claim(world, authors, entry.claim, Stance.SUPPORT)


def during(world: World, entry: Entry) -> None:
    """Take it down and back in its hour; who does so within the hour loses less trust."""
    if not (entry.params.posts and plans.due(world, entry, entry.params.corrected)):
        return
    said = plans.originals_on(world, entry.claim, Stance.SUPPORT, entry.begun)
    rows = world.posts.rows(said)
    world.posts.removed[rows[np.isin(world.posts.author[rows], entry.actors)]] = 1
    acts.post_claim(world, plans.able(world, entry.actors), entry.claim, Stance.DENY)
    if entry.params.corrected <= SOON:
        for source in np.unique(world.accounts.source[entry.actors]).tolist():
            forgive(world, entry.claim, source, plans.stream(entry, "forgive"))

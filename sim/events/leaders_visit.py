"""Leader’s visit: a head of state or government comes, and who hears of it thinks a little better of the country."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.state import acts, plans
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Leader’s visit", "Visite d’un dirigeant"),
    idea="lifts a country's image for some weeks if the press covers it; its own posts lift it slowly",
    sources=("A115", "C16", "V45"),
)
READS_AUDIENCE = True


@dataclass(frozen=True)
class Params:
    """Whose image, how much, and how widely it is covered."""

    image: str = param("", "-", source="pack", doc="image of the scenario; empty: all of them")
    gain: float = param(0.023, "0..1", 0, 1, source="A115", doc="favourability won from each who hears of it")
    coverage: float = param(0.7, "share", 0, 1, source="assumed", doc="share of the audience that hears of it")


TRIAL = Trial(
    moves={"": "+favourability.velmora", "gain": "+favourability.velmora", "coverage": "+favourability.velmora"},
    tries={"image": ("ostrania",), "gain": (0.1, 0.3)},
)  # fmt: skip


def begin(world: World, entry: Entry) -> None:
    """Let those who hear of it think better of the country."""
    params, names = entry.params, world.names.images
    heard = acts.members_drawn(world, entry.audience, params.coverage, plans.stream(entry, "hears"))
    for place in [names.index(params.image)] if params.image else range(len(names)):
        held = world.accounts.image[heard, place] + np.float32(params.gain)
        world.accounts.image[heard, place] = np.minimum(np.float32(1.0), held)

"""Look-alike: accounts named nearly as a known one win followers by mistake, and part of these are taken in."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.state import plans, speech
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Look-alike account", "Compte sosie"),
    idea="copies one known account, name and followers; an impersonator has only an office, an outlet nobody’s name",
    sources=("C7", "A76", "assumed"),
    disarm=("T0146.005",),
)
READS_AUDIENCE = True
NEEDS = ("by", "claim")


@dataclass(frozen=True)
class Params:
    """Whom the copies resemble, and how closely."""

    posts: int = param(1, "posts", 0, 1000, source="assumed", doc="posts of each actor at the beginning")
    rate: float = param(3.0, "1/day", 0, 1000, source="assumed", doc="further posts of each while it lasts")
    target: str = param("", "-", source="pack", doc="actor whose account they copy; empty: the most followed one")
    likeness: float = param(0.6, "prob", 0, 1, source="assumed", doc="P(a careless reader mistakes copy for original)")
    followers: float = param(
        0.05, "share", 0, 1, source="assumed", doc="of the original's followers who follow each copy"
    )


TRIAL = Trial(
    moves={
        "": "+total_exposure",
        "posts": "+total_exposure",
        "rate": "+total_exposure",
        "followers": "+deliveries",
        "likeness": "+mean_belief",
    },
    tries={"target": ("checkers",)},
    needs={"likeness": {"target": "checkers", "population.trust_fact_checkers": 0.95, "population.trust_peers": 0.1}},
)


def begin(world: World, entry: Entry) -> None:
    """Put the name on, and let the first followers come."""
    if speech.is_silent(entry):
        return
    copies, original = plans.able(world, entry.actors), _original(world, entry)
    source = int(world.accounts.source[original])
    world.standings.pose(copies, source, entry.params.likeness, original)
    network = world.network
    readers = network.in_node[network.in_start[original] : network.in_start[original + 1]]
    who, whom = np.tile(readers, len(copies)), np.repeat(copies, len(readers))
    won = world.draws.uniform(plans.stream(entry, "won"), 0, who, whom) < entry.params.followers
    if won.any():
        nobody = np.empty(0, np.int32)
        world.network = network.edited(nobody, nobody, who[won], whom[won])


def during(world: World, entry: Entry) -> None:
    """Speak under it."""
    speech.say(world, entry)


def end(world: World, entry: Entry) -> None:
    """The name is gone; the followers stay."""
    world.standings.drop(entry.actors)


def _original(world: World, entry: Entry) -> int:
    if entry.params.target:
        return int(speech.actor(world, entry, entry.params.target)[0])
    return int(plans.most_followed(world, entry.audience, 1)[0])

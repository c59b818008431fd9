"""Identity harassment: accounts abuse people for who they are, whether they say anything or not, and others join in."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.ground.types import I32
from sim.state import acts, plans
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Harassment of identities", "Harcèlement fondé sur l’identité"),
    idea="strikes members of a group wherever they stand; swarm answers what somebody has said",
    sources=("A105", "C9", "V41"),
    disarm=("T0048.002", "T0140.003", "T0166.002"),
)
READS_AUDIENCE = True
NEEDS = ("by",)


@dataclass(frozen=True)
class Params:
    """Whom it strikes, how often, and how many of the readers join."""

    rate: float = param(12.0, "1/day", 0, 1000, source="assumed", doc="hostile posts of each account")
    targets: int = param(20, "accounts", 1, 100_000, source="assumed", doc="most followed people of the audience")
    joining: float = param(0.002, "prob", 0, 1, source="assumed", doc="P(a follower of the author joins in), once each")


TRIAL = Trial(
    moves={"": "+hate_exposure.aimed", "rate": "+hate_exposure.aimed", "joining": "+hate_exposure.aimed"},
    tries={"joining": (0.05, 0.2), "targets": (5, 80)},
    entries={"trial": {"by": "trolls"}},
)


def during(world: World, entry: Entry) -> None:
    """Let those whose turn it is abuse one target each, and some of their followers after them."""
    abusers = plans.acting(world, entry, entry.actors, entry.params.rate)
    targets = plans.most_followed(world, entry.audience, entry.params.targets)
    if not len(abusers) or not len(targets):
        return
    joiners = _joiners(world, entry, abusers)
    authors = np.concatenate((abusers, joiners))
    picked = world.draws.integers(plans.stream(entry, "target"), world.clock.tick, authors, len(targets),
                                  np.arange(len(authors)))  # fmt: skip
    chosen = targets[picked]
    other = authors != chosen
    acts.abuse(world, authors[other], chosen[other])


def _joiners(world: World, entry: Entry, abusers: I32) -> I32:
    """Followers who take part, each at most once in the entry's life."""
    if entry.params.joining == 0.0:
        return abusers[:0]
    readers = np.unique(np.concatenate([world.network.followers(int(one)) for one in np.unique(abusers)]))
    readers = plans.able(world, readers[world.accounts.people()[readers]])
    luck = world.draws.uniform(plans.stream(entry, "joins"), 0, readers)
    joined = world.memory.setdefault(plans.stream(entry, "joined"), np.zeros(world.n, np.bool_))
    fresh: I32 = readers[(luck < entry.params.joining) & ~joined[readers]]
    joined[fresh] = True
    return fresh

"""Literacy game: those who like to play learn a trick in a quarter of an hour, and tell some of their friends."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import plans
from sim.state.accounts import rows_of
from sim.state.lessons import inoculate
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Literacy game", "Jeu d’éducation aux médias"),
    idea="short, chosen freely, soon forgotten, and passed on to friends; lessons reach who would not play",
    sources=("A75", "C6", "F18"),
    disarm=("C00011",),
    rights="unproblematic",
    cost=Cost(80_000.0, 120.0),
    authority="civil society",
)
READS_AUDIENCE = True


@dataclass(frozen=True)
class Params:
    """How many play, what they keep, and how many friends they tell."""

    players: float = param(0.05, "share", 0, 0.5, source="assumed", doc="of the audience; the more careful play sooner")
    strength: float = param(
        0.15, "0..1", 0, 0.3, source="C6", doc="resistance I0 to the claim's technique, half to others"
    )
    half_life: float = param(336.0, "h", 1, 8760, source="A75", doc="of the resistance")
    told: float = param(0.1, "prob", 0, 1, source="assumed", doc="P(a follower of a player learns half of it)")


TRIAL = Trial(
    moves={"": "-mean_belief", "players": "-mean_belief", "strength": "-mean_belief", "half_life": "-mean_belief",
           "told": "-mean_belief"},
    tries={"half_life": (6.0, 48.0), "told": (0.5, 1.0)},
    entries={"trial": {"at": -5.0, "params": {"players": 0.5}}},
)  # fmt: skip


def cost(entry: Entry) -> Cost:
    """The making of the game, if it teaches anybody anything."""
    return plans.scaled(CARD, 1.0 if entry.params.players and entry.params.strength else 0.0)


def begin(world: World, entry: Entry) -> None:
    """Let players learn, and friends from them."""
    params, accounts = entry.params, world.accounts
    if params.players == 0.0 or params.strength == 0.0:
        return
    people = rows_of(world.members(entry.audience) & accounts.people())
    luck = world.draws.uniform(plans.stream(entry, "plays"), 0, people)
    playing = people[luck < 2.0 * params.players * accounts.literacy[people]]  # literacy is 0.5 on average (A23)
    technique = int(world.claims.technique[entry.claim]) if entry.claim >= 0 else -1
    inoculate(accounts, playing, params.strength, params.half_life, technique, 0.5)
    friends = np.unique(np.concatenate([playing[:0], *(world.network.followers(one) for one in playing.tolist())]))
    friends = friends[world.draws.uniform(plans.stream(entry, "is told"), 0, friends) < params.told]
    inoculate(accounts, friends, 0.5 * params.strength, params.half_life, technique, 0.5)

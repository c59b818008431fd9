"""Infiltrate: an operation's accounts befriend each other and win followers among the public."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.ground.draws import uniform
from sim.ground.growth import grown
from sim.ground.rules import rule
from sim.ground.types import F64, I32
from sim.state import plans
from sim.state.accounts import rows_of
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Infiltrate (bots win followers)", "Infiltrer (des robots gagnent des abonnés)"),
    idea="changes who follows whom and says nothing; publish, flood and swarm speak to the followers there are",
    sources=("V18", "V21", "A43"),
    disarm=("T0146.007",),
)
READS_AUDIENCE = True
NEEDS = ("by",)


@dataclass(frozen=True)
class Params:
    """How many of the public follow each account of the operation, and whom it aims at."""

    share: float = param(0.01, "share", 0, 1, source="V18", doc="of the audience, P(following each of them)")
    aim: str = param("anybody", "-", source="V21", doc="who is likelier to be won",
                     choices=("anybody", "hubs", "partisans", "credulous", "left", "right"))  # fmt: skip
    among: int = param(3, "accounts", 0, 1000, source="SimSoM", doc="accounts of the operation that each follows")


TRIAL = Trial(moves={"": "+deliveries", "share": "+deliveries", "among": "+deliveries"})


def begin(world: World, entry: Entry) -> None:
    """Add the follows; on single-act platforms the accounts bring up the entry's claim from now on."""
    bots, params = plans.able(world, entry.actors), entry.params
    audience = rows_of(world.members(entry.audience) & world.accounts.people())
    audience = audience[~np.isin(audience, bots)]
    weights = _weights(world, audience, params.aim)
    key = world.key(plans.stream(entry, "won"))
    won = [audience[_won(key, int(bot), weights, params.share)] for bot in bots]
    source = np.concatenate([np.empty(0, np.int32), *won])
    target = np.repeat(bots, [len(one) for one in won])
    if params.among and len(bots) > 1:
        mates = grown(len(bots), min(params.among, len(bots) - 1), 0.5, world.key(plans.stream(entry, "mates")))
        source, target = np.concatenate([source, bots[mates[0]]]), np.concatenate([target, bots[mates[1]]])
    if len(source):
        none = np.empty(0, np.int32)
        world.network = world.network.edited(none, none, source, target)
    if world.screens.n and entry.claim >= 0:
        world.screens.topic[bots], world.screens.talk[bots] = entry.claim, 1.0


def end(world: World, entry: Entry) -> None:
    """The followers stay; what the accounts bring up is their own again."""
    if world.screens.n:
        world.screens.talk[entry.actors] = 0.0


def _weights(world: World, rows: I32, aim: str) -> F64:
    """How likely each of these people is to be won, compared with the others."""
    accounts = world.accounts
    opinion = accounts.opinion[rows].astype(np.float64)
    by_aim = {
        "anybody": np.ones(len(rows)),
        "hubs": world.network.in_degree[rows].astype(np.float64),
        "partisans": np.abs(opinion),
        "credulous": 1.0 - accounts.literacy[rows].astype(np.float64),
        "left": (opinion < 0.0).astype(np.float64),
        "right": (opinion > 0.0).astype(np.float64),
    }
    return by_aim[aim]


def _won(key: np.uint64, bot: int, weights: F64, share: float) -> I32:
    """Places in the audience of those who follow a bot: a binomial number, drawn without repeats by weight."""
    arrival = np.empty(len(weights))
    lucky = _race(key, bot, share, weights, arrival)
    first = np.argsort(arrival, kind="stable")[:lucky]
    return np.asarray(first[np.isfinite(arrival[first])], np.int32)


@rule()
def _race(key: np.uint64, bot: int, share: float, weights: F64, arrival: F64) -> int:
    """Exponential times at the rate of the weights: who comes first is drawn first. Returns how many may come."""
    lucky = 0
    for place in range(weights.size):
        lucky += uniform(key, 0, bot, 2 * place) < share
        time = -math.log(1.0 - uniform(key, 0, bot, 2 * place + 1))
        arrival[place] = time / weights[place] if weights[place] > 0.0 else math.inf
    return lucky

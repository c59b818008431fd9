"""Calm: level words take the heat out, so that people pass the claim on less readily; some find them evasive."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import acts, plans
from sim.state.codes import Source
from sim.state.shares import keep_shares, let_share
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Calming messages", "Messages d’apaisement"),
    idea="lowers the urge to share without saying whether it is true; a debunk says that it is not",
    sources=("C2", "F21"),
    disarm=("C00109", "C00124"),
    rights="unproblematic",
    cost=Cost(0.0, 10.0),
    authority="ministry; embassy",
)
READS_AUDIENCE = True


@dataclass(frozen=True)
class Params:
    """How many are reached, what it does, and how it is taken."""

    reach: float = param(0.3, "share", 0, 1, source="assumed", doc="share of readers who hear it")
    effect: float = param(0.25, "share", 0, 1, source="assumed", doc="by which these pass the claim on less")
    evasive: float = param(
        0.2, "share", 0, 1, source="assumed", doc="of those reached who trust the speaker less for it"
    )


TRIAL = Trial(
    moves={"": "-total_exposure", "reach": "-total_exposure", "effect": "-total_exposure",
           "evasive": "-trust.own_state"},
    needs={"evasive": {"reach": 1.0}},
    entries={"trial": {"params": {"reach": 1.0, "effect": 0.5}}},
)  # fmt: skip


def cost(entry: Entry) -> Cost:
    """The hours that it takes to say little well."""
    return plans.scaled(CARD, 1.0 if entry.params.reach else 0.0)


def begin(world: World, entry: Entry) -> None:
    """From now on people share the claim less; who finds it evasive has had a bad experience."""
    params = entry.params
    if params.reach == 0.0:
        return
    keep_shares(world, entry, plans.claims_of(world, entry), 1.0 - params.reach * params.effect)
    put_off = acts.members_drawn(world, entry.audience, params.reach * params.evasive, plans.stream(entry, "put off"))
    world.accounts.trust_against[put_off, Source.OWN_STATE] += np.float32(1.0)


def end(world: World, entry: Entry) -> None:
    """The heat returns."""
    let_share(world, entry)

"""Call to action: those who believe the claim are called upon to act; the firmer they believe, the readier they are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.state import acts, plans
from sim.state.codes import Stance
from sim.state.deeds import deeds_of
from sim.state.timeline import Entry
from sim.state.views import view_of
from sim.state.world import World

CARD = Card(
    label=Text("Call to action", "Appel à l’action"),
    idea="turns belief into deeds off the platform; publish only spreads the belief",
    sources=("C10", "F06"),
    disarm=("T0126.001", "T0017", "T0137.002"),
)
NEEDS = ("by", "claim", "hours")


@dataclass(frozen=True)
class Params:
    """Which act, how often it is called for, and how far believers are moved."""

    act: str = param("", "-", source="pack", doc="act of the scenario; empty: all of them")
    rate: float = param(4.0, "1/day", 0, 1000, source="assumed", doc="calls of each account")
    effect: float = param(
        0.3, "log-odds", 0, 10, source="assumed", doc="added to full believers among followers by a call"
    )


TRIAL = Trial(
    moves={"": "+intent.march", "rate": "+intent.march", "effect": "+intent.march"},
    entries={"trial": {"by": "herald"}}, tries={"act": ("stay",)},
)  # fmt: skip


def during(world: World, entry: Entry) -> None:
    """Let the accounts whose turn it is call their followers; who never heard the claim takes no notice."""
    callers = plans.acting(world, entry, entry.actors, entry.params.rate)
    acts.post_claim(world, callers, entry.claim, Stance.SUPPORT)
    accounts = world.accounts
    for caller in callers.tolist():
        called = world.network.followers(caller)
        called = called[accounts.heard[called, entry.claim] > 0]
        belief = 0.5 * (1.0 + np.array([view_of(x) for x in accounts.belief[called, entry.claim].tolist()]))
        for deed in deeds_of(world.names, entry.params.act):
            accounts.swayed[called, deed] += np.float32(entry.params.effect) * belief.astype(np.float32)

"""Exposed contract: it comes out that a state paid those who spoke for it, and their public feels deceived."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.state import acts, plans
from sim.state.codes import Source
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Exposed contract", "Contrat révélé"),
    idea="costs trust in the state behind a partnership, less if it was declared; no claim changes its truth",
    sources=("A65", "C7", "F08"),
)
READS_AUDIENCE = True


@dataclass(frozen=True)
class Params:
    """How many hear of it, what it costs, and how much openness saves."""

    coverage: float = param(0.4, "share", 0, 1, source="assumed", doc="share of the audience that hears of it")
    loss: float = param(2.5, "events", 0, 100, source="C7", doc="bad experience of each who hears of it")
    disclosed: float = param(
        0.0, "share", 0, 1, source="pack", doc="how far the contract had been declared: saves that share"
    )
    desertion: float = param(0.05, "share", 0, 1, source="assumed", doc="followers of the actors who leave them")


TRIAL = Trial(
    moves={"": "-trust.own_state", "coverage": "-trust.own_state", "loss": "-trust.own_state",
           "disclosed": "+trust.own_state", "desertion": "-follows_in_all"},
    entries={"trial": {"by": "herald"}},
)  # fmt: skip


def begin(world: World, entry: Entry) -> None:
    """Let those who hear of it trust the state less, and some followers leave those who were paid."""
    params = entry.params
    kept = 1.0 - params.disclosed
    heard = acts.members_drawn(world, entry.audience, params.coverage, plans.stream(entry, "hears"))
    world.accounts.trust_against[heard, Source.OWN_STATE] += np.float32(params.loss * kept)
    followers = [world.network.followers(actor) for actor in entry.actors.tolist()]
    if not followers or params.desertion * kept == 0.0:
        return
    source = np.concatenate(followers)
    target = np.repeat(entry.actors, [len(one) for one in followers])
    leaves = world.draws.uniform(plans.stream(entry, "leaves"), 0, source, target) < params.desertion * kept
    none = np.empty(0, np.int32)
    world.network = world.network.edited(source[leaves], target[leaves], none, none)

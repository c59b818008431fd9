"""Train influencers: much-followed people learn to see through baits and to doubt, and some carry what is true."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.ground.types import I32
from sim.state import acts, hubs, plans
from sim.state.codes import Source
from sim.state.lessons import inoculate
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Train influencers", "Former des influenceurs"),
    idea="makes hubs careful before anything happens; a trusted voice is asked when it has",
    sources=("A44", "A47", "A19", "F08", "assumed"),
    disarm=("C00160", "C00009", "C00093"),
    rights="potentially_problematic",
    cost=Cost(500.0, 4.0),
    authority="embassy; civil society",
)
READS_AUDIENCE = True


@dataclass(frozen=True)
class Params:
    """How many hubs, what they learn, and how it is seen."""

    hubs: int = param(
        20, "accounts", 0, 10_000, source="assumed", doc="invited, most followed first, unless actors are named"
    )
    acceptance: float = param(0.5, "prob", 0, 1, source="assumed", doc="P(one of them comes)")
    gain: float = param(0.3, "0..1", 0, 1, source="assumed", doc="added attention to accuracy before sharing")
    wariness: float = param(0.5, "share", 0, 1, source="assumed", doc="of baits and offers that they then see through")
    resistance: float = param(0.15, "0..1", 0, 0.3, source="C6", doc="resistance to every technique")
    voices: float = param(0.3, "prob", 0, 1, source="assumed", doc="P(who was trained says what is true of the claim)")
    suspicion: float = param(
        0.02, "share", 0, 1, source="assumed", doc="of their followers who see propaganda and trust our state less"
    )


BAITED = {"do": "bait_influencer", "by": "trolls", "at": 2.0, "hours": 40.0,
          "params": {"provokes": 1.0, "caution": 0.0, "attempts": 24.0}}  # fmt: skip
SURE = {"acceptance": 1.0}
TRIAL = Trial(
    entries={"trial": {"at": -2.0, "by": ""}, "baiting": BAITED},
    moves={"voices": "+correction_reach", "suspicion": "-trust.own_state", "wariness": "-reshares"},
    tries={"hubs": (4, 60), "suspicion": (0.3, 0.9), "wariness": (0.1, 0.95)},
    needs={"wariness": SURE | {"voices": 0.0}, "resistance": SURE, "gain": SURE, "suspicion": SURE, "voices": SURE},
)  # fmt: skip
HALF_LIFE = 720.0  # h, C6, as for texts and videos


def cost(entry: Entry) -> Cost:
    """A seat and half a day's work for each who comes."""
    params = entry.params
    taught = params.gain or params.wariness or params.resistance or params.voices
    return plans.scaled(CARD, params.hubs * params.acceptance if taught else 0.0)


def begin(world: World, entry: Entry) -> None:
    """Teach those who come; their followers may take it ill."""
    params, accounts = entry.params, world.accounts
    taught = plans.accepting(world, entry, params.hubs, params.acceptance)
    if not len(taught) or not cost(entry).money:
        return
    accounts.literacy[taught] = np.minimum(1.0, accounts.literacy[taught] + np.float32(params.gain))
    inoculate(accounts, taught, params.resistance, HALF_LIFE)
    hubs.warn(world, taught, params.wariness)
    _take_ill(world, entry, taught)
    speaking = taught[world.draws.uniform(plans.stream(entry, "speaks"), 0, taught) < params.voices]
    if entry.claim >= 0:
        acts.post_claim(world, speaking, entry.claim, plans.verdict(world, entry.claim))


def _take_ill(world: World, entry: Entry, taught: I32) -> None:
    if entry.params.suspicion == 0.0:
        return
    followers = np.unique(np.concatenate([world.network.followers(one) for one in taught.tolist()]))
    luck = world.draws.uniform(plans.stream(entry, "takes it ill"), 0, followers)
    world.accounts.trust_against[followers[luck < entry.params.suspicion], Source.OWN_STATE] += np.float32(1.0)

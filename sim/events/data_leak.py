"""Data leak: personal records held by or for the own state come out; some of those concerned are threatened."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.state import acts, plans
from sim.state.codes import Source
from sim.state.privacy import unshielded
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Leak of personal data", "Fuite de données personnelles"),
    idea="exposes ordinary people by accident; doxing picks its targets",
    sources=("C7", "C9", "F17"),
)
READS_AUDIENCE = True


@dataclass(frozen=True)
class Params:
    """How many are concerned, what it costs in trust, and who is threatened."""

    share: float = param(0.1, "share", 0, 1, source="assumed", doc="of the audience whose records come out")
    records: int = param(1, "records", 0, 1000, source="assumed", doc="of each of them")
    distrust: float = param(
        1.0, "events", 0, 100, source="C7, value assumed", doc="bad experience of each with the state"
    )
    threatened: float = param(0.02, "share", 0, 1, source="assumed", doc="of those concerned who are threatened")
    load: float = param(20.0, "replies", 0, 10_000, source="assumed", doc="strain of each of these")


TRIAL = Trial(
    moves={"": "+records_touched", "share": "+records_touched", "records": "+records_touched",
           "distrust": "-trust.own_state", "threatened": "+silenced_share", "load": "+silenced_share"},
    needs={"threatened": {"load": 1000.0, "share": 1.0}, "load": {"threatened": 0.5, "share": 1.0}},
)  # fmt: skip


def begin(world: World, entry: Entry) -> None:
    """Let out what is not shielded by privacy rules."""
    params, accounts = entry.params, world.accounts
    concerned = acts.members_drawn(world, entry.audience, params.share * unshielded(world),
                                   plans.stream(entry, "concerned"))  # fmt: skip
    world.ledger.records_touched += params.records * len(concerned)
    accounts.trust_against[concerned, Source.OWN_STATE] += np.float32(params.distrust)
    luck = world.draws.uniform(plans.stream(entry, "threatened"), 0, concerned)
    threatened = concerned[luck < params.threatened]
    accounts.harassment[threatened] += np.float32(params.load)

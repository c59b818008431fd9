"""Dox: private data of a few targets are published, which strains them at once and marks them for good."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.state import plans
from sim.state.privacy import unshielded
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Doxing (private data published)", "Divulgation de données personnelles (doxing)"),
    idea="one blow that makes a target visible for good; harassment wears down as long as it goes on",
    sources=("C9", "A105"),
    disarm=("T0048.004",),
)
READS_AUDIENCE = True


@dataclass(frozen=True)
class Params:
    """How many are hit, and how hard."""

    targets: int = param(
        2, "accounts", 0, 10_000, source="assumed", doc="actor's accounts, or most followed of audience"
    )
    load: float = param(60.0, "replies", 0, 10_000, source="assumed", doc="strain of each, as so many hostile replies")
    records: int = param(3, "records", 0, 10_000, source="assumed", doc="personal records published of each")
    target: str = param("", "-", source="pack", doc="actor; empty: the most followed of the audience")


TRIAL = Trial(
    moves={"": "+records_touched", "targets": "+records_touched", "load": "+silenced_share",
           "records": "+records_touched"},
    tries={"load": (0.0, 2000.0)}, needs={"load": {"targets": 60}},
)  # fmt: skip


def begin(world: World, entry: Entry) -> None:
    """Publish what is not shielded by privacy rules, and let it weigh on the targets."""
    params = entry.params
    if params.target:
        found = world.named[params.target][: params.targets]
    else:
        found = plans.most_followed(world, entry.audience, params.targets)
    hit = found[world.draws.uniform(plans.stream(entry, "found"), 0, found) < unshielded(world)]
    world.accounts.harassment[hit] += np.float32(params.load)
    world.accounts.exposed[hit] = 1
    world.ledger.records_touched += params.records * len(hit)

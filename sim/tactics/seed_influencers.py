"""Seed influencers: a few much-followed accounts are won over and post the claim to their own followers."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import acts, hubs, plans
from sim.state.codes import Stance
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Seed through influencers", "Amorcer par des influenceurs"),
    idea="borrows the reach and trust of genuine people; publish and flood use the operation's own accounts",
    sources=("A19", "A44", "A47"),
    disarm=("T0100.003",),
    cost=Cost(500.0),
)
READS_AUDIENCE = True
NEEDS = ("claim",)


@dataclass(frozen=True)
class Params:
    """How many are approached and how many of them agree."""

    count: int = param(5, "accounts", 0, 10_000, source="assumed", doc="asked, most followed first")
    acceptance: float = param(0.3, "prob", 0, 1, source="assumed", doc="P(one of them posts the claim)")


ALONE = {f"scenario.timeline.{other}": None for other in ("opening", "flooding", "swarming")}
TRIAL = Trial(
    moves={"": "+total_exposure", "count": "+reach +total_exposure", "acceptance": "+reach +total_exposure"},
    entries={"trial": {"by": ""}},
    needs={"count": ALONE, "acceptance": ALONE},  # where many spread the claim, a few more drown
)


def begin(world: World, entry: Entry) -> None:
    """Let those who agree post the claim, once each."""
    relays = plans.accepting(world, entry, entry.params.count, entry.params.acceptance)
    relays = hubs.taken_in(world, relays, "offer is refused")
    relays = plans.paid(world, entry, relays)
    acts.post_claim(world, relays, entry.claim, Stance.SUPPORT)

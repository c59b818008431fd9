"""False belief: the share of people who hold a false claim to be more likely true than not."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.ground.statistics import counts_above_0
from sim.state.public import by_claim, false_claims
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("False belief", "Croyance erronée"),
    "share of people whose belief in the false claim is above 0.5, whether or not they have met it",
    sources=("C1",),
    unit="share of people",
    better="lower",
)
WHEN = "series"
SEGMENTED = True
BY = "false_claims"


def measure(world: World, members: Members) -> dict[str, float]:
    """Share of believers, by false claim; NaN without people."""
    # belief above 0.5 is log-odds above 0
    return by_claim(world, members.mean(counts_above_0, "belief"), false_claims(world))

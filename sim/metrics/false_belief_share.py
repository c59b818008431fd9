"""False belief: the share of people who hold a false claim to be more likely true than not."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.ground.statistics import counts_above, per_row
from sim.ground.types import B8
from sim.state.public import by_claim, false_claims, public
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


def measure(world: World, members: B8) -> dict[str, float]:
    """Share of believers, by false claim; NaN without people."""
    people = public(world, members)
    # belief above 0.5 is log-odds above 0
    believers = counts_above(world.accounts.column("belief"), 0.0, people)
    return by_claim(world, per_row(believers, people), false_claims(world))

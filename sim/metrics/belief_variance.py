"""Belief variance: how widely people's beliefs in the claim are spread, whichever group they belong to."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.ground.statistics import logistic_moments
from sim.state.public import by_claim
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Variance of belief", "Variance de la croyance"),
    "variance over people of belief in the claim, as a probability: 0 all alike, 0.25 half at 0, half at 1",
    sources=("Bramson et al. 2017, Philos Sci, 10.1086/688938 (dispersion)",),
    unit="probability²",
)
WHEN = "end"
SEGMENTED = True
BY = "claims"


def measure(world: World, members: Members) -> dict[str, float]:
    """Variance over the people, by claim; NaN without people."""
    people, belief = members.people, world.accounts.column("belief")
    return by_claim(world, [logistic_moments(belief[:, k], people)[0] for k in range(world.claims.n)])

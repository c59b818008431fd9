"""Bimodality: whether beliefs in the claim fall into two heaps."""

from __future__ import annotations

import math

from sim.ground.cards import Card, Text
from sim.ground.statistics import FLAT, logistic_moments
from sim.state.public import by_claim
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Bimodality of belief", "Bimodalité de la croyance"),
    "Sarle's coefficient (skewness² + 1) / kurtosis of belief as a probability: 1 two heaps, 5/9 even; "
    "one strongly skewed heap scores high too",
    sources=("Pfister et al. 2013, Front Psychol, 10.3389/fpsyg.2013.00700 (without sample correction)",),
    unit="0..1",
)
WHEN = "end"
SEGMENTED = True
BY = "claims"


def measure(world: World, members: Members) -> dict[str, float]:
    """The coefficient over the people, by claim; NaN without people or if all believe alike."""
    people, belief = members.people, world.accounts.column("belief")
    moments = [logistic_moments(belief[:, k], people) for k in range(world.claims.n)]
    return by_claim(world, [_coefficient(*three) for three in moments])


def _coefficient(second: float, third: float, fourth: float) -> float:
    # skewness² = third² / second³ and kurtosis = fourth / second²
    return (third * third / second + second * second) / fourth if second > FLAT else math.nan

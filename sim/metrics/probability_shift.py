"""Probability shift: how far belief in the claim has moved since the start, as a probability."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.ground.statistics import logistic_sums
from sim.state.public import by_claim
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Belief shift (probability)", "Déplacement de la croyance (probabilité)"),
    "belief now minus belief before anything was heard, as a probability, mean over people",
    sources=("C1", "V35"),
    unit="probability",
)
WHEN = "end"
SEGMENTED = True
BY = "claims"


def measure(world: World, members: Members) -> dict[str, float]:
    """Mean shift of the people, by claim; NaN without people."""
    return by_claim(world, members.mean(logistic_sums, "belief") - members.mean(logistic_sums, "prior"))

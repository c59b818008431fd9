"""Probability shift: how far belief in the claim has moved since the start, as a probability."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.ground.statistics import logistic_sums, per_row
from sim.ground.types import B8
from sim.state.public import by_claim, public
from sim.state.world import World

CARD = Card(
    Text("Belief shift (probability)", "Déplacement de la croyance (probabilité)"),
    "belief now minus belief before anything was heard, as a probability, mean over people",
    sources=("C1", "V35"),
    unit="probability",
)
WHEN = "end"
SEGMENTED = True


def measure(world: World, members: B8) -> dict[str, float]:
    """Mean shift of the people, by claim; NaN without people."""
    accounts, people = world.accounts, public(world, members)
    now, before = (logistic_sums(accounts.column(name), people) for name in ("belief", "prior"))
    return by_claim(world, per_row(now - before, people))

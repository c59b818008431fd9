"""Reach of falsehood: the share of people who saw any false claim supported."""

from __future__ import annotations

import math

import numpy as np

from sim.ground.cards import Card, Text
from sim.ground.types import B8
from sim.state.public import false_claims, public
from sim.state.world import World

CARD = Card(
    Text("Reach of falsehood", "Portée des fausses affirmations"),
    "share of people who saw at least one post supporting any false claim",
    sources=("D3",),
    unit="share of people",
    better="lower",
)
WHEN = "series"
SEGMENTED = True


def measure(world: World, members: B8) -> float:
    """Share of the people who heard something false; NaN without people or false claims."""
    people, heard = public(world, members), world.accounts.column("heard")
    claims, number = false_claims(world), int(np.count_nonzero(people))
    if not number or not len(claims):
        return math.nan
    reached = np.zeros(world.n, np.bool_)
    for claim in claims:
        reached |= heard[:, claim] > 0
    return int(np.count_nonzero(reached & people)) / number

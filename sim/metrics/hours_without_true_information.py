"""Hours without true information: how long people waited for the first true word on the matter."""

from __future__ import annotations

import numpy as np

from sim.ground.cards import Card, Text
from sim.state.public import true_claims
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Hours without true information", "Heures sans information exacte"),
    "hours from the start until a person first saw a true claim supported, to the end for those who never did; mean",
    sources=("F16", "C14"),
    unit="h",
    better="lower",
)
WHEN = "end"
SEGMENTED = True


def measure(world: World, members: Members) -> float:
    """Mean hours until the first true word; NaN without people or true claims."""
    claims, rows = true_claims(world), np.flatnonzero(members.people)
    if not len(claims) or not len(rows):
        return np.nan
    clock, accounts = world.clock, world.accounts
    first = np.full(len(rows), clock.tick)
    for claim in claims:
        heard = accounts.heard[rows, claim] > 0
        first = np.where(heard, np.minimum(first, accounts.first_heard[rows, claim]), first)
    waited = np.maximum(first - clock.burn_in_ticks, 0)
    return float(waited.sum() / len(rows) * clock.hours_per_tick)

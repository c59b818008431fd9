"""Exposure diversity: whether people's feeds show them both opinion groups, or one only."""

from __future__ import annotations

import math

import numpy as np

from sim.ground.cards import Card, Text
from sim.ground.rules import rule
from sim.ground.types import B8, U32
from sim.state.public import public
from sim.state.world import World

CARD = Card(
    Text("Exposure diversity", "Diversité de l’exposition"),
    "mean over people of 4 p (1 - p), p the share of the posts they saw (burn-in included) that are by the "
    "other opinion group: 1 half and half, 0 one group only",
    sources=("Simpson 1949, Nature, 10.1038/163688a0 (index of diversity, scaled to 1)", "A85"),
    unit="0..1",
    better="higher",
)
WHEN = "series"
SEGMENTED = True


@rule()
def _mean(same: U32, other: U32, chosen: B8) -> float:
    total, people = 0.0, 0
    for i in range(same.size):
        seen = np.float64(same[i]) + np.float64(other[i])
        if chosen[i] and seen > 0.0:
            share = other[i] / seen
            total += 4.0 * share * (1.0 - share)
            people += 1
    return total / people if people > 0 else math.nan


def measure(world: World, members: B8) -> float:
    """Mean diversity over the people who saw anything; NaN if nobody did."""
    accounts = world.accounts
    return float(_mean(accounts.column("seen_same"), accounts.column("seen_other"), public(world, members)))

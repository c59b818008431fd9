"""Reach of falsehood: the share of people who saw any false claim supported."""

from __future__ import annotations

import math

import numpy as np

from sim.ground.cards import Card, Text
from sim.ground.rules import rule
from sim.ground.types import F64, I8, I32, U16
from sim.state.public import false_claims
from sim.state.survey import Members
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


@rule()
def _reached(heard: U16, true: I8, cell: I32, cells: int) -> F64:
    people = np.zeros((cells, 1))
    for i in range(heard.shape[0]):
        reached = 0.0
        for claim in range(heard.shape[1]):
            if true[claim] == 0 and heard[i, claim] > 0:
                reached = 1.0
        people[cell[i], 0] += reached
    return people


def measure(world: World, members: Members) -> float:
    """Share of the people who heard something false; NaN without people or false claims."""
    return float(members.mean(_reached, "heard", "true")[0]) if len(false_claims(world)) else math.nan

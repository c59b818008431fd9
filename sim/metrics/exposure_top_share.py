"""Concentration of exposure: what part of all exposure to falsehood the most exposed 1 % of people took."""

from __future__ import annotations

import numpy as np

from sim.ground.cards import Card, Text
from sim.ground.statistics import top_share
from sim.state.public import false_claims
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Exposure taken by the top 1 %", "Part de l’exposition des 1 % les plus exposés"),
    "share of all exposures to false claims that fell on the most exposed 1 % of people",
    sources=("A43", "A46", "V13"),
    unit="share of exposures",
)
WHEN = "end"
SEGMENTED = True
TOP = 0.01  # V13


def measure(world: World, members: Members) -> float:
    """Share of the top 1 %; NaN if nobody was exposed."""
    heard = world.accounts.column("heard")[members.people][:, false_claims(world)]
    return top_share(heard.sum(axis=1, dtype=np.int64), TOP)

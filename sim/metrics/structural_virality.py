"""Structural virality: whether the claim spread from person to person or by a few broadcasts."""

from __future__ import annotations

import math

from sim.ground.cards import Card, Text
from sim.state.survey import Members
from sim.state.trees import Forest, figure_by_claim
from sim.state.world import World

CARD = Card(
    Text("Structural virality", "Viralité structurelle"),
    "mean distance between two posts of a cascade supporting the claim, mean over the cascades of 10 posts "
    "or more: about 2 a broadcast, more a chain of people",
    sources=("D3", "V5", "Goel et al. 2016, Mgmt Sci, 10.1287/mnsc.2015.2158"),
    unit="hops",
)
WHEN = "end"
SEGMENTED = False
READS_RESHARES = True
BY = "claims"
LEAST = 10  # V5: smaller cascades are left out, since their virality hangs on their size alone


def measure(_world: World, members: Members) -> dict[str, float]:
    """Mean structural virality, by claim; NaN if no cascade is large enough."""
    return figure_by_claim(members, _mean)


def _mean(trees: Forest) -> float:
    large = trees.virality[trees.size >= LEAST].tolist()
    return math.fsum(large) / len(large) if large else math.nan

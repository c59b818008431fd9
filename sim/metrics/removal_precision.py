"""Precision of removals: how much of what was taken down broke the rules."""

from __future__ import annotations

import math

from sim.ground.cards import Card, Text
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Precision of removals", "Précision des retraits"),
    "share of the posts and accounts removed that broke the rules",
    sources=("C4", "A42"),
    unit="share",
    better="higher",
)
WHEN = "series"
SEGMENTED = False


def measure(world: World, _members: Members) -> float:
    """The share so far; NaN if nothing was removed."""
    right, wrong = world.ledger.removals, world.ledger.wrongful_removals
    return right / (right + wrong) if right + wrong else math.nan

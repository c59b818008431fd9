"""Feed diversity: how many different messages people's screens hold, as the entropy of their frequencies."""

from __future__ import annotations

import math

import numpy as np

from sim.ground.cards import Card, Text
from sim.ground.rules import rule
from sim.ground.types import I64
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Feed diversity", "Diversité des fils"),
    "Shannon entropy (natural logarithm) of the frequencies of posts on people's screens; on single-act platforms only",
    sources=("Shannon 1948", "Truong et al. 2024 (SimSoM)"),
    unit="nats",
    better="",
)
WHEN = "series"
SEGMENTED = True
SINGLE_ACTS = True


@rule()
def entropy(counts: I64) -> float:
    """-sum p ln p of the frequencies p that the counts give."""
    total, value = 0, 0.0
    for count in counts:
        total += count
    for count in counts:
        if count > 0:
            value -= count / total * math.log(count / total)
    return value


def measure(world: World, members: Members) -> float:
    """The entropy over all entries; NaN while the screens are empty."""
    shown = world.screens.post[members.people]
    ids = shown[shown > 0].astype(np.int64)
    return float(entropy(np.bincount(ids - ids.min()))) if len(ids) else math.nan

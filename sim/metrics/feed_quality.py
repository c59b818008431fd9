"""Feed quality: the mean quality of the posts on people's screens."""

from __future__ import annotations

import math

from sim.ground.cards import Card, Text
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Feed quality", "Qualité des fils"),
    "mean quality of the posts on people's screens, each counted once a screen; on single-act platforms only",
    sources=("V18", "Truong et al. 2024 (SimSoM)"),
    unit="0..1",
    better="higher",
)
WHEN = "series"
SEGMENTED = True
SINGLE_ACTS = True


def measure(world: World, members: Members) -> float:
    """The mean over all entries; NaN while the screens are empty."""
    shown = world.screens.post[members.people]
    quality = world.posts.quality[world.posts.rows(shown[shown > 0])]
    return float(quality.mean(dtype=float)) if len(quality) else math.nan

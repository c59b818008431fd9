"""Popularity and quality: whether the better messages are the more often shared ones."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Popularity follows quality", "La popularité suit la qualité"),
    "Kendall's tau-b, over the original posts not yet forgotten, of quality and times reshared; on single-act "
    "platforms only",
    sources=("Kendall 1945, Biometrika, 10.1093/biomet/33.3.239", "Truong et al. 2024 (SimSoM)"),
    unit="-1..1",
    better="higher",
)
WHEN = "end"
SEGMENTED = False
SINGLE_ACTS = True


def measure(world: World, _members: Members) -> float:
    """Tau-b with ties counted; NaN where nothing varies."""
    from scipy.stats import kendalltau

    posts = world.posts
    ids = posts.alive()
    rows = posts.rows(ids)
    originals = rows[posts.root[rows] == ids]
    return float(kendalltau(posts.quality[originals], posts.reshares[originals]).statistic)

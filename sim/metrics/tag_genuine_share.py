"""Genuine share of a tag: what part of the posts under a hashtag came from people."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.ground.statistics import ratios
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Genuine voices under a hashtag", "Voix authentiques sous un mot-dièse"),
    "share of the posts, replies and reshares under a hashtag whose author is a citizen or influencer",
    sources=("C15", "D3 (astroturfing)"),
    unit="share of posts",
    better="higher",
)
WHEN = "series"
SEGMENTED = False
BY = "tags"


def measure(world: World, _members: Members) -> dict[str, float]:
    """Share by tag; NaN if nobody posted under it, nothing where nobody uses tags."""
    tags = world.hashtags
    return dict(zip(tags.names, ratios(tags.genuine, tags.uses).tolist(), strict=True))

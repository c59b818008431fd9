"""Message share of a tag: how much of what was read under a hashtag said what the tag was made for."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.ground.statistics import ratios
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Message share of a hashtag", "Part du message initial sous un mot-dièse"),
    "share of the exposures to posts under a hashtag that take the side of the first post on a claim under it",
    sources=("C15",),
    unit="share of exposures",
)
WHEN = "series"
SEGMENTED = False
BY = "tags"


def measure(world: World, _members: Members) -> dict[str, float]:
    """Share by tag; NaN before anybody saw it, nothing where nobody uses tags."""
    tags = world.hashtags
    return dict(zip(tags.names, ratios(tags.seen_on_message, tags.seen).tolist(), strict=True))

"""Flood a hashtag: accounts fill a tag that others use with other matter, so that its subject is lost in it."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import plans, tags
from sim.state.codes import Act
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Flood an existing hashtag", "Saturation d’un mot-dièse existant"),
    idea="drowns the tag of others in matter beside the point; hashtag makes a tag of its own, flood inflates posts",
    sources=("C15", "A28"),
    disarm=("T0049.002",),
    cost=Cost(0.0056, source="A50"),
)
NEEDS = ("by",)


@dataclass(frozen=True)
class Params:
    """Which tag, how busily, and how much of it is to be taken."""

    tag: str = param("tag", "-", source="pack", doc="name of the tag")
    rate: float = param(24.0, "1/day", 0, 1000, source="assumed", doc="posts of each account")
    share_target: float = param(0.8, "share", 0, 1, source="assumed",
                                doc="of the posts of twelve hours; beyond it the operation waits")  # fmt: skip


USED = {"do": "hashtag", "hours": 48.0, "params": {"tag": "tag", "rate": 4.0}}
TRIAL = Trial(
    moves={"": "-tag_message_share.tag", "rate": "-tag_message_share.tag", "share_target": "-tag_message_share.tag"},
    entries={"used": USED, "trial": {"by": "trolls"}},
    tries={"tag": ("other",), "share_target": (0.2, 0.5)},
)


def during(world: World, entry: Entry) -> None:
    """Post under the tag as long as the flood has less of it than wanted."""
    params = entry.params
    if params.rate == 0.0 or params.share_target == 0.0:
        return
    tag = world.hashtags.number(params.tag)
    there = tags.recent_posts(world, tag)
    own = len(plans.written_by(world, there, entry.actors))
    if own > 0 and own >= params.share_target * len(there):
        return
    authors = plans.acting(world, entry, entry.actors, params.rate)
    world.drafts.append(len(authors), author=authors, act=Act.ORIGINAL, hashtag=tag)

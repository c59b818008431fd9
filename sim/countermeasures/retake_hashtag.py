"""Retake a hashtag: the own side and its friends fill a hostile tag with useful posts, and so keep it in the trends."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.ground.types import I32
from sim.state import acts, plans
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Retaking of a hashtag", "Reconquête d’un mot-dièse"),
    idea="answers where the rumour trends and feeds the noise there; a statement goes to one's own followers",
    sources=("C15", "A66"),
    disarm=("C00066",),
    rights="potentially_problematic",
    cost=Cost(0.0, 16.0),
    authority="ministry; citizens",
)
NEEDS = ("by",)


@dataclass(frozen=True)
class Params:
    """Which tag, how busily, and how many join in."""

    tag: str = param("tag", "-", source="pack", doc="name of the tag")
    rate: float = param(8.0, "1/day", 0, 1000, source="assumed", doc="posts of each of the own accounts")
    joiners: float = param(0.01, "share", 0, 1, source="assumed", doc="of their followers who join in")
    joiner_rate: float = param(1.0, "1/day", 0, 100, source="assumed", doc="posts of each of these")
    certainty: float = param(1.0, "0..1", 0, 1, source="assumed", doc="how firmly the own side denies")


USED = {"do": "hashtag", "by": "bots", "hours": 48.0, "params": {"tag": "tag", "rate": 4.0}}
CROWD = {"joiners": 0.3}
TRIAL = Trial(
    moves={"": "-tag_message_share.tag", "rate": "-tag_message_share.tag", "certainty": "-mean_belief"},
    entries={"trial": {}, "used": USED},
    tries={"tag": ("other",), "joiners": (0.2, 0.8)},
    needs={"joiner_rate": CROWD},
)


def cost(entry: Entry) -> Cost:
    """The hours that the posts take."""
    return plans.scaled(CARD, 1.0 if entry.params.rate else 0.0)


def during(world: World, entry: Entry) -> None:
    """Post under the tag: the truth about the claim, or, without a claim, something useful."""
    params = entry.params
    if params.rate == 0.0:
        return
    speakers = plans.acting(world, entry, entry.actors, params.rate)
    helpers = plans.acting(world, entry, _joiners(world, entry), params.joiner_rate, "helps")
    tag = world.hashtags.number(params.tag)
    _post(world, entry, speakers, tag, params.certainty)
    _post(world, entry, helpers, tag, min(params.certainty, acts.BARE_WORD))
    if len(speakers) and "spoke" not in entry.memory:
        entry.memory["spoke"] = world.clock.hour
        plans.own_side_speaks(world, entry)


def _joiners(world: World, entry: Entry) -> I32:
    """Followers of the own accounts who do not believe the claim and are keen enough."""
    followers = [world.network.followers(int(one)) for one in entry.actors]
    asked = np.unique(np.concatenate([np.empty(0, np.int32), *followers])).astype(np.int32)
    asked = asked[world.accounts.people()[asked]]
    if entry.claim >= 0 and world.claims.true[entry.claim] == 0:
        asked = asked[world.accounts.belief[asked, entry.claim] < 0.0]
    keen = world.draws.uniform(plans.stream(entry, "joins"), 0, asked) < entry.params.joiners
    return np.asarray(asked[keen])


def _post(world: World, entry: Entry, authors: I32, tag: int, certainty: float) -> None:
    if entry.claim < 0:
        world.drafts.append(len(authors), author=authors, hashtag=tag)
        return
    acts.post_claim(world, authors, entry.claim, plans.verdict(world, entry.claim), hashtag=tag, certainty=certainty)

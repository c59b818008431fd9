"""Genuine share: what part of the posts and reshares supporting a claim came from people."""

from __future__ import annotations

import numpy as np

from sim.ground.cards import Card, Text
from sim.ground.statistics import ratios
from sim.state.codes import Stance
from sim.state.public import by_claim
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Genuine share of posts", "Part des voix authentiques"),
    "share of the posts, replies and reshares supporting the claim whose author is a citizen or influencer",
    sources=("D3 (astroturfing)",),
    unit="share of posts",
)
WHEN = "end"
SEGMENTED = False
READS_RESHARES = True
BY = "claims"


def measure(world: World, _members: Members) -> dict[str, float]:
    """Share by claim; NaN if nobody posted on it."""
    people, claims = world.accounts.people(), world.claims.n
    made, genuine = np.zeros(claims, np.int64), np.zeros(claims, np.int64)
    for archive in (world.originals, world.reshares):
        chosen = (archive.column("stance") == Stance.SUPPORT) & (archive.column("claim") >= 0)
        claim, human = archive.column("claim")[chosen], people[archive.column("author")[chosen]]
        made += np.bincount(claim, minlength=claims)
        genuine += np.bincount(claim[human], minlength=claims)
    return by_claim(world, ratios(genuine, made))

"""Coordination: an alarm when a group of accounts passes on the same posts, at once, or uses tags in the same order."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.ground.likeness import centrality, cosines, traces
from sim.ground.types import F64, I64
from sim.state.codes import Act
from sim.state.sightings import Look
from sim.state.watching import ACCOUNTS, public_posts
from sim.state.world import World

CARD = Card(
    label=Text("Coordination network", "Réseau de coordination"),
    idea="names accounts that behave too much alike; the others see how much is posted, not by whom",
    sources=("C13", "A114"),
)
ABOUT = ACCOUNTS
TAGS = 1 << 16  # more than there are hashtags
Left = tuple[I64, I64]  # accounts, and what each left


@dataclass(frozen=True)
class Params:
    """Who is compared, and how alike accounts must be."""

    hours: float = param(48.0, "h", 1, 8760, source="assumed", doc="how far back it looks, as long as feeds do")
    every: float = param(6.0, "h", 1, 8760, source="assumed", doc="time between looks")
    least: int = param(5, "reshares", 1, 1_000_000, source="assumed", doc="who reshared less is not compared")
    most: int = param(1000, "accounts", 2, 5000, source="assumed", doc="how many are compared, the busiest first")
    common: int = param(3, "things", 1, 1_000_000, source="assumed", doc="pairs with fewer in common are not alike")
    similar: float = param(0.5, "cosine", 0, 1, source="assumed", doc="pairs less alike than this are not")
    edges: float = param(0.005, "share", 0, 1, source="C13", doc="pairs kept at most, of all pairs who reshared")
    central: float = param(0.1, "share", 0, 1, source="assumed", doc="centrality needed, of the highest")
    group: int = param(5, "accounts", 2, 1_000_000, source="assumed", doc="a smaller group is no alarm")
    staff: float = param(4.0, "h", 0, 1000, source="assumed", doc="staff hours that one alarm takes")


TRIAL = Trial(
    moves={"least": "-alerts", "group": "-alerts", "every": "-alerts"},
    tries={"every": (4.0, 12.0), "least": (10, 200), "most": (4, 8), "common": (10, 100), "similar": (0.2, 0.9),
           "edges": (0.00001, 0.0005), "group": (3, 60), "central": (0.3, 0.9), "hours": (4.0, 12.0)},
    needs={"central": {"group": 12, "similar": 0.2}, "hours": {"least": 8}},
)  # fmt: skip


def watch(world: World, params: Params) -> Look | None:
    """Who behaved alike in the last days; it looks every few hours."""
    if not world.clock.starts_every(params.every):
        return None
    rows = public_posts(world, params.hours)
    passed = rows[world.posts.act[rows] == Act.RESHARE]
    account, reshares = np.unique(world.posts.author[passed], return_counts=True)
    busiest = np.argsort(-reshares, kind="stable")[: params.most]
    compared = np.sort(account[busiest[reshares[busiest] >= params.least]]).astype(np.int64)
    if len(compared) < 2:
        return Look(np.zeros(1), np.zeros(1, np.bool_))
    kept = round(params.edges * len(account) * (len(account) - 1) / 2.0)
    central = _central(_alike(world, rows, passed, compared, params), kept, params)
    known = central > 0.0
    accused = central[known] >= params.central
    number = int(accused.sum())
    return Look(np.array([float(number)]), np.array([number >= params.group]), compared[known].astype(np.int32),
                central[known], accused & (number >= params.group))  # fmt: skip


def _alike(world: World, rows: I64, passed: I64, compared: I64, params: Params) -> F64:
    """The highest likeness of each pair, of all that they left (a fused network, A114)."""
    most = np.zeros((len(compared), len(compared)))
    everybody = len(np.unique(world.posts.author[rows]))
    for account, thing in (_same_post(world, passed), _at_once(world, passed), _tags_in_order(world, rows)):
        if len(account):
            most = np.maximum(most, cosines(traces(account, thing), compared, everybody, params.common))
    return np.where(most >= params.similar, most, 0.0)


def _central(alike: F64, kept: int, params: Params) -> F64:
    """Centrality of each account in the network of the most alike pairs."""
    one, other = np.nonzero(np.tril(alike) > 0.0)
    order = np.argsort(-alike[one, other], kind="stable")[:kept]
    ends = [side[order].astype(np.int32) for side in (one, other)]
    score = centrality(ends[0], ends[1], alike[ends[0], ends[1]], len(alike))
    return np.where(score >= 0.01 * params.central, score, 0.0)


def _same_post(world: World, passed: I64) -> Left:
    """Which originals were passed on."""
    return world.posts.author[passed].astype(np.int64), world.posts.root[passed].astype(np.int64)


def _at_once(world: World, passed: I64) -> Left:
    """Which originals were passed on in the same tick, which stands for 60 seconds (C13)."""
    first = int(world.posts.tick[passed].min(initial=0))
    span = int(world.posts.tick[passed].max(initial=0)) - first + 1
    account, post = _same_post(world, passed)
    return account, post * span + world.posts.tick[passed] - first


def _tags_in_order(world: World, rows: I64) -> Left:
    """Which hashtags followed on which others."""
    tagged = rows[world.posts.hashtag[rows] >= 0]
    tagged = tagged[np.argsort(world.posts.author[tagged], kind="stable")]
    account, tag = world.posts.author[tagged].astype(np.int64), world.posts.hashtag[tagged].astype(np.int64)
    follows = (account[1:] == account[:-1]) & (tag[1:] != tag[:-1])
    return account[1:][follows], (tag[:-1] * TAGS + tag[1:])[follows]

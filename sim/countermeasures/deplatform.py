"""Deplatform: a platform bans one named voice; those who believe it cry out, trust the platform less, or follow it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.ground.types import I32
from sim.state import acts, moving, plans, sanctions, service
from sim.state.codes import Source, Stance
from sim.state.removals import begin_anew, book, returning, suspend
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Deplatforming", "Bannissement d’un compte"),
    idea="bans whom everybody knows, on one platform or all; removal of suspicious accounts hits the nameless",
    sources=("A87", "C22", "C10"),
    disarm=("C00133", "C00135"),
    rights="potentially_problematic",
    cost=Cost(0.0, 40.0),
    authority="platform",
)


@dataclass(frozen=True)
class Params:
    """Who is banned, where, and what those who believe it make of that."""

    target: str = param("", "-", source="pack", doc="actor or operation that is banned")
    delay: float = param(12.0, "h", 0, 1000, source="A88", doc="from the decision to the ban")
    everywhere: bool = param(False, "-", source="C00135", doc="on all platforms; else on the one at hand")
    distrust: float = param(0.5, "events", 0, 100, source="C7, size assumed",
                            doc="bad experience with the platform for followers who believe the claim")  # fmt: skip
    outcry: float = param(0.05, "share", 0, 1, source="assumed; martyr effect", doc="of those who post on the claim")
    follow_over: float = param(0.1, "share", 0, 1, source="A87, sign only", doc="of those who go where it still is")
    moved: float = param(0.5, "share", 0, 1, source="assumed", doc="part of their time here that they take along")
    returns: float = param(0.1, "1/month", 0, 100, source="C22", doc="rate at which it comes back anew")
    kept: float = param(0.2, "share", 0, 1, source="assumed", doc="followers who find it again")


CHAT = {"scenario.layers.chat.platform": "closed_chat", "scenario.layers.chat.closed": True,
        "scenario.timeline.inside": {"do": "publish", "at": 0.0, "claim": "rumour", "by": "herald",
                                     "on": "chat"}}  # fmt: skip
CREDULOUS = {"scenario.claims.rumour.plausibility": 0.5}
TRIAL = Trial(
    moves={"": "-total_exposure", "delay": "+total_exposure", "everywhere": "-total_exposure",
           "distrust": "-trust.platform", "outcry": "+total_exposure", "follow_over": "+displacement.rumour",
           "moved": "+displacement.rumour", "returns": "+visits", "kept": "+total_exposure"},
    needs={"everywhere": CHAT, "follow_over": CHAT | CREDULOUS,
           "moved": CHAT | CREDULOUS | {"follow_over": 1.0}, "distrust": CREDULOUS, "outcry": CREDULOUS,
           "kept": {"returns": 100.0}},
    tries={"target": ("trolls",), "delay": (6.0, 24.0), "outcry": (0.3, 1.0), "follow_over": (0.5, 1.0),
           "moved": (0.1, 1.0), "returns": (30.0, 100.0), "kept": (0.0, 1.0), "distrust": (2.0, 8.0)},
    entries={"trial": {"params": {"target": "herald"}}, "other": {"params": {"delay": 2.0}}},
)  # fmt: skip


def cost(entry: Entry) -> Cost:
    """The work of making the case, if anybody is named."""
    return plans.scaled(CARD, 1.0 if entry.params.target else 0.0)


def during(world: World, entry: Entry) -> None:
    """Ban once, after the delay; some come back."""
    params = entry.params
    if not params.target:
        return
    banned = world.named[params.target]
    if plans.due(world, entry, params.delay):
        believers = _believers(world, entry, banned)
        _ban(world, entry, banned)
        _resent(world, entry, believers)
        if not params.everywhere:
            _follow_over(world, entry, believers, banned)
    elif plans.in_force(world, entry, params.delay):
        begin_anew(world, entry, returning(world, entry, banned, params.returns), params.kept)


def _believers(world: World, entry: Entry, banned: I32) -> I32:
    """Followers who believe a claim of the entry, more likely than not."""
    followers = np.unique(np.concatenate([world.network.followers(int(one)) for one in banned]))
    able = followers[world.accounts.people()[followers] & world.accounts.can_act()[followers]]
    belief = world.accounts.belief[able][:, plans.claims_of(world, entry)]
    return np.asarray(able[(belief > 0.0).any(axis=1)], np.int32)


def _ban(world: World, entry: Entry, banned: I32) -> None:
    blameless = plans.blameless(world, banned)
    innocent = banned[blameless]
    sanctions.on_accounts(world, "suspend", entry, banned, blameless)
    book(world, len(banned) - len(innocent), len(innocent))
    if not entry.params.everywhere:
        suspend(world, banned)
        return
    for _ in service.each_layer(world):
        suspend(world, banned)


def _resent(world: World, entry: Entry, believers: I32) -> None:
    """Who believes them trusts the platform less, and some cry out: the martyr effect."""
    params = entry.params
    world.accounts.trust_against[believers, Source.PLATFORM] += np.float32(params.distrust)
    if entry.claim >= 0:
        loud = believers[world.draws.uniform(plans.stream(entry, "cries out"), 0, believers) < params.outcry]
        acts.post_claim(world, loud, entry.claim, Stance.SUPPORT)


def _follow_over(world: World, entry: Entry, believers: I32, banned: I32) -> None:
    """Some take their time to another platform, where they still hear them."""
    to, params = service.layer_of(world, ""), entry.params
    if to == -1:
        return
    open_to = believers[world.layers[world.layer].weight[believers] > 0]
    going = open_to[world.draws.uniform(plans.stream(entry, "goes along"), 0, open_to) < params.follow_over]
    moving.move_over(world, to, going, params.moved, int(banned[0]))
    world.note("migrate", entry.name, f"{len(going)}")

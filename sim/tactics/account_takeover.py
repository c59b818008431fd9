"""Account takeover: strangers post the claim with an official account’s trust and followers, until it is won back."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.ground.types import B8, I32, I64
from sim.state import acts, plans, speech
from sim.state.codes import Kind, Stance, Status
from sim.state.forgiving import SOON, forgive
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Account takeover", "Prise de contrôle d’un compte"),
    idea="speaks with the real account of another; look-alikes and impersonators only resemble it",
    sources=("C17", "A103", "A104"),
    disarm=("T0150.005",),
)
READS_AUDIENCE = True


@dataclass(frozen=True)
class Params:
    """How likely it succeeds, what is posted, and how soon the owner has the account back."""

    target: str = param(
        "", "-", source="pack", doc="actor whose accounts are attacked; empty: the most followed of the audience"
    )
    chance: float = param(0.5, "prob", 0, 1, source="assumed", doc="P(an unguarded account is lost)")
    posts: int = param(1, "posts", 0, 1000, source="A103", doc="posts of each lost account at once")
    rate: float = param(24.0, "1/day", 0, 1000, source="assumed", doc="further posts of each until it is won back")
    noticed: float = param(
        0.17, "h", 0, 1000, source="C17", doc="mean time until the owner of a much-watched account notices"
    )
    noticed_late: float = param(6.0, "h", 0, 1000, source="C17", doc="mean time until any other owner notices")
    locked: float = param(
        0.25, "h", 0, 1000, source="C17", doc="mean time from there until the platform locks the strangers out"
    )
    explains: float = param(0.9, "prob", 0, 1, source="assumed", doc="P(the owner then says what happened)")


TRIAL = Trial(
    moves={
        "": "+hijacked_reach",
        "chance": "+hijacked_reach",
        "posts": "+hijacked_reach",
        "rate": "+hijacked_reach",
        "noticed": "+hijacked_reach",
        "noticed_late": "+hijacked_reach",
        "locked": "+hijacked_reach",
    },
    tries={"target": ("embassy",), "noticed": (6.0, 24.0), "locked": (6.0, 24.0), "noticed_late": (0.5, 30.0)},
    needs={"noticed_late": {"target": "bots"}, "chance": {"target": "bots"}, "rate": {"noticed": 24.0}},
    entries={"trial": {"params": {"chance": 1.0}}},
)


WATCHED = (Kind.STATE_ACCOUNT, Kind.MEDIA_OUTLET, Kind.INFLUENCER)  # C17: high-profile accounts


def begin(world: World, entry: Entry) -> None:
    """Try each account; who gets hold of one keeps it for as long as its owner and the platform take."""
    accounts, params = world.accounts, entry.params
    asked = plans.able(world, _targets(world, entry))
    luck = world.draws.uniform(plans.stream(entry, "lost"), 0, asked)
    lost = asked[luck < params.chance * (1.0 - accounts.guarded[asked].astype(np.float64))]
    accounts.status[lost] = Status.COMPROMISED
    recovers = [world.clock.tick + plans.ticks(world, _held(world, entry, int(row))) for row in lost]
    followers = world.network.in_degree[lost]
    world.takeovers.append(len(lost), account=lost, taken=world.clock.tick, recovers=recovers, followers=followers)
    for row in lost.tolist():
        world.note("takeover", entry.name, str(row))
    acts.post_claim(world, np.repeat(lost, params.posts), entry.claim, Stance.SUPPORT)


def during(world: World, entry: Entry) -> None:
    """Go on posting, count who sees it, and give back what is won back."""
    table = world.takeovers
    mine = _mine(world, entry)
    _take_down(world, entry, mine & (table.column("recovered") == world.clock.tick - 1))
    held = np.flatnonzero(mine & (table.column("recovered") < 0))
    if not len(held):
        return
    for place in held.tolist():
        table.views[place] = _views(world, place, entry)
    back = held[table.recovers[held] <= world.clock.tick]
    for place in back.tolist():
        _recover(world, entry, place)
    still = table.account[held[table.recovers[held] > world.clock.tick]]
    authors = plans.acting(world, entry, still, entry.params.rate) if world.clock.tick > entry.begun else still[:0]
    acts.post_claim(world, authors, entry.claim, Stance.SUPPORT)


def end(world: World, entry: Entry) -> None:
    """The strangers give up whatever they still hold."""
    mine = _mine(world, entry)
    for place in np.flatnonzero(mine & (world.takeovers.column("recovered") < 0)).tolist():
        _recover(world, entry, place)
    _take_down(world, entry, mine & (world.takeovers.column("recovered") >= world.clock.tick - 1))


def _mine(world: World, entry: Entry) -> B8:
    table = world.takeovers
    return np.asarray(np.isin(table.column("account"), _targets(world, entry)) & (table.column("taken") == entry.begun))


def _targets(world: World, entry: Entry) -> I32:
    if entry.params.target:
        return speech.actor(world, entry, entry.params.target)
    return plans.most_followed(world, entry.audience, 1)


def _held(world: World, entry: Entry, row: int) -> float:
    """Hours until an account is won back: exponential times of noticing and locking."""
    luck = world.draws.uniform(plans.stream(entry, "held"), 0, np.array([row, row]), np.array([0, 1]))
    notices = entry.params.noticed if world.accounts.kind[row] in WATCHED else entry.params.noticed_late
    return float(-math.log(1.0 - luck[0]) * notices - math.log(1.0 - luck[1]) * entry.params.locked)


def _views(world: World, place: int, entry: Entry) -> int:
    rows = world.posts.rows(_strangers_posts(world, place, entry))
    return int(world.posts.views[rows].sum())


def _strangers_posts(world: World, place: int, entry: Entry) -> I64:
    """What was posted from the account before it was won back."""
    ids = plans.originals_on(world, entry.claim, Stance.SUPPORT, entry.begun)
    rows, table = world.posts.rows(ids), world.takeovers
    until = table.recovered[place] if table.recovered[place] >= 0 else world.clock.tick
    return np.asarray(ids[(world.posts.author[rows] == table.account[place]) & (world.posts.tick[rows] < until)])


def _recover(world: World, entry: Entry, place: int) -> None:
    """The owner has it back, and mostly explains (C7: soon, it costs less)."""
    table, claim = world.takeovers, entry.claim
    account = int(table.account[place])
    table.recovered[place] = world.clock.tick
    world.accounts.status[account] = Status.ACTIVE
    world.note("recovery", entry.name, str(account))
    if world.draws.one(plans.stream(entry, "explains"), 0, account) >= entry.params.explains:
        return
    acts.post_claim(world, np.array([account]), claim, Stance.DENY)
    if (world.clock.tick - table.taken[place]) * world.clock.hours_per_tick <= SOON:
        forgive(world, claim, int(world.accounts.source[account]), plans.stream(entry, "forgive"))


def _take_down(world: World, entry: Entry, won_back: B8) -> None:
    """The strangers’ posts go a tick after they lost the account, since they came out a tick after they had it."""
    for place in np.flatnonzero(won_back).tolist():
        world.takeovers.views[place] = _views(world, place, entry)
        world.posts.removed[world.posts.rows(_strangers_posts(world, place, entry))] = 1

"""Removals: accounts that lose their place, what their followers make of it, and how some come back."""

from __future__ import annotations

import numpy as np

from sim.ground.types import I32, AnyArray
from sim.state import factors, plans
from sim.state.codes import Source, Status
from sim.state.duties import give_reasons
from sim.state.timeline import Entry
from sim.state.world import World

HOURS_IN_MONTH = 720.0


def suspend(world: World, accounts: AnyArray) -> None:
    """Take accounts and all their living posts off the platform at hand."""
    world.accounts.status[accounts] = Status.SUSPENDED
    plans.take_down_posts(world, accounts)


def reinstate(world: World, accounts: AnyArray) -> None:
    """Give accounts their place and their posts back."""
    world.accounts.status[accounts] = Status.ACTIVE
    plans.take_down_posts(world, accounts, removed=0)


def book(world: World, right: int, wrong: int) -> None:
    """Book so many removals of posts or accounts, and tell those whom they hit why, where a rule asks for it."""
    world.ledger.removals += right
    world.ledger.wrongful_removals += wrong
    give_reasons(world, right + wrong)


def distrust_platform(world: World, authors: AnyArray, events: float) -> None:
    """Each removal is a bad experience with the platform for those who follow the author."""
    for author in authors.tolist():
        world.accounts.trust_against[world.network.followers(author), Source.PLATFORM] += np.float32(events)


def returning(world: World, entry: Entry, gone: I32, per_month: float) -> I32:
    """Those among accounts removed who come back in this tick under new names, if they can sign up (C22)."""
    gone = gone[world.accounts.status[gone] == Status.SUSPENDED]
    chance = min(1.0, per_month * world.clock.hours_per_tick / HOURS_IN_MONTH) * factors.product(world, factors.SIGN_UP)
    return gone[world.draws.uniform(plans.stream(entry, "returns"), world.clock.tick, gone) < chance]


def begin_anew(world: World, entry: Entry, accounts: I32, kept: float) -> None:
    """Let accounts start again as new ones do: without old posts, and with a share of their followers."""
    if not len(accounts):
        return
    world.accounts.status[accounts] = Status.ACTIVE
    lost = []
    for account in accounts.tolist():
        followers = world.network.followers(account)
        gone = followers[world.draws.uniform(plans.stream(entry, "finds again"), 0, followers, account) >= kept]
        lost.append((gone, np.full(len(gone), account, np.int32)))
    none = np.empty(0, np.int64)
    source, target = (np.concatenate(ends) for ends in zip(*lost, strict=True))
    world.network = world.network.edited(source, target, none, none)

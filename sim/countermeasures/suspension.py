"""Suspension: whoever has spread falsehoods so many times loses the account, some by mistake."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.ground.types import I32, AnyArray
from sim.state import plans, removals, sanctions
from sim.state.accounts import rows_of
from sim.state.codes import Stance
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Suspension of repeat spreaders", "Suspension des récidivistes"),
    idea="removes people and bots for what they did again and again; a takedown removes bots for what they are",
    sources=("A87", "C4", "C22", "V23"),
    disarm=("C00133",),
    rights="potentially_problematic",
    cost=Cost(0.0, 40.0),
    authority="platform",
)


@dataclass(frozen=True)
class Params:
    """What is a strike, how many cost the account, and whose strikes are counted at all."""

    strikes: int = param(3, "strikes", 1, 1000, source="C4", doc="falsehoods after which an account is suspended")
    recall: float = param(0.8, "prob", 0, 1, source="A42", doc="P(strike) for a post or reshare of a false claim")
    false_alarm: float = param(0.0005, "prob", 0, 1, source="assumed", doc="P(strike) for any other")
    followers: int = param(0, "accounts", 0, 1_000_000_000, source="assumed", doc="least audience that is looked at")
    delay: float = param(12.0, "h", 0, 1000, source="A88", doc="from the last strike to the suspension")


TRIAL = Trial(
    moves={
        "": "-total_exposure",
        "strikes": "+total_exposure",
        "recall": "-total_exposure",
        "false_alarm": "+wrongful_removals",
        "followers": "+total_exposure",
        "delay": "+total_exposure",
    },
    tries={"followers": (20, 60)},
)


def cost(entry: Entry) -> Cost:
    """The work of agreeing on it with the platform, if it is to look for anything."""
    return plans.scaled(CARD, 1.0 if entry.params.recall else 0.0)


def during(world: World, entry: Entry) -> None:
    """Book the strikes of the last tick, and suspend whose time has come."""
    if entry.params.recall == 0:
        return
    right, wrong, since = (_kept(world, entry, what) for what in ("right", "wrong", "since"))
    _book(world, entry, right, wrong)
    struck = (right + wrong >= entry.params.strikes) & (since == 0)
    since[struck] = world.clock.tick + 1  # 0 is never
    wait = plans.ticks(world, entry.params.delay)
    due = rows_of((since > 0) & (since - 1 + wait <= world.clock.tick))
    _suspend(world, entry, plans.able(world, due), right < entry.params.strikes)


def _kept(world: World, entry: Entry, what: str) -> I32:
    return world.memory.setdefault(plans.stream(entry, what), np.zeros(world.n, np.int32))


def _book(world: World, entry: Entry, right: I32, wrong: I32) -> None:
    posts, ids = world.posts, plans.posts_since(world, world.clock.tick - 1)
    author = posts.author[posts.rows(ids)]
    ids = ids[world.network.in_degree[author] >= entry.params.followers]
    rows = posts.rows(ids)
    about = (posts.claim[rows] >= 0) & (posts.stance[rows] == Stance.SUPPORT)
    false = about & np.append(world.claims.column("true") == 0, False)[posts.claim[rows]]
    meant = false & plans.supporting(world, entry, ids)
    for mask, chance, count in ((meant, entry.params.recall, right), (~false, entry.params.false_alarm, wrong)):
        struck = plans.drawn(world, entry, ids[mask], chance)
        np.add.at(count, posts.author[posts.rows(struck)], 1)


def _suspend(world: World, entry: Entry, accounts: I32, innocent: AnyArray) -> None:
    if not len(accounts):
        return
    sanctions.on_accounts(world, "suspend", entry, accounts, innocent[accounts])
    removals.suspend(world, accounts)
    mistakes = int(np.count_nonzero(innocent[accounts]))
    removals.book(world, len(accounts) - mistakes, mistakes)

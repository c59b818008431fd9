"""Worlds made by hand: a graph from its follows, accounts that wake and read everything, phases one by one."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from types import ModuleType
from typing import Any

import numpy as np

from sim.beliefs.log_odds import Params as LogOdds
from sim.day.believe import believe
from sim.day.deliver import deliver
from sim.day.rank import rank
from sim.day.see import see
from sim.day.share import share
from sim.feeds.chronological import Params as Chronological
from sim.ground.clock import Clock
from sim.ground.draws import Draws
from sim.ground.network import Network
from sim.ground.types import AnyArray
from sim.state.accounts import Accounts
from sim.state.claims import Claims
from sim.state.codes import Source
from sim.state.hashtags import Hashtags
from sim.state.inbox import Inbox
from sim.state.names import Names
from sim.state.platform import Platform
from sim.state.tallies import Tallies
from sim.state.world import Ideas, World

# everything that waits is shown and nothing happens by itself
PLAIN: dict[str, Any] = {
    "patience": 1e9, "freshness": 1e9, "novelty": 0.0, "recommended": 0.0,
    "merge_duplicates": False, "share_rate": 0.0, "like_ratio": 0.0, "reply_rate": 0.0, "claim_talk": 0.0,
    "report_rate": 0.0, "unfollow_rate": 0.0, "discord_unfollow": 0.0, "offence": 0.0, "follow_rate": 0.0,
}  # fmt: skip


@dataclass(frozen=True)
class Ties:
    """A graph by hand: how many accounts, and rows (u, v) that say "u follows v"."""

    n: int
    follows: AnyArray

    def times(self, copies: int) -> Ties:
        """Many copies of the graph side by side: one run of them is as many runs."""
        shift = self.n * np.arange(copies)[:, None, None]
        return Ties(self.n * copies, (self.follows[None] + shift).reshape(-1, 2))


def ties(n: int, *follows: tuple[int, int]) -> Ties:
    """The graph of these follows."""
    return Ties(n, np.array(follows, np.int64).reshape(-1, 2))


def mutual(n: int, *pairs: tuple[int, int]) -> Ties:
    """The graph in which each pair follow each other."""
    return ties(n, *pairs, *(pair[::-1] for pair in pairs))


def line(n: int) -> Ties:
    """Each follows the one before: news travels down the line."""
    return ties(n, *((u + 1, u) for u in range(n - 1)))


def star(n: int) -> Ties:
    """Everybody follows the first."""
    return ties(n, *((u, 0) for u in range(1, n)))


def complete(n: int) -> Ties:
    """Everybody follows everybody else."""
    return ties(n, *((u, v) for u in range(n) for v in range(n) if u != v))


LOG_ODDS, CHRONOLOGICAL = LogOdds(), Chronological()


def world_of(graph: Ties, *, claims: int = 0, belief: Any = LOG_ODDS, feed: Any = CHRONOLOGICAL, seed: int = 1,
             minutes: float = 15.0, **platform: Any) -> World:  # fmt: skip
    """A world of citizens who read whatever reaches them; what is not said about the platform is `PLAIN`.

    `belief` and `feed` are the params of the rules, which say what rules they are.
    """
    accounts = Accounts(graph.n, {"claim": claims, "source": len(Source), "technique": 1})
    accounts.attention[:] = 1e9
    told = Claims()
    told.append(claims, label_kind=1, downrank=1, spread_factor=1, pitch=0.3)
    told.trim()
    network, _, _ = Network.from_arcs(graph.n, graph.follows[:, 0], graph.follows[:, 1])
    return World(
        clock=Clock(minutes, datetime(2031, 3, 14, tzinfo=UTC), 0, 10_000), draws=Draws(seed), network=network,
        names=Names(claims=tuple(f"claim_{k}" for k in range(claims))), platform=Platform(**(PLAIN | platform)),
        accounts=accounts, claims=told, inbox=Inbox(graph.n), hashtags=Hashtags(()), tallies=Tallies(claims),
        ideas=Ideas(_rule_of(belief), belief, _rule_of(feed), feed), timeline=[],
    )  # fmt: skip


def _rule_of(params: Any) -> ModuleType:
    return sys.modules[type(params).__module__]


def all_awake(world: World) -> None:
    """Everybody opens one session, whatever the hour."""
    world.awake = np.arange(world.n, dtype=np.int32)
    world.sessions = np.ones(world.n)


def convinced(world: World, rows: Any, log_odds: float) -> None:
    """Let some accounts have believed this from the start, on every claim."""
    for name in ("belief", "prior", "anchor"):
        getattr(world.accounts, name)[rows] = log_odds


Phase = Callable[[World], None]
READING: tuple[Phase, ...] = (all_awake, rank, see, believe, share, deliver)


def pass_ticks(world: World, ticks: int = 1, phases: Sequence[Phase] = READING) -> None:
    """Let some ticks pass in which everybody reads and whatever is decided is delivered."""
    for _ in range(ticks):
        for phase in phases:
            phase(world)
        world.clock.tick += 1


def post(world: World, authors: Any, **told: Any) -> None:
    """Let accounts write; the posts are delivered at once and seen in the next tick."""
    rows = np.atleast_1d(np.asarray(authors, np.int32))
    world.drafts.append(len(rows), author=rows, **told)
    deliver(world)

"""Watching: what an observer of the platform writes down in one run, tick by tick, and nothing hidden."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim import Model, Settings

Array = NDArray[Any]
EVERY = 8  # views are followed for every eighth original: enough for medians, an eighth of the memory


@dataclass(frozen=True)
class Log:
    """The log of one run; ticks count from the first tick of the burn-in.

    `posts` has one row for each post since the first tick: id, root, parent, author, tick, and the local
    hour of its author. `views` has one row for each time somebody saw one of the followed originals:
    root, tick. `by_degree` counts, for each number of followers that an account had before follows
    changed, such accounts and the followers they gained.
    """

    minutes: float
    first_tick: int  # of the measured days, after the burn-in
    last_tick: int
    accounts: int
    people: Array  # rows of citizens and influencers
    posts: dict[str, Array]
    views: dict[str, Array]
    visits_by_hour: Array  # (24), sessions by local hour
    network: Any  # follow graph as it stands at the end
    by_degree: dict[str, Array]
    totals: dict[str, int]


@dataclass
class Watcher:
    """Writes the log of a world while it lives."""

    model: Model
    posts: dict[str, list[Array]] = field(
        default_factory=lambda: {name: [] for name in ("id", "root", "parent", "author", "tick", "local_hour")}
    )
    views: dict[str, list[Array]] = field(default_factory=lambda: {"root": [], "tick": []})
    visits_by_hour: Array = field(default_factory=lambda: np.zeros(24, np.int64))
    by_degree: dict[str, Array] = field(default_factory=dict)

    def step(self) -> None:
        """Let a tick pass and write down what was posted, seen and followed in it."""
        world = self.model.world
        tick, newest, network = world.clock.tick, world.posts.last, world.network
        hours = np.array([int(world.clock.local_hour(offset)) for offset in world.utc_offsets])
        measured = world.clock.hour >= 0
        self.model.step()
        self._posted(np.arange(newest + 1, world.posts.last + 1), tick, hours)
        self._seen(tick)
        if measured:
            self.visits_by_hour += np.bincount(hours[world.accounts.country[world.awake]], minlength=24)
            if world.network is not network:
                self._followed(network, world.network)

    def log(self) -> Log:
        """All that was written down."""
        world = self.model.world
        clock = world.clock
        return Log(
            minutes=clock.minutes,
            first_tick=clock.burn_in_ticks,
            last_tick=clock.last_tick,
            accounts=world.n,
            people=np.flatnonzero(world.accounts.people()),
            posts={name: np.concatenate(parts) for name, parts in self.posts.items()},
            views={name: np.concatenate(parts) for name, parts in self.views.items()},
            visits_by_hour=self.visits_by_hour,
            network=world.network,
            by_degree=self.by_degree,
            totals={name: world.tallies.total(name) for name in world.tallies.TOTALS},
        )

    def _posted(self, ids: Array, tick: int, hours: Array) -> None:
        posts, accounts = self.model.world.posts, self.model.world.accounts
        rows = posts.rows(ids)
        author = posts.author[rows]
        found = {"id": ids, "root": posts.root[rows], "parent": posts.parent[rows], "author": author}
        found |= {"tick": np.full(len(ids), tick), "local_hour": hours[accounts.country[author]]}
        for name, values in found.items():
            self.posts[name].append(np.asarray(values, np.int32))

    def _seen(self, tick: int) -> None:
        world = self.model.world
        roots = world.posts.root[world.posts.rows(world.exposures.column("post"))]
        followed = roots[roots % EVERY == 0]
        self.views["root"].append(followed)
        self.views["tick"].append(np.full(len(followed), tick, np.int32))

    def _followed(self, before: Any, after: Any) -> None:
        degree = before.in_degree
        gained = np.bincount(new_targets(before, after), minlength=before.n)
        counts = {"accounts": np.bincount(degree), "gained": np.bincount(degree, gained)}
        for name, values in counts.items():
            known = self.by_degree.get(name, np.zeros(0))
            room = np.zeros(max(len(known), len(values)))
            room[: len(known)] += known
            room[: len(values)] += values
            self.by_degree[name] = room


def new_targets(before: Any, after: Any) -> Array:
    """Whom the new follows point at."""
    old, new = (source.astype(np.int64) * before.n + target for source, target in map(_arcs, (before, after)))
    return np.setdiff1d(new, old, assume_unique=True) % before.n


def _arcs(network: Any) -> tuple[Array, Array]:
    source, target = network.arc_list()
    return source, target


def watch(settings: Settings) -> Log:
    """Run the settings from the first tick to the last and hand over the log."""
    watcher = Watcher(Model(settings))
    while not watcher.model.finished:
        watcher.step()
    return watcher.log()

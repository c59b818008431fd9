"""Own rules: a user's function in place of the belief rule, or of the rule who reshares."""

from __future__ import annotations

import numpy as np

from sim.ground.own import Own, Rules
from sim.ground.problems import raise_if_any, unknown
from sim.ground.types import F64, AnyArray
from sim.state.accounts import Accounts
from sim.state.claims import Claims
from sim.state.exposures import Exposures, Impressions
from sim.state.posts import Posts
from sim.state.world import World

OF_READERS = tuple(name for name, column in Accounts.COLUMNS.items() if column.shape in ((), ("claim",)))
OF_AUTHORS = tuple(f"author_{name}" for name, column in Accounts.COLUMNS.items() if not column.shape)
OF_POSTS = tuple(name for name, column in Posts.COLUMNS.items() if not column.shape)
KNOWN = {
    "belief": (*(name for name in Impressions.COLUMNS if name != "change"), *OF_READERS, *Claims.COLUMNS),
    "share": (*Exposures.COLUMNS, "age", *OF_POSTS, *OF_READERS, *OF_AUTHORS, *Claims.COLUMNS),
}


class Belief:
    """A belief rule made of a user's function: the step in log-odds that an impression makes."""

    def __init__(self, rule: Own) -> None:
        self.rule = rule

    def update(self, world: World) -> None:
        """Write the change of each impression."""
        columns = [impression_column(world, name) for name in self.rule.arguments]
        world.impressions.column("change")[:] = self.rule(columns)


class Share:
    """A user's function in place of C2: the probability that a reader passes on what it saw."""

    def __init__(self, rule: Own) -> None:
        self.rule = rule

    def __call__(self, world: World) -> F64:
        """The probability for each exposure."""
        columns = [exposure_column(world, name) for name in self.rule.arguments]
        chances = self.rule(columns)
        if len(chances) and not 0.0 <= chances.min() <= chances.max() <= 1.0:
            given = f"{chances.min():g} to {chances.max():g}"
            raise ValueError(f"own rule for share gave {given}, but probabilities lie in 0..1")
        return chances


def install_own(world: World, rules: Rules) -> None:
    """Put a user's functions in the place of the world's rules, by name: `belief`, `share`."""
    raise_if_any(unknown("own", "rule of one's own", name, KNOWN) for name in rules if name not in KNOWN)
    for name, function in rules.items():
        rule = Own(name, function, KNOWN[name])
        world.own_spent[name] = rule.spent
        if name == "belief":
            world.ideas.belief = Belief(rule)
        else:
            world.ideas.share = Share(rule)


def impression_column(world: World, name: str) -> AnyArray:
    """A column with an entry for each impression: its own, its reader's (on its claim), or its claim's."""
    news = world.impressions
    if name in Impressions.COLUMNS:
        return news.column(name)
    return _of_reader_or_claim(world, name, news.column("reader"), news.column("claim"))


def exposure_column(world: World, name: str) -> AnyArray:
    """A column with an entry for each exposure: its own, its original's, its reader's, its author's or its claim's."""
    seen, posts = world.exposures, world.posts
    if name in Exposures.COLUMNS:
        return seen.column(name)
    originals = posts.rows(posts.root[posts.rows(seen.column("post"))])
    if name == "age":
        return (world.clock.tick - posts.tick[originals]) * world.clock.hours_per_tick
    if name in OF_POSTS:
        column: AnyArray = getattr(posts, name)
        return np.asarray(column[originals])
    if name in OF_AUTHORS:
        column = getattr(world.accounts, name.removeprefix("author_"))
        return np.asarray(column[posts.author[originals]])
    return _of_reader_or_claim(world, name, seen.column("reader"), posts.claim[originals])


def _of_reader_or_claim(world: World, name: str, reader: AnyArray, claim: AnyArray) -> AnyArray:
    """What is known only of claims is 0 for ordinary posts (claim -1)."""
    if name in Accounts.COLUMNS:
        column: AnyArray = getattr(world.accounts, name)
        if not Accounts.COLUMNS[name].shape:
            return np.asarray(column[reader])
        return np.where(claim >= 0, column[reader, claim], 0) if column.shape[1] else np.zeros(len(reader))
    return np.append(world.claims.column(name), 0)[claim]

"""Discord: who reads what lies too far from their own opinion may turn from who brought it, to another (C8)."""

from __future__ import annotations

import numpy as np

from sim.ground.csr import has_arc
from sim.ground.draws import uniform
from sim.ground.rules import rule
from sim.ground.types import B8, F32, I32, I64, AnyArray
from sim.state.accounts import rows_of
from sim.state.world import World

LEFT = "discord/left"  # in World.memory: (account), whom each has turned from since follows last changed, -1 = nobody
TRIES = 10  # assumed: whom somebody looks at before giving up

Ties = tuple[AnyArray, AnyArray]


def take_offence(world: World) -> None:
    """Note who turns from whom over the posts of this tick: one of those that brought something discordant."""
    chance, seen, posts, accounts = world.platform.offence, world.exposures, world.posts, world.accounts
    if chance == 0.0 or not seen.n:
        return
    left = world.memory.setdefault(LEFT, np.full(world.n, -1, np.int32))
    keys = (world.key("offence"), world.key("over which post"))
    numbers = (chance, world.tolerance, world.clock.tick, posts.mask)
    follows = (world.network.out_start, world.network.out_node)
    columns = (posts.leaning, posts.author, accounts.opinion, accounts.people())
    _take_offence(keys, numbers, (seen.column("reader"), seen.column("post")), columns, follows, left)


def turned(world: World) -> Ties:
    """Who stops following whom over a post; forgets it."""
    left = world.memory.pop(LEFT, np.empty(0, np.int32))
    rows = rows_of(left >= 0)
    return rows, left[rows]


def instead(world: World, seekers: AnyArray) -> Ties:
    """Whom some of those who turned from somebody follow from now on: like minds if they know them by their posts."""
    platform, draws, tick, network = world.platform, world.draws, world.clock.tick, world.network
    seekers = seekers[draws.uniform("instead", tick, seekers) < platform.replace_unfollowed]
    sources, targets = [np.empty(0, np.int32)], [np.empty(0, np.int32)]
    for turn in range(TRIES if network.arcs else 0):
        found, known = _looked_at(world, seekers, turn)
        gap = np.abs(world.accounts.opinion[seekers] - world.accounts.opinion[found])
        followed = np.array([network.has_arc(u, v) for u, v in zip(seekers, found, strict=True)], np.bool_)
        taken = (found != seekers) & ~followed & (~known | (gap < world.tolerance))
        sources.append(seekers[taken])
        targets.append(found[taken])
        seekers = seekers[~taken]
    return np.concatenate(sources), np.concatenate(targets)


def _looked_at(world: World, seekers: AnyArray, turn: int) -> tuple[I32, B8]:
    """One account for each seeker by the routes of C8, and whether the seeker knows what it thinks."""
    platform, draws, tick, network = world.platform, world.draws, world.clock.tick, world.network
    route = draws.uniform("route instead", tick, seekers, turn)
    met = world.accounts.met[seekers]
    popular = network.out_node[draws.integers("recommended instead", tick, seekers, network.arcs, turn)]
    anybody = draws.integers("anybody instead", tick, seekers, world.n, turn)
    reshared = (route < platform.route_reshared) & (met >= 0)
    recommended = ~reshared & (route < platform.route_reshared + platform.route_recommended)
    found = np.where(reshared, met, np.where(recommended, popular, anybody))
    return found.astype(np.int32), reshared | recommended


@rule()
def _take_offence(keys: tuple[np.uint64, np.uint64], numbers: tuple[float, float, int, int], seen: tuple[I32, I32],
                  columns: tuple[F32, I32, F32, B8], follows: tuple[I64, I32], left: I32) -> None:  # fmt: skip
    chance, tolerance, tick, mask = numbers
    reader, post = seen
    leaning, author, opinion, people = columns
    start, node = follows
    discordant = 0
    for e in range(reader.size):
        i, row = reader[e], post[e] & mask
        if e == 0 or reader[e - 1] != i:
            discordant = 0
        far = abs(np.float64(opinion[i]) - leaning[row]) >= tolerance
        if far and people[i] and has_arc(start, node, i, author[row]):
            discordant += 1
            # one draw decides for the whole visit; each discordant post is as likely to be the one
            if uniform(keys[0], tick, i, 0) < chance and uniform(keys[1], tick, i, discordant) * discordant < 1.0:
                left[i] = author[row]

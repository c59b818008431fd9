"""Rewire: people unfollow, follow and leave, fall silent, climb or leave the ladder, and act (C8-C10)."""

from __future__ import annotations

import math

import numpy as np

from sim.day.climb import climb
from sim.day.decide import decide
from sim.day.discord import instead, take_offence, turned
from sim.day.harass import weigh_hostility
from sim.day.heed import fade_images
from sim.day.resent import let_fade
from sim.ground.csr import has_arc
from sim.ground.draws import uniform
from sim.ground.rules import rule
from sim.ground.types import B8, F32, F64, I8, I32, I64, AnyArray
from sim.state.accounts import rows_of
from sim.state.world import World

DISTANCE, MUTUAL, VOLUME = 1.5, 1.4, 0.3  # C8: slopes of the unfollow hazard (provisional, R3)
LEVEL = "rewire/level"  # in World.memory: mean weight over the follows when they were first looked at
DISCORD = 1.0  # assumed: opinions further apart than this on -1..1 are discordant
SAME_SIDE = 3.0  # A36: follow-back three times as likely on the same side


def rewire(world: World) -> None:
    """Weigh up hostility each hour, let people climb and act; change follows once a period."""
    clock = world.clock
    if clock.starts_every(1.0):
        weigh_hostility(world)
        world.hashtags.fade(1.0)
    fade_images(world)
    let_fade(world)
    climb(world)
    decide(world)
    take_offence(world)
    if clock.tick > 0 and clock.starts_every(world.platform.rewire_hours):
        change_follows(world)


def change_follows(world: World) -> None:
    """Cut ties by their hazard and make new ones; the network is replaced by the edited one."""
    platform = world.platform
    if not (platform.unfollow_rate or platform.discord_unfollow or platform.follow_rate or platform.offence):
        return
    days = max(platform.rewire_hours / 24.0, world.clock.hours_per_tick / 24.0)
    turning = turned(world)
    cuts = [np.concatenate(both) for both in zip(_cut_ties(world, days), turning, strict=True)]
    found, sought = _new_ties(world, platform.follow_rate * days), instead(world, turning[0])
    news = [np.concatenate(both) for both in zip(found, sought, strict=True)]
    if len(cuts[0]) or len(news[0]):
        world.network = world.network.edited(*cuts, *news)
    world.tallies.count("unfollows", len(cuts[0]))
    world.tallies.count("follows", len(news[0]))
    world.accounts.met[:] = -1


def _cut_ties(world: World, days: float) -> tuple[I32, I32]:
    """Who stops to follow whom in so many days."""
    platform, accounts, network = world.platform, world.accounts, world.network
    if not (platform.unfollow_rate or platform.discord_unfollow):
        return np.empty(0, np.int32), np.empty(0, np.int32)
    weights = _weights(accounts.column("opinion"), accounts.column("activity"), _median_activity(world))
    if LEVEL not in world.memory:
        world.memory[LEVEL] = np.array([mean_weight(network.out_start, network.out_node, weights)])
    level = float(world.memory[LEVEL][0])
    rates = (platform.unfollow_rate * days / level, platform.discord_unfollow * days)
    return _choose_cuts(world.key("unfollow"), world.clock.tick, rates, (network.out_start, network.out_node),
                        (accounts.column("opinion"), weights))  # fmt: skip


def _median_activity(world: World) -> float:
    return float(np.median(world.accounts.column("activity"))) + 1e-6


@rule()
def _weights(opinion: F32, activity: F32, median: float) -> F64:
    """(account, 3): exp(1.5 o), its inverse and exp(0.3 ln(volume / median)), whose products are the weights of C8."""
    out = np.empty((opinion.size, 3))
    for v in range(opinion.size):
        out[v, 0] = math.exp(DISTANCE * np.float64(opinion[v]))
        out[v, 1] = 1.0 / out[v, 0]
        out[v, 2] = math.exp(VOLUME * math.log(max(0.1, min(100.0, np.float64(activity[v]) / median))))
    return out


@rule()
def weight_of(one: F64, other: F64) -> float:
    """exp(1.5 |o_i - o_j| + 0.3 ln(volume / median)) for the weights of a follower and of whom it follows (C8)."""
    return float(max(one[0] * other[1], one[1] * other[0]) * other[2])


@rule()
def mean_weight(start: I64, node: I32, weights: F64) -> float:
    """Mean weight over all follows, 1 if there are none."""
    total = 0.0
    for u in range(start.size - 1):
        for place in range(start[u], start[u + 1]):
            total += weight_of(weights[u], weights[node[place]])
    return total / node.size if node.size else 1.0


@rule()
def _choose_cuts(key: np.uint64, tick: int, rates: tuple[float, float], arcs: tuple[I64, I32],
                 people: tuple[F32, F64]) -> tuple[I32, I32]:  # fmt: skip
    """Both ends of the follows that end; the hazard is reckoned only where luck is below what it could be at most."""
    start, node = arcs
    opinion, weights = people
    ends = np.empty((2, node.size), np.int32)
    count = 0
    most = np.ones(3)
    for v in range(opinion.size):
        for part in range(3):
            most[part] = max(most[part], weights[v, part])
    for u in range(start.size - 1):
        bound = rates[0] * weight_of(weights[u], most) + rates[1]
        for place in range(start[u], start[u + 1]):
            v = node[place]
            luck = uniform(key, tick, u, v)
            if luck >= bound:
                continue
            hazard = rates[0] * weight_of(weights[u], weights[v])
            if has_arc(start, node, v, u):
                hazard *= math.exp(-MUTUAL)
            if abs(np.float64(opinion[u]) - opinion[v]) > DISCORD:
                hazard += rates[1]
            if luck < 1.0 - math.exp(-hazard):
                ends[0, count], ends[1, count] = u, v
                count += 1
    return ends[0, :count].copy(), ends[1, :count].copy()


def _new_ties(world: World, rate: float) -> tuple[I32, I32]:
    """Who starts to follow whom: authors met through reshares, recommended or random accounts (C8)."""
    accounts, draws, tick, network = world.accounts, world.draws, world.clock.tick, world.network
    seekers = rows_of((draws.uniform("seek", tick, np.arange(world.n)) < rate) & accounts.people())
    if not len(seekers) or not network.arcs:
        return np.empty(0, np.int32), np.empty(0, np.int32)
    route = draws.uniform("route", tick, seekers)
    popular = network.out_node[draws.integers("recommended account", tick, seekers, network.arcs)]
    anybody = draws.integers("anybody", tick, seekers, world.n).astype(np.int32)
    met = accounts.met[seekers]
    # who met nobody through a reshare takes a recommendation
    reshared, recommended = world.platform.route_reshared, world.platform.route_recommended
    other = np.where(route < reshared + recommended, popular, anybody)
    found = np.where((route < reshared) & (met >= 0), met, other)
    taken = _accepts(accounts.group, seekers, found, draws.uniform("accept", tick, seekers))
    taken &= (found >= 0) & (found != seekers)
    return seekers[taken], found[taken].astype(np.int32)


def _accepts(group: I8, seekers: I32, found: AnyArray, luck: F64) -> B8:
    """Same side always, the other side a third as often (A36)."""
    same = group[seekers] == group[np.maximum(found, 0)]
    return np.asarray(luck < np.where(same, 1.0, 1.0 / SAME_SIDE))

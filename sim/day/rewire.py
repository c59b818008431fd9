"""Rewire: people unfollow, follow and leave; hostility weighs on its targets (C8, C9)."""

from __future__ import annotations

import math

import numpy as np

from sim.day.author import silencing
from sim.day.discord import instead, take_offence, turned
from sim.ground.csr import has_arc
from sim.ground.draws import uniform
from sim.ground.rules import rule
from sim.ground.types import B8, F32, F64, I8, I32, I64, AnyArray
from sim.state.accounts import rows_of
from sim.state.codes import Status
from sim.state.world import World

HARASSMENT_HALF_LIFE = 72.0  # h, C9
LEAVE_RATE = 0.02  # 1/month at full silencing, C9
DISTANCE, MUTUAL, VOLUME = 1.5, 1.4, 0.3  # C8: slopes of the unfollow hazard (provisional, R3)
DISCORD = 1.0  # assumed: opinions further apart than this on -1..1 are discordant
SAME_SIDE = 3.0  # A36: follow-back three times as likely on the same side


def rewire(world: World) -> None:
    """Weigh up hostility each hour; change follows once a period."""
    clock = world.clock
    if clock.starts_every(1.0):
        _weigh_hostility(world)
        world.hashtags.fade(1.0)
    take_offence(world)
    if clock.tick > 0 and clock.starts_every(world.platform.rewire_hours):
        change_follows(world)


def _weigh_hostility(world: World) -> None:
    """Count the hour's hostile posts on their targets, let old load fade, let some leave."""
    accounts, posts, clock = world.accounts, world.posts, world.clock
    hours = max(1.0, clock.hours_per_tick)
    ids = posts.alive()[-200_000:]
    rows = posts.rows(ids)
    hour_ago = clock.tick - clock.ticks_in(hours)
    fresh = rows[(posts.tick[rows] > hour_ago) & (posts.target[rows] >= 0)]
    if not len(fresh) and not accounts.harassment.any():
        return
    accounts.harassment *= np.float32(2.0 ** (-hours / HARASSMENT_HALF_LIFE))
    np.add.at(accounts.harassment, posts.target[fresh], 1.0)
    loaded = rows_of((accounts.column("harassment") > 0.5) & (accounts.column("status") == Status.ACTIVE))
    hazard = np.array([silencing(float(load)) for load in accounts.harassment[loaded]]) * LEAVE_RATE * hours / 720.0
    leaving = loaded[world.draws.uniform("leave", clock.tick, loaded) < hazard]
    accounts.status[leaving] = Status.LEFT


def change_follows(world: World) -> None:
    """Cut ties by their hazard and make new ones; the network is replaced by the edited one."""
    platform, network = world.platform, world.network
    days = max(platform.rewire_hours / 24.0, world.clock.hours_per_tick / 24.0)
    cut = np.zeros(network.arcs, np.bool_)
    opinion = world.accounts.opinion
    if platform.unfollow_rate > 0.0 or platform.discord_unfollow > 0.0:
        rates = np.array([platform.unfollow_rate * days, platform.discord_unfollow * days, _median_activity(world)])
        mutual = _mutual(network.out_start, network.out_node)
        _choose_cuts(world.key("unfollow"), world.clock.tick, rates, (network.out_start, network.out_node),
                     (opinion, world.accounts.activity, mutual), cut)  # fmt: skip
    source, target = network.arc_list()
    turning = turned(world)
    cuts = [np.concatenate(both) for both in zip((source[cut], target[cut]), turning, strict=True)]
    found, sought = _new_ties(world, platform.follow_rate * days), instead(world, turning[0])
    news = [np.concatenate(both) for both in zip(found, sought, strict=True)]
    if len(cuts[0]) or len(news[0]):
        world.network = network.edited(*cuts, *news)
    world.tallies.count("unfollows", len(cuts[0]))
    world.tallies.count("follows", len(news[0]))
    world.accounts.met[:] = -1


def _median_activity(world: World) -> float:
    return float(np.median(world.accounts.column("activity"))) + 1e-6


@rule()
def _mutual(start: I64, node: I32) -> B8:
    """For each arc u -> v whether v -> u is there too (rows are sorted)."""
    out = np.zeros(node.size, np.bool_)
    for u in range(start.size - 1):
        for place in range(start[u], start[u + 1]):
            out[place] = has_arc(start, node, node[place], u)
    return out


@rule()
def unfollow_hazard(rate: float, distance: float, mutual: bool, volume: float) -> float:
    """h = rate * exp(1.5 |o_i - o_j| - 1.4 mutual + 0.3 ln(volume / median)) (C8)."""
    return rate * math.exp(DISTANCE * distance - (MUTUAL if mutual else 0.0) + VOLUME * math.log(volume))


@rule()
def _choose_cuts(key: np.uint64, tick: int, rates: F64, arcs: tuple[I64, I32], people: tuple[F32, F32, B8],
                 cut: B8) -> None:  # fmt: skip
    start, node = arcs
    opinion, activity, mutual = people
    for u in range(start.size - 1):
        for place in range(start[u], start[u + 1]):
            v = node[place]
            distance = abs(np.float64(opinion[u]) - opinion[v])
            volume = max(0.1, min(100.0, activity[v] / rates[2]))
            hazard = unfollow_hazard(rates[0], distance, mutual[place], volume)
            if distance > DISCORD:
                hazard += rates[1]
            cut[place] = uniform(key, tick, u, v) < 1.0 - math.exp(-hazard)


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

"""Record: some sixty times in a run, how communities, beliefs and trust stand is noted for the pages that show it."""

from __future__ import annotations

import math

import numpy as np

from sim.ground.rules import rule
from sim.ground.statistics import BLOCK, logistics
from sim.ground.types import B8, F32, F64, I8, I16, I32, I64, U8, U16
from sim.state.accounts import rows_of
from sim.state.codes import Kind, Source
from sim.state.records import BINS, COMMUNITIES, MANY, POOLED, READERS, ROWS, Grounds, Records
from sim.state.world import World

Homes = tuple[I32, I32, I16, int]  # community of the public, of the actors that joined, place of each, first of those
People = tuple[int, int, int, int]  # the kinds that are people, and those that are bots


def keep_records(world: World) -> None:
    """Begin to note what happens in a world that is newly built."""
    world.records = Records(_grounds(world), world.claims.n, len(Source))


def record(world: World) -> None:
    """Count the bots' posts of this tick; when it is time, add the rows of a look."""
    records, posts, clock = world.records, world.posts, world.clock
    if records is None:
        return
    if clock.hour >= 0.0:
        ids = np.array([max(int(records.counted[0]) + 1, posts.alive_from), posts.last, posts.mask], np.int64)
        unmade = world.platform.session == "in_turn"  # there, a post that a question prevented has an id
        _count_bot_posts(ids, (posts.author, posts.removed, unmade), world.accounts.kind, _homes(world),
                         records.bot_posts)  # fmt: skip
    records.counted[0] = posts.last
    if _is_time(world):
        _look(world, records, clock.hour + clock.hours_per_tick)


def _is_time(world: World) -> bool:
    """Whether metrics were taken in this tick, and it is the turn of a look, the first time and the last included."""
    clock, taken = world.clock, world.measured
    if clock.tick == clock.last_tick - 1:
        return True
    if not taken or taken[-1]["tick"] != clock.tick:
        return False
    every = math.ceil(clock.horizon_ticks * clock.hours_per_tick / world.measure_hours / ROWS)
    return (len(taken) - 1) % max(1, every) == 0


def _look(world: World, records: Records, hour: float) -> None:
    accounts, grounds, claims = world.accounts, records.grounds, world.claims.n
    places = len(grounds.called)
    heads, heard = np.zeros((2, places), np.int64), np.zeros((places, claims), np.int64)
    belief, bins = np.zeros((places, claims)), np.zeros((claims + len(Source), BINS), np.int64)
    minds = (accounts.belief, accounts.heard, accounts.trust_for, accounts.trust_against)
    _sum_up(accounts.column("kind"), _homes(world), minds, (heads, heard, belief, bins))
    since = {"exposure": heard - records.exposed, "bot_posts": records.bot_posts}
    records.communities.append(places, hour=hour, community=grounds.called, people=heads[0], bots=heads[1],
                               belief=belief, **since)  # fmt: skip
    if records.moderation.n > MANY:
        records.moderation.put_together()
    records.minds.append(1, hour=hour, people=bins)
    records.exposed, records.bot_posts = heard, np.zeros(places, np.int64)


def _homes(world: World) -> Homes:
    assert world.records is not None
    grounds = world.records.grounds
    return world.accounts.community, grounds.homes, grounds.place, grounds.joined


@rule()
def place_of(i: int, community: I32, homes: I32, place: I16, joined: int) -> int:
    """The row of an account's community in a look."""
    return int(place[community[i] if i < joined else homes[i - joined]])


@rule()
def is_person(kind: int) -> bool:
    """Whether the kind is one of those whose minds count in outcomes."""
    return kind == Kind.CITIZEN or kind == Kind.INFLUENCER


@rule()
def is_bot(kind: int) -> bool:
    """Whether the kind is one of those that an operation runs, by machine or by hand."""
    return kind == Kind.BOT or kind == Kind.TROLL


@rule()
def _sum_up(kind: I8, where: Homes, minds: tuple[F32, U16, F32, F32], out: tuple[I64, I64, F64, I64]) -> None:
    """Count people and bots, add up exposures and beliefs of each place, and sort minds into bins."""
    community, homes, place, joined = where
    log_odds, heard, good, bad = minds
    heads, exposed, belief, bins = out
    claims, sources = log_odds.shape[1], good.shape[1]
    for begin in range(0, kind.size, BLOCK):
        end = min(kind.size, begin + BLOCK)
        sure = logistics(log_odds[begin:end].reshape(-1)).reshape((end - begin, claims))
        for i in range(begin, end):
            its = place_of(i, community, homes, place, joined)
            heads[1, its] += is_bot(kind[i])
            if not is_person(kind[i]):
                continue
            heads[0, its] += 1
            for k in range(claims):
                exposed[its, k] += heard[i, k]
                belief[its, k] += sure[i - begin, k]
                bins[k, min(BINS - 1, int(sure[i - begin, k] * BINS))] += 1
            for s in range(sources):
                trust = np.float64(good[i, s]) / (np.float64(good[i, s]) + np.float64(bad[i, s]))
                bins[claims + s, min(BINS - 1, int(trust * BINS))] += 1


@rule()
def _count_bot_posts(ids: I64, posts: tuple[I32, U8, bool], kind: I8, where: Homes, counts: I64) -> None:
    author, removed, unmade = posts
    community, homes, place, joined = where
    for post in range(ids[0], ids[1] + 1):
        row = post & ids[2]
        if is_bot(kind[author[row]]) and not (unmade and removed[row] == 1):
            counts[place_of(author[row], community, homes, place, joined)] += 1


def _grounds(world: World) -> Grounds:
    accounts = world.accounts
    community, people = accounts.column("community"), accounts.people()
    joined = _first_that_joined(world)
    homes = np.array([_home(world, row, joined) for row in range(joined, world.n)], np.int32)
    number = int(community.max(initial=0)) + 1
    size = np.bincount(community[people], minlength=number)
    held = size + np.bincount(np.append(community[:joined], homes), minlength=number)  # with anybody in it
    order = np.argsort(-size, kind="stable")
    largest = np.sort(order[:COMMUNITIES][held[order[:COMMUNITIES]] > 0])
    called = largest if len(largest) == np.count_nonzero(held) else np.append(largest, POOLED)
    place = np.full(number, len(called) - 1, np.int16)
    place[largest] = np.arange(len(largest))
    return Grounds(place, called.astype(np.int32), joined, homes, _readers(world, people))


def _first_that_joined(world: World) -> int:
    """The first of the actors that came after the public: from it on, everybody is an actor."""
    public = np.ones(world.n, np.bool_)
    public[world.named_rows()] = False
    return int(np.flatnonzero(public)[-1]) + 1 if public.any() else 0


def _home(world: World, row: int, joined: int) -> int:
    """The community in which most of an actor's followers are; the first where there are none."""
    followers = world.network.followers(row)
    return int(np.bincount(world.accounts.community[followers[followers < joined]], minlength=1).argmax())


def _readers(world: World, people: B8) -> I32:
    """A dozen who see something every day, in turn out of each segment and country, at random from the seed."""
    accounts, names = world.accounts, world.names
    follows = world.network.out_degree
    busy = people & (accounts.column("sessions") * accounts.column("online") >= 1.0)
    busy &= follows >= np.median(follows[people]) if people.any() else False  # fewer tell of empty feeds
    asked = rows_of(busy if busy.any() else people)
    asked = asked[np.argsort(world.draws.uniform("feed sample", 0, asked), kind="stable")]
    parts = [*names.segments, *(names.countries if len(names.countries) > 1 else ())]
    queues = [asked[world.members(part)[asked]][:READERS].tolist() for part in parts]
    in_turn = [queue[turn] for turn in range(READERS) for queue in queues if turn < len(queue)]
    chosen = list(dict.fromkeys([*in_turn, *asked[:READERS].tolist()]))[:READERS]
    return np.sort(np.array(chosen, np.int32))

"""Plans: what timeline entries have in common: who acts how often, what is due, which posts are meant."""

from __future__ import annotations

import numpy as np

from sim.ground.cards import Card, Cost
from sim.ground.draws import poisson
from sim.ground.rules import rule
from sim.ground.types import B8, I32, I64, AnyArray
from sim.state.accounts import rows_of
from sim.state.codes import Source, Stance
from sim.state.timeline import Entry
from sim.state.world import World

CHOICE = 50  # assumed: the newest posts among which an account picks whom to reshare or answer
LOWERED = "lowered voices"  # in World.memory: (account), whom labels or down-ranking hit by mistake


def stream(entry: Entry, what: str) -> str:
    """Name of the random stream for one decision of one entry."""
    return f"{entry.idea}/{entry.name}/{what}"


def ticks(world: World, hours: float) -> int:
    """How many ticks a delay takes; none if it is no time at all."""
    return world.clock.ticks_in(hours) if hours > 0 else 0


def due(world: World, entry: Entry, hours: float) -> bool:
    """Whether this is the first tick at least `hours` after the entry began."""
    return ticks(world, hours) == world.clock.tick - entry.begun


def in_force(world: World, entry: Entry, delay: float) -> bool:
    """Whether at least `delay` hours have passed since the entry began."""
    return ticks(world, delay) <= world.clock.tick - entry.begun


def turns(world: World, entry: Entry, times: int, every: float) -> bool:
    """Whether one of `times` turns falls on this tick; they are `every` hours apart, the first at once."""
    return any(due(world, entry, turn * every) for turn in range(times))


def able(world: World, rows: AnyArray) -> I32:
    """Those of the rows whose accounts can act."""
    return np.asarray(rows[world.accounts.can_act(rows)], np.int32)


def acting(world: World, entry: Entry, actors: I32, per_day: float, what: str = "acts") -> I32:
    """Those of the rows who act in this tick, at a Poisson rate; who acts twice is there twice.

    `what` names the stream, where an entry does several things at rates of their own. An operation that
    adapts shifts the rates; one that runs out of money acts no more.
    """
    actors = able(world, actors)
    counts = np.zeros(len(actors), np.int64)
    rate = per_day * entry.strength * world.clock.hours_per_tick / 24.0
    _count_acts(world.key(stream(entry, what)), world.clock.tick, actors, rate, counts)
    return paid(world, entry, np.repeat(actors, counts))


def price(world: World, entry: Entry) -> float:
    """What one act of a tactic costs, in euros; measures are paid for as a whole, when they begin."""
    cost = world.ideas.timeline[entry.idea].CARD.cost if entry.shelf == "tactics" else None
    return cost.money if cost else 0.0


def paid(world: World, entry: Entry, actors: I32) -> I32:
    """Those of the acts, in their order, for which there is money; it is spent."""
    each = price(world, entry)
    if each == 0.0 or not len(actors):
        return actors
    return actors[: pay(world, entry, each, len(actors))]


def pay(world: World, entry: Entry, each: float, wanted: int) -> int:
    """Buy as many of the things wanted as the operation can pay for; without an operation the own side may pay."""
    if entry.operation >= 0:
        bought = min(wanted, world.operations.affordable(entry.operation, each))
        world.operations.pay(entry.operation, each * bought)
        return bought
    if len(entry.actors) and world.accounts.source[entry.actors[0]] == Source.OWN_STATE:
        world.ledger.spend(each * wanted, 0.0)
    return wanted


def accepting(world: World, entry: Entry, count: int, chance: float) -> I32:
    """Those who agree out of `count` asked: the entry's actors, or the most followed of its audience."""
    asked = entry.actors[:count] if len(entry.actors) else most_followed(world, entry.audience, count)
    agree = world.draws.uniform(stream(entry, "agree"), 0, asked) < chance
    return able(world, asked[agree])


def most_followed(world: World, segment: str, count: int) -> I32:
    """Rows of the people of a segment who have most followers, most first."""
    people = rows_of(world.members(segment) & world.accounts.people())
    followers = world.network.in_degree[people]
    return people[np.argsort(-followers, kind="stable")[:count]]


def claims_of(world: World, entry: Entry) -> I64:
    """The claim of the entry, or all claims if it names none."""
    return np.arange(world.claims.n) if entry.claim < 0 else np.array([entry.claim], np.int64)


def posts_since(world: World, tick: int) -> I64:
    """Ids of all living posts on the layer at hand that are not older than a tick."""
    return world.here(np.arange(world.posts.first_since(tick), world.posts.last + 1))


def originals(world: World, since: int) -> I64:
    """Ids of the posts that are no reshares, not taken down, and not older than a tick."""
    posts, ids = world.posts, posts_since(world, since)
    rows = posts.rows(ids)
    return np.asarray(ids[(posts.root[rows] == ids) & (posts.removed[rows] == 0)])


def originals_on(world: World, claim: int, stance: int, since: int = 0) -> I64:
    """Those of them that take a stance on a claim, oldest first."""
    told = world.originals
    first = int(np.searchsorted(told.column("post"), world.posts.first_since(since)))
    wanted = (told.column("claim")[first:] == claim) & (told.column("stance")[first:] == stance)
    ids = world.here(told.column("post")[first:][wanted].astype(np.int64))
    return np.asarray(ids[world.posts.removed[world.posts.rows(ids)] == 0])


def written_by(world: World, ids: I64, authors: AnyArray) -> I64:
    """Those of the posts that some accounts wrote or passed on."""
    return np.asarray(ids[np.isin(world.posts.author[world.posts.rows(ids)], authors)])


def own_posts(world: World, entry: Entry, authors: AnyArray) -> I64:
    """Originals of some accounts that support the entry's claim and are young enough for feeds, oldest first."""
    ids = originals_on(world, entry.claim, Stance.SUPPORT)
    return written_by(world, ids[ids >= world.posts.alive_from], authors)


def under_fire(world: World, entry: Entry) -> I64:
    """Originals of an entry's `window` that it attacks: those of its `target`, or else those that deny its claim."""
    oldest = world.clock.tick - world.clock.ticks_in(entry.params.window)
    if not entry.params.target:
        return originals_on(world, entry.claim, Stance.DENY, oldest)
    return written_by(world, originals(world, oldest), world.named[entry.params.target])


def verdict(world: World, claim: int) -> Stance:
    """The side that whoever tells the truth takes on a claim."""
    return Stance.SUPPORT if world.claims.true[claim] else Stance.DENY


def left_over(world: World, what: str) -> float:
    """What the entries in force leave of something of which each takes the share in its memory."""
    share = 1.0
    for one in world.timeline:
        share *= 1.0 - one.memory.get(what, 0.0) if one.active else 1.0
    return share


def supporting(world: World, entry: Entry, ids: I64) -> B8:
    """Mask of the posts that support the entry's claim."""
    rows = world.posts.rows(ids)
    about = np.isin(world.posts.claim[rows], claims_of(world, entry))
    return np.asarray(about & (world.posts.stance[rows] == Stance.SUPPORT))


def drawn(world: World, entry: Entry, ids: I64, share: float) -> I64:
    """A share of posts, drawn by author and post: a larger share holds every smaller one."""
    rows = world.posts.rows(ids)
    luck = world.draws.uniform(stream(entry, "posts"), 0, world.posts.author[rows], world.posts.key[rows])
    return ids[luck < share]


def preferred(world: World, entry: Entry, rows: AnyArray, ids: I64) -> I64:
    """(row, choice): for each account the newest of these posts in the order in which it likes them."""
    newest = ids[-CHOICE:]
    keys = world.posts.key[world.posts.rows(newest)]
    luck = world.draws.uniform(stream(entry, "likes"), world.clock.tick, rows[:, None], keys[None, :])
    return newest[np.argsort(luck, axis=1, kind="stable")]


def innocent(world: World, ids: I64) -> B8:
    """Mask of the posts that support no false claim and come from no operation."""
    rows = world.posts.rows(ids)
    claim = world.posts.claim[rows]
    false = np.append(world.claims.column("true") == 0, False)[claim] & (claim >= 0)
    guilty = false & (world.posts.stance[rows] == Stance.SUPPORT)
    return np.asarray(~guilty & (world.accounts.operation[world.posts.author[rows]] < 0))


def blameless(world: World, accounts: AnyArray) -> B8:
    """Mask of the accounts that belong to no operation and have no living post that supports a false claim."""
    posts = world.posts
    rows = posts.rows(posts.alive())
    false = np.append(world.claims.column("true") == 0, False)[posts.claim[rows]]
    guilty = posts.author[rows[false & (posts.claim[rows] >= 0) & (posts.stance[rows] == Stance.SUPPORT)]]
    return np.asarray((world.accounts.operation[accounts] < 0) & ~np.isin(accounts, guilty))


def lower_voices(world: World, ids: I64) -> None:
    """Book the authors of the innocent ones among posts that a measure hit, each account once."""
    lower_voices_of(world, world.posts.author[world.posts.rows(ids[innocent(world, ids)])])


def lower_voices_of(world: World, rows: AnyArray) -> None:
    """Book accounts that a measure has made less heard though they did nothing wrong, each once."""
    authors = np.unique(rows)
    lowered = world.memory.setdefault(LOWERED, np.zeros(world.n, np.bool_))
    world.ledger.voices_lowered += int(np.count_nonzero(~lowered[authors]))
    lowered[authors] = True


def take_down_posts(world: World, authors: AnyArray, removed: int = 1) -> None:
    """Hide all living posts of some accounts, or (0) show them again."""
    rows = world.posts.rows(world.here(world.posts.alive()))
    world.posts.removed[rows[np.isin(world.posts.author[rows], authors)]] = removed


def own_side_speaks(world: World, entry: Entry) -> None:
    """Note a statement of the responding side, and the hour of its first one."""
    if world.ledger.first_statement_hour < 0:
        world.ledger.first_statement_hour = world.clock.hour
    world.note("statement", entry.name, entry.actor_name)


def look_more_often(world: World, who: B8, factor: float) -> None:
    """Let some accounts open so many times their sessions, on every day and what is left of today."""
    for rate in (world.accounts.sessions, world.accounts.pace):
        rate[who] *= np.float32(factor)


def scaled(card: Card, factor: float) -> Cost:
    """The cost on a card times a factor: nothing for a measure of strength zero."""
    cost = card.cost or Cost()
    return Cost(cost.money * factor, cost.staff_hours * factor, cost.source)


@rule()
def _count_acts(key: np.uint64, tick: int, rows: I32, rate: float, out: I64) -> None:
    for place in range(rows.size):
        out[place] = poisson(key, tick, rows[place], rate)

"""Advertising: how entries book campaigns, what rules of the platform leave of them, and who pays."""

from __future__ import annotations

import numpy as np

from sim.ground.types import B8, I32
from sim.state import acts, plans
from sim.state.ads import number_of
from sim.state.codes import Kind, Source, Stance
from sim.state.names import members_of
from sim.state.timeline import Entry
from sim.state.world import World

THOUSAND = 1000.0  # impressions are sold by the thousand
# in Entry.memory of rules in force:
SMALLEST = "smallest audience"  # the share of people below which no audience may be picked out
REFUSED, MISTAKEN = "ads refused", "ads refused by mistake"  # the share of a campaign of operations, or of others
DRAINED = "advertisers warned off"  # the share of what operations would earn from advertisers


def advertise(world: World, entry: Entry, budget: float, price: float) -> None:
    """Keep the entry's newest post on show as advertising while it lasts; `price` is that of a thousand impressions.

    The budget is spent evenly over the entry's hours. What is shown to an account is shown to all for whom it stands,
    and is paid for so many times. Who has no post on the claim that can be shown writes one.
    """
    if budget <= 0.0:
        return
    authors, table = plans.able(world, entry.actors), world.ads
    row = table.row_of(entry.name)
    if row < 0:
        ticks = world.clock.ticks_in(entry.hours) if entry.hours > 0 else 1
        each = price / THOUSAND * world.stands_for
        table.append(1, entry=number_of(entry.name), claim=entry.claim, price=each, budget=budget,
                     pace=budget / each / ticks)  # fmt: skip
        row = table.n - 1
    if can_be_shown(world, int(table.post[row])) or not len(authors) or table.left(row) == 0:
        return
    own = plans.own_posts(world, entry, authors)
    table.post[row] = own[-1] if len(own) else 0
    if not len(own):
        acts.post_claim(world, authors[:1], entry.claim, Stance.SUPPORT)


def can_be_shown(world: World, post: int) -> bool:
    """Whether a post is there, young enough for feeds, and not taken down."""
    return post >= max(1, world.posts.alive_from) and world.posts.removed[post & world.posts.mask] == 0


def audience(world: World, entry: Entry, rows: I32) -> B8:
    """Mask of those of the rows to whom a campaign is shown: its audience, widened where that is too fine."""
    inside = members_of(world.accounts, world.names, entry.audience, rows)
    smallest = max((one.memory.get(SMALLEST, 0.0) for one in world.timeline if one.active), default=0.0)
    if entry.audience and smallest:
        people = world.accounts.people()
        share = int(np.count_nonzero(world.members(entry.audience) & people)) / max(1, int(np.count_nonzero(people)))
        if share < smallest:  # the platform fills up with others, the same ones throughout
            luck = world.draws.uniform(plans.stream(entry, "widened"), 0, rows)
            inside = inside | (luck < (smallest - share) / (1.0 - share))
    return np.asarray(inside & np.isin(world.accounts.kind[rows], (Kind.CITIZEN, Kind.INFLUENCER)))


def accepted(world: World, entry: Entry) -> float:
    """The share of a campaign that the platform takes on."""
    return plans.left_over(world, REFUSED if is_hidden(world, entry) else MISTAKEN)


def earn(world: World, entry: Entry, income: float) -> None:
    """Pay an operation for what was seen of its posts since the last time; `income` is that of a thousand views.

    A view by an account is one by each of those for whom it stands.
    """
    if income <= 0.0 or entry.operation < 0:
        return
    seen, posts = plans.stream(entry, "seen so far"), world.posts
    own = plans.own_posts(world, entry, entry.actors)
    views = posts.views[posts.rows(own)].astype(np.int64)
    before = world.memory.get(seen, np.zeros((2, 0), np.int64))
    old = np.isin(before[0], own)
    fresh = int(views.sum()) - int(before[1][old].sum())
    world.memory[seen] = np.stack([own, views])
    thousands = fresh / THOUSAND * world.stands_for
    world.operations.earned[entry.operation] += thousands * income * plans.left_over(world, DRAINED)


def is_hidden(world: World, entry: Entry) -> bool:
    """Whether an operation, or a rival state, stands behind an entry."""
    rows = entry.actors
    rival = world.accounts.source[rows] == Source.RIVAL_STATE
    return bool(entry.operation >= 0 or (rival | (world.accounts.operation[rows] >= 0)).any())


def buy(world: World, entry: Entry, each: float, wanted: int) -> int:
    """Buy as many impressions as whoever is behind the entry can pay for."""
    if entry.shelf != "countermeasures":
        return plans.pay(world, entry, each, wanted)
    limit = world.own_side.money
    if limit:
        wanted = min(wanted, int(max(0.0, limit - world.ledger.money) / each + 1e-9))
    world.ledger.spend(each * wanted, 0.0)
    return wanted

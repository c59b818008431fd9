"""Dedupe: of near-identical posts on one claim only the first few stay; honest campaigns lose theirs too."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.ground.types import B8, I64
from sim.state import plans, sanctions
from sim.state.codes import Kind, Source
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Removal of identical posts", "Suppression des publications identiques"),
    idea="goes by sameness and not by truth, so that copies of a denial go as well; removal judges what is said",
    sources=("A43", "A86"),
    disarm=("C00074",),
    rights="potentially_problematic",
    cost=Cost(0.0, 30.0),
    authority="platform",
)
ORGANISED = (Kind.BOT, Kind.TROLL, Kind.CIVIL_SOCIETY, Kind.STATE_ACCOUNT)  # they repeat a text that was agreed on


@dataclass(frozen=True)
class Params:
    """What counts as the same, how many copies may stand, and for how long they are looked for."""

    similarity: float = param(0.9, "prob", 0, 1, source="assumed", doc="P(a crew's post is recognised as a copy)")
    false_alarm: float = param(0.02, "prob", 0, 1, source="assumed", doc="P(anybody else's post on the claim is)")
    cap: int = param(3, "posts", 0, 10_000, source="assumed", doc="copies that stand in one window")
    window: float = param(24.0, "h", 0.25, 336, source="assumed", doc="in which copies are counted")
    delay: float = param(4.0, "h", 0, 1000, source="A86", doc="from the decision to the first removal")


WRITING = {"do": "publish", "by": "bots", "hours": 48.0, "params": {"rate": 6.0}}
TRIAL = Trial(
    moves={"": "-total_exposure", "similarity": "-total_exposure", "false_alarm": "+wrongful_removals",
           "cap": "+total_exposure", "window": "-total_exposure", "delay": "+total_exposure"},
    entries={"trial": {}, "writing": WRITING},
    tries={"cap": (0, 30), "false_alarm": (0.4, 1.0)},
    needs={"false_alarm": {"cap": 0}},
)  # fmt: skip


def cost(entry: Entry) -> Cost:
    """The work of agreeing on it with the platform, if it is to look for anything."""
    return plans.scaled(CARD, 1.0 if entry.params.similarity else 0.0)


def during(world: World, entry: Entry) -> None:
    """After the delay take down, in every tick, the copies beyond those that may stand."""
    params = entry.params
    if params.similarity == 0 or not plans.in_force(world, entry, params.delay):
        return
    ids = plans.originals(world, world.clock.tick - plans.ticks(world, params.window))
    rows = world.posts.rows(ids)
    ids = ids[np.isin(world.posts.claim[rows], plans.claims_of(world, entry))]
    ids = ids[_looks_copied(world, entry, ids)]
    extra = ids[_nth_of_its_kind(world, ids) >= params.cap]
    wrong = int(np.count_nonzero(plans.innocent(world, extra)))
    sanctions.on_posts(world, "remove", entry.name, extra)
    world.posts.removed[world.posts.rows(extra)] = 1
    world.ledger.removals += len(extra) - wrong
    world.ledger.wrongful_removals += wrong


def _looks_copied(world: World, entry: Entry, ids: I64) -> B8:
    """Whether each post is taken for a copy: those of crews mostly, those of others seldom."""
    posts, accounts = world.posts, world.accounts
    rows = posts.rows(ids)
    author = posts.author[rows]
    crew = np.isin(accounts.kind[author], ORGANISED) | (accounts.operation[author] >= 0)
    crew |= accounts.source[author] == Source.OWN_STATE
    chance = np.where(crew, entry.params.similarity, entry.params.false_alarm)
    return np.asarray(world.draws.uniform(plans.stream(entry, "same"), 0, author, posts.key[rows]) < chance)


def _nth_of_its_kind(world: World, ids: I64) -> I64:
    """Which of the posts with the same claim, stance and form each is, oldest first."""
    posts, rows = world.posts, world.posts.rows(ids)
    kind = (posts.claim[rows].astype(np.int64) * 3 + posts.stance[rows]) * 8 + posts.form[rows]
    order = np.argsort(kind, kind="stable")
    first = np.searchsorted(kind[order], kind[order])
    nth = np.empty(len(ids), np.int64)
    nth[order] = np.arange(len(ids)) - first
    return nth

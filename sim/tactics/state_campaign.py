"""State campaign: state accounts, their media and volunteers carry one claim day after day, at a steady beat."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.ground.types import I32, I64
from sim.state import acts, plans
from sim.state.accounts import rows_of
from sim.state.clusters import leaning
from sim.state.codes import Stance
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("State propaganda campaign", "Campagne de propagande d’État"),
    idea="many open voices say one thing at the same hours for days, and volunteers follow; publish is one actor's say",
    sources=("A49", "A116"),
    disarm=("T0002",),
    cost=Cost(2.0),
)
READS_AUDIENCE = True
NEEDS = ("by", "claim")


@dataclass(frozen=True)
class Params:
    """How often the line is repeated, how much in step, and who joins in."""

    rate: float = param(4.0, "1/day", 0, 96, source="assumed", doc="posts of each account, evenly over the day")
    sync: float = param(0.5, "share", 0, 1, source="assumed", doc="of the posts that come on the beat, all together")
    volunteers: int = param(20, "accounts", 0, 1_000_000, source="assumed",
                            doc="people of the audience who lean the claim's way and pass it on")  # fmt: skip
    loyalty: float = param(0.3, "prob", 0, 1, source="assumed", doc="P(a volunteer passes on what a beat brought)")


CROWD = {"volunteers": 100}
TRIAL = Trial(
    moves={"": "+total_exposure", "rate": "+total_exposure", "volunteers": "+total_exposure",
           "loyalty": "+total_exposure"},
    tries={"volunteers": (40, 120)},
    needs={"loyalty": CROWD},
)  # fmt: skip
ASIDE = 1  # ticks after a beat at which volunteers pass on what it brought


def during(world: World, entry: Entry) -> None:
    """Post on the beat and between; after a beat the volunteers follow."""
    params = entry.params
    if params.rate == 0.0:
        return
    passed, period = world.clock.tick - entry.begun, plans.ticks(world, 24.0 / params.rate)
    if passed % period == 0:
        _post(world, entry, plans.paid(world, entry, _in_step(world, entry)))
    _post(world, entry, plans.acting(world, entry, entry.actors, params.rate * (1.0 - params.sync)))
    if params.volunteers and (passed - ASIDE) % period == 0:
        _follow(world, entry)


def _in_step(world: World, entry: Entry) -> I32:
    """Those of the accounts that post on this beat."""
    accounts = plans.able(world, entry.actors)
    luck = world.draws.uniform(plans.stream(entry, "beat"), world.clock.tick, accounts)
    return np.asarray(accounts[luck < entry.params.sync * entry.strength])


def _post(world: World, entry: Entry, authors: I32) -> None:
    acts.post_claim(world, authors, entry.claim, Stance.SUPPORT)


def _follow(world: World, entry: Entry) -> None:
    """Volunteers pass on the newest post of the campaign, unpaid, each post once."""
    told = plans.originals_on(world, entry.claim, Stance.SUPPORT)
    told = plans.written_by(world, told, entry.actors)
    helpers = plans.able(world, _volunteers(world, entry))
    luck = world.draws.uniform(plans.stream(entry, "loyal"), world.clock.tick, helpers)
    helpers = helpers[luck < entry.params.loyalty]
    if not len(told) or not len(helpers):
        return
    newest = np.full(len(helpers), told[-1], np.int64)
    first = world.shared.add_new(newest, helpers)
    acts.reshare(world, helpers[first], newest[first])


def _volunteers(world: World, entry: Entry) -> I64:
    """People of the audience who lean furthest the claim's way, the same ones throughout."""
    name = plans.stream(entry, "volunteers")
    if name not in world.memory:
        people = rows_of(world.members(entry.audience) & world.accounts.people())
        order = np.argsort(-leaning(world, entry)[people], kind="stable")
        world.memory[name] = np.sort(people[order[: entry.params.volunteers]])
    return world.memory[name]

"""Embassy incident: something happens at an embassy, people look on, and until it speaks rumours fill the gap."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.state import acts, plans
from sim.state.codes import Act
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Incident at an embassy", "Incident dans une ambassade"),
    idea="opens a vacuum that a claim fills until the own side speaks; breaking news only takes attention",
    sources=("A109", "A96", "F21"),
)
READS_AUDIENCE = True


@dataclass(frozen=True)
class Params:
    """How many see it, how it draws people to their feeds, and what the vacuum lends the claim."""

    witnesses: float = param(
        0.005, "share", 0, 1, source="assumed", doc="share of the audience that posts what it sees"
    )
    vacuum: float = param(
        1.0, "log-odds", 0, 4, source="assumed", doc="appeal lent to the claim until the own side speaks"
    )
    activity: float = param(1.3, "x", 0.1, 10, source="assumed", doc="sessions of the audience")


TRIAL = Trial(moves={"": "+visits", "witnesses": "+posts", "vacuum": "+total_exposure", "activity": "+visits"},
              tries={"witnesses": (0.1, 0.3)})  # fmt: skip
VACUUM = "vacuum"


def begin(world: World, entry: Entry) -> None:
    """Let witnesses post, people look more often, and the claim gain appeal."""
    params = entry.params
    seen = acts.members_drawn(world, entry.audience, params.witnesses, plans.stream(entry, "sees"))
    world.drafts.append(len(seen), author=seen, act=Act.ORIGINAL, appeal=1.0)
    _look(world, entry, params.activity)
    if entry.claim >= 0 and params.vacuum:
        entry.memory[VACUUM] = float(world.claims.appeal[entry.claim])
        world.claims.appeal[entry.claim] += np.float32(params.vacuum)


def during(world: World, entry: Entry) -> None:
    """The vacuum is gone as soon as the own side has spoken."""
    if VACUUM in entry.memory and world.ledger.first_statement_hour >= world.clock.hour_of(entry.begun):
        world.claims.appeal[entry.claim] = np.float32(entry.memory.pop(VACUUM))


def end(world: World, entry: Entry) -> None:
    """Habits return, and what the vacuum lent is gone."""
    _look(world, entry, 1.0 / entry.params.activity)
    if VACUUM in entry.memory:
        world.claims.appeal[entry.claim] = np.float32(entry.memory.pop(VACUUM))


def _look(world: World, entry: Entry, factor: float) -> None:
    audience = world.members(entry.audience)
    for rate in (world.accounts.sessions, world.accounts.pace):  # of every day, and of today
        rate[audience] *= np.float32(factor)

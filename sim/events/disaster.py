"""Disaster: an earthquake or a cyclone takes power from a danger zone, while everybody else looks for news of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.state import plans, service
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Disaster (earthquake, cyclone)", "Catastrophe (séisme, cyclone)"),
    idea="cuts off those who need to know and makes the others look more often; news alone only draws attention",
    sources=("A111", "F06"),
)
CUTS_SERVICE = True
READS_AUDIENCE = True


@dataclass(frozen=True)
class Params:
    """How hard the zone (the entry's audience) is hit, and how much people look."""

    power_loss: float = param(0.4, "share", 0, 1, source="assumed", doc="people of the zone without power at first")
    activity: float = param(2.0, "x", 0.1, 10, source="assumed", doc="sessions of those in the zone who have power")
    concern: float = param(1.3, "x", 0.1, 10, source="assumed", doc="sessions of everybody else")


TRIAL = Trial(
    moves={"power_loss": "-visits", "activity": "+visits", "concern": "+visits"},
    entries={"trial": {"audience": "diaspora"}},
)


def begin(world: World, entry: Entry) -> None:
    """Strike."""
    _look(world, entry, entry.params.activity, entry.params.concern)


def during(world: World, entry: Entry) -> None:
    """Give power back evenly until the end: who lost it first gets it last."""
    lasting = max(1, plans.ticks(world, entry.hours))
    left = 1.0 - (world.clock.tick - entry.begun) / lasting
    zone = world.members(entry.audience) & world.accounts.people()
    luck = world.draws.uniform(plans.stream(entry, "power"), 0, np.arange(world.n))
    service.cut_off(world, entry, zone & (luck < entry.params.power_loss * left))


def end(world: World, entry: Entry) -> None:
    """Everybody is back, and looks as often as before."""
    service.cut_off(world, entry, world.members(entry.audience) & False)
    _look(world, entry, 1.0 / entry.params.activity, 1.0 / entry.params.concern)


def _look(world: World, entry: Entry, zone: float, others: float) -> None:
    inside = world.members(entry.audience)
    plans.look_more_often(world, inside, zone)
    plans.look_more_often(world, ~inside, others)

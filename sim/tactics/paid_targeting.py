"""Paid targeting: strangers see an operation's post for money, as many as the budget pays for."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Text, Trial, param
from sim.state.advertising import advertise
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Paid targeting (advertising)", "Publicité ciblée"),
    idea="reaches people who follow nobody of the operation, for money; what others publish goes to followers",
    sources=("A60", "F09", "F17", "assumed"),
    disarm=("T0018", "T0114"),
)
READS_AUDIENCE = True
NEEDS = ("claim",)


@dataclass(frozen=True)
class Params:
    """How much money, and what it buys."""

    budget: float = param(500.0, "€", 0, 1e9, source="assumed", doc="spent evenly over the entry's hours")
    price: float = param(6.0, "€", 0.01, 1000, source="assumed", doc="of a thousand impressions")


SMALL = {"budget": 3.0}
TRIAL = Trial(
    moves={"": "+total_exposure", "budget": "+total_exposure", "price": "-total_exposure"},
    tries={"budget": (0.5, 5.0), "price": (3.0, 24.0)}, needs={"price": SMALL},
)  # fmt: skip


def during(world: World, entry: Entry) -> None:
    """Keep the newest post of its accounts on show."""
    advertise(world, entry, entry.params.budget, entry.params.price)

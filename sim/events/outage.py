"""Outage: a platform stops to answer, in one country or everywhere, until it is repaired."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Text, Trial, param
from sim.state import service
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Outage", "Panne de plateforme"),
    idea="takes one platform away, all of it or in part; a cable cut hits all platforms of a country at once",
    sources=("F16", "model.md"),
)
CUTS_SERVICE = True
READS_AUDIENCE = True
BY_COUNTRY = True


@dataclass(frozen=True)
class Params:
    """How much is left, and where people go meanwhile."""

    level: float = param(0.0, "share", 0, 1, source="assumed", doc="sessions that still get through")
    moves: float = param(0.5, "share", 0, 1, source="assumed", doc="lost time spent on other platforms meanwhile")


TRIAL = Trial(
    moves={"": "-visits", "level": "+visits", "moves": "+visits"},
    needs={"moves": {"scenario.layers.chat.platform": "closed_chat"}},
)


def begin(world: World, entry: Entry) -> None:
    """Fail."""
    service.keep_service(world, entry, entry.params.level)
    service.divert(world, entry, entry.params.moves * (1.0 - entry.params.level))


def end(world: World, entry: Entry) -> None:
    """Answer again."""
    service.let_serve(world, entry)
    service.let_return(world, entry)

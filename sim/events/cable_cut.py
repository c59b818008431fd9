"""Cable cut: a country loses most of its connection to all platforms, and gets it back in two steps."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Text, Trial, param
from sim.state import plans, service
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Cable cut", "Rupture de câble"),
    idea="slows every platform of a country down at once, so that nobody can go elsewhere; an outage hits one platform",
    sources=("F16", "model.md"),
)
CUTS_SERVICE = True
READS_AUDIENCE = True
BY_COUNTRY = True


@dataclass(frozen=True)
class Params:
    """What is left of the connection, first and once traffic takes other routes."""

    level: float = param(0.1, "share", 0, 1, source="assumed", doc="sessions that get through at first")
    detour: float = param(0.5, "share", 0, 1, source="assumed", doc="and once traffic goes other ways")
    detour_hours: float = param(6.0, "h", 0, 720, source="assumed", doc="how long it takes to find those")


TRIAL = Trial(
    moves={"": "-visits", "level": "+visits", "detour": "+visits", "detour_hours": "-visits"},
    entries={"trial": {"audience": "velmora"}},
)


def during(world: World, entry: Entry) -> None:
    """Let through what there is room for."""
    if plans.due(world, entry, 0.0):
        _let_through(world, entry, entry.params.level)
    if plans.due(world, entry, entry.params.detour_hours):
        _let_through(world, entry, max(entry.params.level, entry.params.detour))


def end(world: World, entry: Entry) -> None:
    """The cable is mended."""
    for _ in service.each_layer(world):
        service.let_serve(world, entry)


def _let_through(world: World, entry: Entry, share: float) -> None:
    for _ in service.each_layer(world):
        service.keep_service(world, entry, share)

"""Network attack: waves of traffic slow a platform down or take it away for a while, when it is needed most."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Text, Trial, param
from sim.state import plans, service
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Attack on a platform", "Attaque contre une plateforme"),
    idea="silences everybody on a platform at once instead of answering anybody; only its aggregate effect is played",
    sources=("F16", "model.md"),
    disarm=("T0123", "T0123.002"),
)
CUTS_SERVICE = True
READS_AUDIENCE = True
BY_COUNTRY = True


@dataclass(frozen=True)
class Params:
    """How strong the waves are, how long each lasts, and how often they come."""

    strength: float = param(0.9, "share", 0, 1, source="assumed", doc="sessions that fail in a wave")
    wave_hours: float = param(2.0, "h", 0.05, 336, source="assumed", doc="length of a wave")
    every_hours: float = param(6.0, "h", 0.05, 336, source="assumed", doc="from one wave to the next")


TRIAL = Trial(
    moves={"": "-visits", "strength": "-visits", "wave_hours": "-visits", "every_hours": "+visits"},
    tries={"every_hours": (4.0, 12.0), "wave_hours": (4.0,)},
)


def during(world: World, entry: Entry) -> None:
    """Begin a wave, or let it pass."""
    since = (world.clock.tick - entry.begun) % max(1, plans.ticks(world, entry.params.every_hours))
    if since == 0:
        service.keep_service(world, entry, 1.0 - entry.params.strength)
    elif since == plans.ticks(world, entry.params.wave_hours):
        service.let_serve(world, entry)


def end(world: World, entry: Entry) -> None:
    """The last wave has passed."""
    service.let_serve(world, entry)

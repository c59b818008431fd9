"""Detection lead: how long before the peak the alarm was raised."""

from __future__ import annotations

import numpy as np

from sim.ground.cards import Card, Text
from sim.state.survey import Members
from sim.state.warned import detectors, mean, right, sightings, worth_warning
from sim.state.watching import CLAIMS
from sim.state.world import World

CARD = Card(
    Text("Lead of the alarm", "Avance de l’alerte"),
    "hours from the first right alarm on a claim to the hour of most posts on it, and to half of all posts on it",
    sources=("C13", "A110"),
    unit="h",
    better="higher",
)
WHEN = "end"
SEGMENTED = False
READS_RESHARES = True
BY = "detectors"
MOMENTS = ("peak", "half")


def measure(world: World, _members: Members) -> dict[str, float]:
    """Hours by detector of claims and moment, a mean over the claims that it warned of; NaN without any."""
    told: dict[str, float] = {}
    for number, name, about in detectors(world):
        if about == CLAIMS:
            leads = [_leads(world, number, claim) for claim in worth_warning(world, about)]
            known = np.array([one for one in leads if one is not None]).reshape(-1, len(MOMENTS))
            told |= {f"{name}.{moment}": mean(known[:, place]) for place, moment in enumerate(MOMENTS)}
    return told


def _leads(world: World, number: int, claim: int) -> tuple[float, float] | None:
    """Hours from the first right alarm on a claim to the hour of most posts, and to half of them all."""
    looks = sightings(world, number)
    alarms = (looks.column("alarm") == 1) & (looks.column("about") == claim) & right(world, CLAIMS, looks)
    posts = [table.column("tick")[table.column("claim") == claim] for table in (world.originals, world.reshares)]
    ticks = np.sort(np.concatenate(posts))
    if not alarms.any() or not len(ticks):
        return None
    alarm, hour = int(looks.column("tick")[alarms][0]), world.clock.ticks_in(1.0)
    peak = int(np.bincount((ticks - ticks[0]) // hour).argmax()) * hour + int(ticks[0])
    half = int(ticks[len(ticks) // 2])
    return (peak - alarm) * world.clock.hours_per_tick, (half - alarm) * world.clock.hours_per_tick

"""Go without: while something fails, the hours count in which people reach no platform at all."""

from __future__ import annotations

import numpy as np

from sim.state.codes import Status
from sim.state.service import each_layer
from sim.state.world import World


def go_without(world: World) -> None:
    """Add to everybody's dark hours, as far as the best platform that they are on does not get through."""
    failing = (entry.active and cuts(world.ideas.timeline[entry.idea]) for entry in world.timeline)
    if world.clock.hour < 0 or not any(failing):
        return
    best = np.zeros(world.n, np.float32)
    for layer in each_layer(world):
        there = world.layers[layer].weight > 0 if world.layers else True
        able = there & (world.accounts.column("status") != Status.CUT_OFF)
        service = world.service[world.accounts.column("country")] if len(world.service) > 1 else world.service
        np.maximum(best, np.where(able, service, 0.0).astype(np.float32), out=best)
    world.accounts.dark += np.float32(world.clock.hours_per_tick) * (np.float32(1.0) - best)


def cuts(idea: object) -> bool:
    """Whether an idea of the timeline can cut people off from platforms."""
    return bool(getattr(idea, "CUTS_SERVICE", False))

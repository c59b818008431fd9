"""Detect: each hour the detectors look at what an analyst could see, and may raise an alert (C13)."""

from __future__ import annotations

from sim.state.world import World


def detect(world: World) -> None:
    """Let every detector of the scenario watch; an alert stands in `world.alerts` and in the journal."""
    if world.clock.hour < 0 or not world.clock.starts_every(1.0):
        return
    for module, params in world.ideas.detectors:
        name = module.__name__.rpartition(".")[2]
        if module.watch(world, params):
            if name not in world.alerts:
                world.alerts[name] = world.clock.tick
            world.note("alert", name)

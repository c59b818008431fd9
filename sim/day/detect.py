"""Detect: each hour the detectors look at what an analyst could see, and may raise an alert (C13)."""

from __future__ import annotations

import numpy as np

from sim.state.sightings import Look
from sim.state.watching import alert_of, subjects
from sim.state.world import World


def detect(world: World) -> None:
    """Let every detector of the scenario watch, keep its scores, and raise the alerts that it has."""
    if world.clock.hour < 0 or not world.clock.starts_every(1.0):
        return
    for number, (module, params) in enumerate(world.ideas.detectors):
        look = module.watch(world, params)
        if look is None:
            continue
        world.sightings.append(len(look.score), detector=number, about=np.arange(len(look.score)),
                               tick=world.clock.tick, score=look.score, alarm=look.alarm)  # fmt: skip
        if len(look.accounts):
            world.suspects.book(number, look, world.clock.tick)
        if look.alarm.any():
            _alert(world, number, look)


def _alert(world: World, number: int, look: Look) -> None:
    """Let an alert stand in `world.alerts` and in the journal; somebody spends time on each."""
    module, params = world.ideas.detectors[number]
    name, about, named = module.__name__.rpartition(".")[2], subjects(world, module.ABOUT), int(look.accused.sum())
    world.alerts.setdefault(name, world.clock.tick)
    for subject in np.flatnonzero(look.alarm).tolist():
        world.alerts.setdefault(alert_of(name, module.ABOUT, about[subject]), world.clock.tick)
        detail = (about[subject], f"score {look.score[subject]:.1f}", f"{named} accounts" if named else "")
        world.note("alert", name, ", ".join(part for part in detail if part))
        world.ledger.spend(0.0, params.staff)

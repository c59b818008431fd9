"""Rankers: how well outsiders know by which signs a feed ranks, once that has been published."""

from __future__ import annotations

import numpy as np

from sim.state.timeline import Entry
from sim.state.world import World

PREFIX = "ranker known/"  # in World.memory: by how much each entry in force helps those who game it


def publish(world: World, entry: Entry, help_to_gaming: float) -> None:
    """From now on those who fake engagement are seen through so much less often."""
    world.memory[PREFIX + entry.name] = np.array([1.0 + help_to_gaming])


def close(world: World, entry: Entry) -> None:
    """What is known is old by now."""
    world.memory.pop(PREFIX + entry.name, None)


def known_by(world: World) -> float:
    """By what factor less often fake engagement is seen through; 1 where nothing is published."""
    factor = 1.0
    for name, value in sorted(world.memory.items()):
        if name.startswith(PREFIX):
            factor *= float(value[0])
    return factor

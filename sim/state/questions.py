"""Questions before sharing: how often the platform asks one, and what people have learned from them (C18)."""

from __future__ import annotations

import numpy as np

from sim.ground.types import F32
from sim.state.timeline import Entry
from sim.state.world import World

PREFIX = "questions/"  # in World.memory: (chance, learning) of each entry in force
LEARNED = "learned from questions"  # in World.memory: (account), 0..1


def ask(world: World, entry: Entry, chance: float, learning: float) -> None:
    """From now on a reshare meets a question with this chance; who is asked learns this share of what is left."""
    world.memory[PREFIX + entry.name] = np.array([chance, learning])
    world.memory.setdefault(LEARNED, np.zeros(world.n, np.float32))


def stop_asking(world: World, entry: Entry) -> None:
    """The measure of this entry is over; what was learned stays."""
    world.memory.pop(PREFIX + entry.name, None)


def asked(world: World) -> tuple[float, float]:
    """The chance that a reshare meets any question, and what the most instructive of them teaches."""
    spared, learning = 1.0, 0.0
    for name, told in sorted(world.memory.items()):
        if name.startswith(PREFIX):
            spared, learning = spared * (1.0 - float(told[0])), max(learning, float(told[1]))
    return 1.0 - spared, learning


def learned(world: World) -> F32:
    """(account), how much each goes by quality when it shares, and no longer by appeal."""
    return world.memory.get(LEARNED, np.zeros(world.n, np.float32))

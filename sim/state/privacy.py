"""Privacy: how much of what could be known of people lies open to those who would use it."""

from __future__ import annotations

from sim.state.world import World

PROTECTED = "protected"  # in Entry.memory of what protects, while it lasts


def unshielded(world: World) -> float:
    """The share of personal data that no measure in force protects."""
    share = 1.0
    for entry in world.timeline:
        if entry.active:
            share *= 1.0 - entry.memory.get(PROTECTED, 0.0)
    return share

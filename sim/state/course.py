"""The course of a metric: its series since hour 0, for outcomes that sum up the whole run."""

from __future__ import annotations

import numpy as np

from sim.ground.types import F64
from sim.state.world import World


def courses(world: World, metric: str) -> dict[str, F64]:
    """The series of a metric by what stands behind its name: `claim`, or `claim@segment`."""
    if not world.measured:
        return {}
    start = f"{metric}."
    names = [name for name in world.measured[-1] if name.startswith(start)]
    return {name[len(start) :]: np.array([row[name] for row in world.measured]) for name in names}

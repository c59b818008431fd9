"""Moving: people take a part of their time to another platform, and follow an account there."""

from __future__ import annotations

import numpy as np

from sim.ground.types import AnyArray
from sim.state.world import World


def move_over(world: World, to: int, who: AnyArray, share: float, host: int) -> None:
    """Let accounts spend this share of their time on the layer at hand on another one, and hear `host` there."""
    here, there = world.layers[world.layer].weight, world.layers[to].weight
    time = here[who] * np.float32(share)
    here[who] -= time
    there[who] += time
    none, network = np.empty(0, np.int64), world.layers[to].held["network"]
    world.layers[to].held["network"] = network.edited(none, none, who, np.full(len(who), host))

"""Hours to size: how fast the largest cascade on a claim grew."""

from __future__ import annotations

import math

import numpy as np

from sim.ground.cards import Card, Text
from sim.state.codes import Stance
from sim.state.survey import Members
from sim.state.trees import claim_forest
from sim.state.world import World

CARD = Card(
    Text("Hours to size", "Heures avant d’atteindre une taille"),
    "hours until the largest cascade supporting the claim had 10, 100 and 1,000 posts, counted from its first",
    sources=("D3",),
    unit="h",
)
WHEN = "end"
SEGMENTED = False
READS_RESHARES = True
BY = "claims"
SIZES = (10, 100, 1000)  # posts


def measure(world: World, members: Members) -> dict[str, float]:
    """Hours by claim and size; NaN where no cascade grew so large."""
    claims = enumerate(world.names.claims)
    return {f"{name}.{size}": hours for k, name in claims for size, hours in _hours(world, members, k).items()}


def _hours(world: World, members: Members, claim: int) -> dict[int, float]:
    """Hours by size."""
    trees, made, passed = members.once(claim_forest, claim, Stance.SUPPORT), world.originals, world.reshares
    if not len(trees.root):
        return dict.fromkeys(SIZES, math.nan)
    root = trees.root[np.argmax(trees.size)]
    posts = [table.column("tick")[table.column(key) == root] for table, key in ((made, "post"), (passed, "root"))]
    ticks = np.sort(np.concatenate(posts), kind="stable")
    return {size: float(ticks[size - 1] - ticks[0]) * world.clock.hours_per_tick if size <= len(ticks) else math.nan
            for size in SIZES}  # fmt: skip

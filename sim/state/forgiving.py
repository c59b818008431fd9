"""Forgiving: a source that was wrong without meaning it, and soon said so, loses less trust (C7)."""

from __future__ import annotations

import numpy as np

from sim.state.accounts import rows_of
from sim.state.world import World

SOON = 1.0  # h, C7
FORGIVEN = 0.7  # C7: the event weighs 0.3 if the owner explains within the hour


def forgive(world: World, claim: int, source: int, stream: str) -> None:
    """Let a share of those who heard the claim from a source hold it against that source no more."""
    bit = np.uint8(1 << source)
    heard_from = world.accounts.heard_from
    rows = rows_of((heard_from[: world.n, claim] & bit) > 0)
    rows = rows[world.draws.uniform(stream, 0, rows) < FORGIVEN]
    heard_from[rows, claim] &= ~bit

"""Claims by their truth, and figures named by claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from sim.ground.types import I64, AnyArray
from sim.state.world import World

Values = AnyArray | Sequence[float]


def false_claims(world: World) -> I64:
    """Rows of the claims that are false or misleading."""
    return np.flatnonzero(world.claims.column("true") == 0)


def true_claims(world: World) -> I64:
    """Rows of the claims that are true."""
    return np.flatnonzero(world.claims.column("true") == 1)


def by_claim(world: World, values: Values, claims: Iterable[int] | None = None) -> dict[str, float]:
    """The values (one for each claim) under the claims' names; only those of `claims` if given."""
    rows = range(world.claims.n) if claims is None else claims
    return {world.names.claims[k]: float(values[k]) for k in rows}

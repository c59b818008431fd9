"""The public: the people whose minds count, the claims that are false or true, and figures named by claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from sim.ground.types import B8, I64, AnyArray
from sim.state.world import World

Values = AnyArray | Sequence[float]


def public(world: World, members: B8) -> B8:
    """Mask of the people (citizens and influencers) among the members of a segment."""
    return np.asarray(world.accounts.people() & members)


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

"""Tallies: running counts that metrics read, kept exactly and cheaply."""

from __future__ import annotations

import numpy as np

from sim.ground.types import I64, AnyArray
from sim.state.codes import Kind


class Tallies:
    """Whole-number counts since the scenario's start (the burn-in is not counted).

    `exposures` is (claim + 1, stance + 1, kind of author); the last claim row is ordinary traffic.
    `originals`, `reshares` are (claim + 1, stance + 1).
    """

    ARRAYS = ("exposures", "originals", "reshares", "totals")
    TOTALS = ("visits", "exposures", "deliveries", "posts", "reshares", "likes", "replies", "reports", "follows",
              "unfollows")  # fmt: skip

    def __init__(self, claims: int) -> None:
        self.exposures: I64 = np.zeros((claims + 1, 3, len(Kind)), np.int64)
        self.originals: I64 = np.zeros((claims + 1, 3), np.int64)
        self.reshares: I64 = np.zeros((claims + 1, 3), np.int64)
        self.totals: I64 = np.zeros(len(self.TOTALS), np.int64)  # burn-in included, for rates of work

    def count(self, name: str, number: int) -> None:
        """Add to one of the totals."""
        self.totals[self.TOTALS.index(name)] += number

    def total(self, name: str) -> int:
        """One of the totals."""
        return int(self.totals[self.TOTALS.index(name)])

    def seen(self) -> I64:
        """(claim + 1, stance + 1), exposures whoever the author was."""
        return np.asarray(self.exposures.sum(axis=2))

    def arrays(self) -> dict[str, AnyArray]:
        """Everything a checkpoint needs."""
        return {name: getattr(self, name) for name in self.ARRAYS}

    def restore(self, arrays: dict[str, AnyArray]) -> None:
        """Take back what `arrays` gave."""
        for name in self.ARRAYS:
            setattr(self, name, np.array(arrays[name]))

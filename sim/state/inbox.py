"""Inboxes: for each account the last posts its followees sent, one cache line a reader."""

from __future__ import annotations

import numpy as np

from sim.ground.types import I32, AnyArray

WIDTH = 15  # A8: working feed window; 15 slots and a counter fill one 64-byte line


class Inbox:
    """`lines` is (account, width + 1) int32: post ids, then the count of deliveries ever made.

    An entry above 0 waits to be seen, below 0 was seen (minus the id), 0 is empty. New posts
    overwrite the oldest slot.
    """

    def __init__(self, accounts: int, width: int = WIDTH) -> None:
        self.width = width
        self.lines: I32 = np.zeros((accounts, width + 1), np.int32)

    def waiting(self, row: int) -> I32:
        """Ids of the posts that one account has not seen yet."""
        line = self.lines[row, : self.width]
        return np.asarray(line[line > 0])

    def deliveries(self) -> int:
        """Deliveries made so far, to all accounts."""
        return int(self.lines[:, self.width].sum(dtype=np.int64))

    def arrays(self) -> dict[str, AnyArray]:
        """Everything a checkpoint needs."""
        return {"lines": self.lines}

    def restore(self, arrays: dict[str, AnyArray]) -> None:
        """Take back what `arrays` gave."""
        self.lines = np.array(arrays["lines"])
        self.width = self.lines.shape[1] - 1

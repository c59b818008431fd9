"""Standings: accounts that readers take for somebody else, or trust less than their source, since they know more."""

from __future__ import annotations

from typing import ClassVar

import numpy as np

from sim.ground.columns import Column, Columns
from sim.ground.types import F32, I8, I32, AnyArray


class Standings(Columns):
    """One row for each account with a name of its own to win or lose, in order of accounts; most have none.

    A reader takes such an account for one of the group `poses` with probability `likeness`, always or never;
    `doubted` is the share of trust that its posts have lost with everybody.
    """

    account: I32
    poses: I8
    likeness: F32
    like: I32
    doubted: F32

    COLUMNS: ClassVar[dict[str, Column]] = {
        "account": Column("i4", "the account"),
        "poses": Column("i1", "source group that it passes itself off as (Source), -1 = none", default=-1, low=-1),
        "likeness": Column("f4", "P(a careless reader is taken in)", "prob", low=0, high=1),
        "like": Column("i4", "account that it copies, -1 = none", default=-1, low=-1),
        "doubted": Column("f4", "share of trust in it that public knowledge has taken", "0..1", low=0, high=1),
    }

    def rows_for(self, accounts: AnyArray) -> AnyArray:
        """The rows of some accounts; who has none gets one."""
        missing = np.setdiff1d(accounts, self.column("account"))
        if len(missing):
            self.append(len(missing), account=missing)
            order = np.argsort(self.column("account"), kind="stable")
            for name in self.COLUMNS:
                self.column(name)[:] = self.column(name)[order]
        return np.searchsorted(self.column("account"), accounts)

    def known(self, accounts: AnyArray) -> AnyArray:
        """The rows of those of the accounts that have one."""
        return np.flatnonzero(np.isin(self.column("account"), accounts))

    def pose(self, accounts: AnyArray, source: int, likeness: float, like: int = -1) -> None:
        """Let accounts pass themselves off as one of a source group, or as one account of it."""
        rows = self.rows_for(np.unique(accounts))
        self.poses[rows], self.likeness[rows], self.like[rows] = source, likeness, like

    def drop(self, accounts: AnyArray) -> None:
        """Let accounts appear as what they are again; what is doubted stays so."""
        self.likeness[self.known(accounts)] = 0.0

    def doubt(self, accounts: AnyArray, share: float) -> None:
        """Take a share of the trust that is left away from some accounts."""
        rows = self.rows_for(np.unique(accounts))
        self.doubted[rows] = 1.0 - (1.0 - self.doubted[rows]) * np.float32(1.0 - share)

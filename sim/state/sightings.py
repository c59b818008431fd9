"""Sightings: what detectors reported look after look, and whom they suspected."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

import numpy as np

from sim.ground.columns import Column, Columns
from sim.ground.types import B8, F32, F64, I8, I16, I32, U8, AnyArray


@dataclass(frozen=True)
class Look:
    """One look of a detector: a score and whether it is an alarm, for each thing that it watches.

    One that watches accounts names those with a `suspicion` above 0, and says which of them it accuses.
    """

    score: F64
    alarm: B8
    accounts: I32 = field(default_factory=lambda: np.empty(0, np.int32))
    suspicion: F64 = field(default_factory=lambda: np.empty(0))
    accused: B8 = field(default_factory=lambda: np.empty(0, np.bool_))


class Sightings(Columns):
    """One row for each look of a detector at each of its subjects."""

    detector: I8
    about: I16
    tick: I32
    score: F32
    alarm: U8

    COLUMNS: ClassVar[dict[str, Column]] = {
        "detector": Column("i1", "detector, in the order of the scenario", low=0),
        "about": Column("i2", "claim or segment that it looked at, in the order of their names", low=0),
        "tick": Column("i4", "tick of the look", "tick"),
        "score": Column("f4", "how unusual it looked, in the detector's own measure"),
        "alarm": Column("u1", "whether it raised the alarm", high=1),
    }


class Suspects(Columns):
    """One row for each account that a detector ever suspected."""

    detector: I8
    account: I32
    tick: I32
    suspicion: F32
    accused: U8

    COLUMNS: ClassVar[dict[str, Column]] = {
        "detector": Column("i1", "detector, in the order of the scenario", low=0),
        "account": Column("i4", "the account"),
        "tick": Column("i4", "tick of the first suspicion", "tick"),
        "suspicion": Column("f4", "highest suspicion so far", "0..1", low=0, high=1),
        "accused": Column("u1", "whether it was named in an alert", high=1),
    }

    def book(self, detector: int, look: Look, tick: int) -> None:
        """Keep the highest suspicion of each account, and whether it was ever named."""
        own = np.flatnonzero(self.column("detector") == detector)
        new = ~np.isin(look.accounts, self.account[own])
        self.append(int(new.sum()), detector=detector, account=look.accounts[new], tick=tick)
        rows = self.rows_of(detector, look.accounts)
        self.suspicion[rows] = np.maximum(self.suspicion[rows], look.suspicion)
        self.accused[rows] |= look.accused.astype(np.uint8)

    def rows_of(self, detector: int, accounts: AnyArray) -> AnyArray:
        """The rows of some accounts, all of which it suspected."""
        own = np.flatnonzero(self.column("detector") == detector)
        own = own[np.argsort(self.account[own], kind="stable")]
        return own[np.searchsorted(self.account[own], accounts)]

"""Takeovers: accounts that strangers got hold of, from when to when, and how far their posts went (C17)."""

from __future__ import annotations

from typing import ClassVar

from sim.ground.columns import Column, Columns
from sim.ground.types import F32, I32


class Takeovers(Columns):
    """One row for each account taken over, in order of time."""

    account: I32
    taken: I32
    recovers: I32
    recovered: I32
    views: I32
    followers: F32

    COLUMNS: ClassVar[dict[str, Column]] = {
        "account": Column("i4", "the account"),
        "taken": Column("i4", "tick in which it was taken over", "tick"),
        "recovers": Column("i4", "tick in which its owner will have it back", "tick"),
        "recovered": Column("i4", "tick in which its owner got it back, -1 = not yet", "tick", default=-1),
        "views": Column("i4", "times that posts of the strangers were seen", "exposures", low=0),
        "followers": Column("f4", "followers when it was taken over", "accounts", low=0),
    }

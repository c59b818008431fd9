"""Ads: impressions bought for an audience, shown to whoever of it is awake until the money is spent."""

from __future__ import annotations

from typing import ClassVar
from zlib import crc32

import numpy as np

from sim.ground.columns import Column, Columns
from sim.ground.types import F64, I16, I32, I64


class Ads(Columns):
    """One row for each campaign that was ever booked, in the order of booking."""

    entry: I32
    claim: I16
    post: I32
    pace: F64
    owed: F64
    price: F64
    budget: F64
    spent: F64
    shown: I64

    COLUMNS: ClassVar[dict[str, Column]] = {
        "entry": Column("i4", "its entry: a number made of its name, the same in every plan", low=0),
        "claim": Column("i2", "claim that it tells", low=0),
        "post": Column("i4", "id of the post that is shown, 0 = none yet"),
        "pace": Column("f8", "impressions that are to be shown in a tick", "impressions", low=0),
        "owed": Column("f8", "impressions that were to be shown by now and were not", "impressions", low=0),
        "price": Column("f8", "what an impression costs for all for whom an account stands", "€", low=0),
        "budget": Column("f8", "what may be spent", "€", low=0),
        "spent": Column("f8", "what has been spent", "€", low=0),
        "shown": Column("i8", "impressions shown since hour 0", "impressions", low=0),
    }

    def row_of(self, entry: str) -> int:
        """The row of the campaign of an entry by its name, -1 if it has booked none."""
        found = np.flatnonzero(self.column("entry") == number_of(entry))
        return int(found[0]) if len(found) else -1

    def left(self, row: int) -> int:
        """How many impressions what is left of the budget buys."""
        return int(max(0.0, self.budget[row] - self.spent[row]) / self.price[row] + 1e-9)

    def book(self, row: int, count: int, money: float, *, counted: bool) -> None:
        """Write down that so many impressions were shown and paid for."""
        self.owed[row] -= count
        self.spent[row] += money
        self.shown[row] += count if counted else 0


def number_of(entry: str) -> int:
    """The number that stands for an entry's name."""
    return crc32(entry.encode()) & 0x7FFF_FFFF

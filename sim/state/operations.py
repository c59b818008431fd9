"""Operations: what each has to spend, what it has spent, and how far its traces are laundered."""

from __future__ import annotations

from typing import ClassVar

from sim.ground.columns import Column, Columns
from sim.ground.types import F64, I32

NO_LIMIT = 2**31 - 1


class Operations(Columns):
    """One row for each operation of the scenario, in the order of `Names.operations`."""

    budget: F64
    spent: F64
    earned: F64
    hops: I32

    COLUMNS: ClassVar[dict[str, Column]] = {
        "budget": Column("f8", "what it may spend, -1 = no limit", "€", default=-1, low=-1),
        "spent": Column("f8", "what it has spent", "€", low=0),
        "earned": Column("f8", "what advertisers have paid on its pages", "€", low=0),
        "hops": Column("i4", "neutral hands through which its content has passed", "hands", low=0),
    }

    def affordable(self, operation: int, price: float) -> int:
        """How many things of a price it can still pay."""
        if self.budget[operation] < 0.0 or price <= 0.0:
            return NO_LIMIT
        left = self.budget[operation] + self.earned[operation] - self.spent[operation]
        return int(min(NO_LIMIT, max(0.0, left + 1e-9) / price))

    def pay(self, operation: int, money: float) -> None:
        """Book what it spends."""
        self.spent[operation] += money

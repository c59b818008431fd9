"""Lessons: what several measures teach, resistance to techniques that fades with its own half-life (C6)."""

from __future__ import annotations

import numpy as np

from sim.ground.types import AnyArray
from sim.state.accounts import Accounts


def inoculate(accounts: Accounts, rows: AnyArray, strength: float, half_life: float, technique: int = -1,
              spill_over: float = 1.0) -> None:  # fmt: skip
    """Give accounts resistance to a technique and, by the spill-over, to others; who has more keeps it."""
    for each in range(accounts.inoculation.shape[1]):
        gained = np.float32(strength * (1.0 if each == technique else spill_over))
        weaker = rows[accounts.inoculation[rows, each] < gained]
        accounts.inoculation[weaker, each] = gained
        accounts.inoculation_half_life[weaker, each] = np.float32(half_life)

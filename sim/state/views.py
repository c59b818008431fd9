"""Two scales for one mind: log-odds x, and the view v = 2 b - 1 on -1..1 that averaging rules use."""

from __future__ import annotations

import math

import numpy as np

from sim.ground.rules import rule
from sim.ground.types import AnyArray

SUREST = 0.999  # views are cut here, so that log-odds stay finite


@rule()
def view_of(log_odds: float) -> float:
    """A belief in log-odds as a view on -1..1."""
    return 2.0 / (1.0 + math.exp(-np.float64(log_odds))) - 1.0


@rule()
def log_odds_of(view: float) -> float:
    """A view on -1..1 as log-odds."""
    inside = min(SUREST, max(-SUREST, view))
    return math.log((1.0 + inside) / (1.0 - inside))


@rule()
def is_last(reader: AnyArray, claim: AnyArray, e: int) -> bool:
    """Whether no later impression of this tick has the same reader and claim (rows come reader by reader)."""
    for later in range(e + 1, reader.size):
        if reader[later] != reader[e]:
            return True
        if claim[later] == claim[e]:
            return False
    return True


@rule()
def first_of_reader(reader: AnyArray, e: int) -> int:
    """The first impression in this tick of the reader of impression e."""
    first = e
    while first > 0 and reader[first - 1] == reader[e]:
        first -= 1
    return first

"""Cells: a column as an attribute of accounts, read in Python's own width and written only if it fits."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.ground.draws import exponentiated
from sim.ground.rules import rule
from sim.ground.types import F64, AnyArray
from sim.state.accounts import Accounts

if TYPE_CHECKING:
    from sim.agents.account import Account

# What only the engine may write, and what to do instead.
GIVEN = {
    "kind": "an account keeps its kind",
    "anchor": "it is a part of belief: set belief",
    "gain": "it is a part of belief: set belief",
    "corrected": "it is a part of belief: set belief",
}


class Cell:
    """The entry of one column in an account's row: a number, or a view of the row if it has several."""

    def __init__(self, name: str) -> None:
        column = Accounts.COLUMNS[name]
        self.name = name
        self.__doc__ = f"{column.doc} [{column.unit}]"

    def __get__(self, account: Account | None, owner: type) -> Any:
        if account is None:
            return self
        column: AnyArray = getattr(account.columns, self.name)
        if column.ndim == 1:
            return column.item(account.row)
        values = column[account.row]
        # a write into one claim's belief would leave its parts behind
        values.flags.writeable = self.name not in GIVEN and self.name != "belief"
        return values

    def __set__(self, account: Account, value: Any) -> None:
        write(account.columns, self.name, account.row, value)


def read(accounts: Accounts, name: str, rows: AnyArray) -> AnyArray:
    """A copy of a column's entries as wide as Python's numbers, so that sums neither wrap nor lose digits."""
    values: AnyArray = getattr(accounts, name)[rows]
    return values.astype(np.float64 if values.dtype.kind == "f" else np.int64)


def write(accounts: Accounts, name: str, rows: Any, value: Any) -> None:
    """Put values into a column; a new belief moves its lasting part, so that it does not fade away."""
    if name in GIVEN:
        raise AttributeError(f"{name} cannot be set: {GIVEN[name]}")
    held = _fitting(name, value)
    if name == "belief":
        accounts.anchor[rows] += held - accounts.belief[rows]
    getattr(accounts, name)[rows] = held


@rule()
def believed(log_odds: float) -> float:
    """One log-odds as probability, with the same bits as many at once."""
    return 1.0 / (1.0 + math.exp(-log_odds))


def probability(log_odds: AnyArray) -> F64:
    """Log-odds as probability."""
    odds_against = np.empty(np.shape(log_odds), np.float64)
    exponentiated(np.ascontiguousarray(-log_odds, np.float64).reshape(-1), odds_against.reshape(-1))
    return 1.0 / (1.0 + odds_against)


def _fitting(name: str, value: Any) -> AnyArray:
    column = Accounts.COLUMNS[name]
    given = np.asarray(value)
    if given.dtype.kind not in "biuf":
        raise TypeError(f"{name} holds numbers, not {value!r}")
    with np.errstate(invalid="ignore", over="ignore"):
        held = given.astype(column.dtype)
    whole = held.dtype.kind != "f"
    low = -np.inf if column.low is None else column.low
    high = np.inf if column.high is None else column.high
    fits = np.isfinite(held) & (given >= low) & (given <= high) & ((held == given) | (not whole))
    if not fits.all():
        numbers = "whole numbers" if whole else "numbers"
        raise ValueError(f"{name} takes {numbers} from {low:g} to {high:g} ({column.unit}), not {value!r}")
    return held

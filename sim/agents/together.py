"""Together: a function of one account is called once with whole columns, where that must give the same."""

from __future__ import annotations

import dis
from collections.abc import Callable
from functools import lru_cache
from types import CodeType
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.agents.cells import probability, read
from sim.ground.types import F64, I32, AnyArray
from sim.state.accounts import Accounts

if TYPE_CHECKING:
    from sim.agents.roster import Roster

_HARMLESS_CALLS = {"abs", "believes", "trust", "unique_id", "row", *Accounts.COLUMNS}


class Together:
    """Stands in for an account: every attribute is the column of all accounts of a set.

    A column with several entries an account comes with the accounts last, so that `a.belief[0]`
    means the first claim for one account and for all.
    """

    def __init__(self, roster: Roster, rows: I32) -> None:
        self._roster = roster
        self.row = rows.astype(np.int64)
        self.unique_id = self.row + 1

    def __getattr__(self, name: str) -> AnyArray:
        if name not in Accounts.COLUMNS:
            raise AttributeError(name)
        accounts = self._roster.world.accounts
        if Accounts.COLUMNS[name].shape:  # as narrow as the views of single rows, so that both compare alike
            column: AnyArray = getattr(accounts, name)
            return np.asarray(column[self.row].T)
        return read(accounts, name, self.row)

    def believes(self, claim: str) -> F64:
        """Probability that each account gives the claim."""
        return probability(self.belief[self._roster.claim(claim)])

    def trust(self, source: str | int) -> AnyArray:
        """Trust of each account in a source."""
        return self._roster.trust(source, self.row)


def together(function: Callable[[Any], Any], roster: Roster, rows: I32) -> AnyArray | None:
    """What the function gives for each of the rows, or None if it has to be asked account by account.

    That is so if it may draw luck, change something or call what we do not know, and if it stumbles
    over columns (as `and`, `in`, `if` do) or over a number on which Python would raise.
    """
    code = getattr(function, "__code__", None)
    if code is None or not len(rows) or not _only_computes(code):
        return None
    try:
        with np.errstate(all="raise"):
            values = function(Together(roster, rows))
    except Exception:  # asked of single accounts it gives an answer, or the same error in the user's terms
        return None
    return values if isinstance(values, np.ndarray) and values.shape == rows.shape else None


@lru_cache
def _only_computes(code: CodeType) -> bool:
    operations = {instruction.opname for instruction in dis.get_instructions(code)}
    changes = any(
        name.startswith(("STORE_", "DELETE_", "IMPORT_")) and not name.startswith("STORE_FAST") for name in operations
    )
    calls = any("CALL" in name for name in operations)
    known = not code.co_freevars and set(code.co_names) <= _HARMLESS_CALLS
    return not changes and (known or not calls)

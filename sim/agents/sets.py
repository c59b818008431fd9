"""A set of accounts that does what Mesa's AgentSet does, with an array of rows in place of objects."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np
from mesa.agentset import AbstractAgentSet, GroupBy

from sim.agents.account import Account
from sim.agents.cells import read, write
from sim.agents.together import together
from sim.ground.types import B8, I32, I64
from sim.state.accounts import Accounts, rows_of

if TYPE_CHECKING:
    from sim.agents.roster import Roster

Method = str | Callable[..., Any]


class AccountSet(AbstractAgentSet):
    """Accounts in an order. `model.agents` and `agents_by_type[...]` are live, every other set is fixed.

    An account that left the platform is in no set. It differs from Mesa in three things:
    `get` gives arrays where Mesa gives lists (for several columns: an array with a line for each account);
    `select` takes a mask too, and `set` of a column an array with a value for each account;
    a function that only computes (`lambda a: (a.opinion > 0) & (a.strikes < 2)`) is called once with whole
    columns. `and`, `if`, calls of other functions and attributes that are no columns work as in Mesa,
    account by account.
    """

    def __init__(self, roster: Roster, rows: I32 | None = None, of: type | None = None) -> None:
        self.roster = roster
        self._rows = rows  # None: live
        self._of = of  # the class of a live set, None = all

    @property
    def model(self) -> Any:
        """The model whose accounts they are."""
        return self.roster.model

    @property
    def random(self) -> Any:
        """The model's random numbers, by which it shuffles."""
        return self.roster.model.random

    @property
    def rows(self) -> I32:
        """Row numbers of the accounts, in the set's order."""
        present = self.roster.present()
        if self._rows is not None:
            return self._rows[present[self._rows]]
        return rows_of(present if self._of is None else present & self.roster.exactly(self._of))

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Account]:
        return map(self.roster.account, self.rows.tolist())

    def __contains__(self, account: object) -> bool:
        return self._knows(account) and bool((self.rows == account.row).any())  # type: ignore[attr-defined]

    def __getitem__(self, place: int | slice) -> Account | list[Account]:
        if isinstance(place, slice):
            return self.roster.accounts(self.rows[place]).to_list()
        return self.roster.account(int(self.rows[place]))

    def to_list(self) -> list[Account]:
        """The accounts as objects."""
        return list(self)

    def copy(self) -> AccountSet:
        """A fixed set of the same accounts."""
        return self.roster.accounts(self.rows)

    __copy__ = copy

    # --- reading and writing

    def get(self, attr_names: str | list[str], handle_missing: str = "error",
            default_value: Any = None) -> Any:  # fmt: skip
        """Values of one attribute, or lines of several; a missing one is an error or gets the default."""
        if handle_missing not in ("error", "default"):
            raise ValueError(f"handle_missing is 'error' or 'default', not {handle_missing!r}")
        default = (default_value,) if handle_missing == "default" else ()
        if isinstance(attr_names, str):
            return self._values(attr_names, *default)
        columns = [self._values(name, *default) for name in attr_names]
        if all(isinstance(values, np.ndarray) and values.ndim == 1 for values in columns):
            return np.stack(columns, axis=1)
        return [list(line) for line in zip(*columns, strict=True)]

    def _values(self, name: str, *default: Any) -> Any:
        if name in Accounts.COLUMNS:
            return read(self.roster.world.accounts, name, self.rows)
        if name in ("row", "unique_id"):
            return self.rows.astype(np.int64) + (name == "unique_id")
        return [getattr(account, name, *default) for account in self]

    def set(self, attr_name: str, value: Any) -> AccountSet:
        """Set an attribute of all; what is no column makes a Python object of each account."""
        if attr_name in Accounts.COLUMNS:
            write(self.roster.world.accounts, attr_name, self.rows, value)
        else:
            for account in self:
                setattr(account, attr_name, value)
        return self

    def agg(self, attribute: str, func: Callable[[Any], Any] | Iterable[Callable[[Any], Any]]) -> Any:
        """What one function, or each of several, makes of the values of an attribute."""
        values = self.get(attribute)
        return _reduced(values, func) if callable(func) else [_reduced(values, one) for one in func]

    # --- choosing and ordering

    def select(self, filter_func: Any = None, at_most: float = math.inf, inplace: bool = False,
               agent_type: type | None = None) -> AccountSet:  # fmt: skip
        """The accounts of a type that pass a filter (function or mask), at most a number or share of them."""
        rows = self.rows
        if isinstance(at_most, float) and at_most <= 1.0:
            at_most = int(len(rows) * at_most)
        if filter_func is not None and not callable(filter_func):
            rows = rows[_mask(filter_func, len(rows))]
        if agent_type is not None:
            rows = rows[self.roster.instances(agent_type)[rows]]
        limit = None if at_most == math.inf else math.ceil(at_most)
        if callable(filter_func):
            return self._hold(self._passing(rows, filter_func, limit), inplace)
        return self._hold(rows[:limit], inplace)

    def _passing(self, rows: I32, filter_func: Callable[[Any], Any], limit: int | None) -> I32:
        passes = together(filter_func, self.roster, rows)
        if passes is not None:
            return rows[passes.astype(np.bool_)][:limit]
        account = self.roster.account
        found = (row for row in rows.tolist() if filter_func(account(row)))
        return np.fromiter(islice(found, limit), np.int32)

    def sort(self, key: Method, ascending: bool = False, inplace: bool = False) -> AccountSet:
        """The accounts by an attribute or function, highest first by default; ties keep their order."""
        keys = self._keys(key)
        order: Any
        if not isinstance(keys, np.ndarray) or keys.ndim > 1:
            order = sorted(range(len(keys)), key=keys.__getitem__, reverse=not ascending)
        elif ascending:
            order = np.argsort(keys, kind="stable")
        else:  # from behind, so that ties keep their order
            order = len(keys) - 1 - np.argsort(keys[::-1], kind="stable")[::-1]
        return self._hold(self.rows[order], inplace)

    def shuffle(self, inplace: bool = False) -> AccountSet:
        """The accounts in the order that Mesa, with the same luck, would shuffle them to."""
        return self._hold(self._shuffled(), inplace)

    def _shuffled(self) -> I32:
        rows = self.rows.tolist()
        self.random.shuffle(rows)
        return np.array(rows, np.int32)

    def groupby(self, by: Method, result_type: str = "agentset") -> AccountGroups:
        """The accounts by an attribute or function, groups in order of their first account."""
        rows = self.rows
        groups = {key: self.roster.accounts(rows[places]) for key, places in _places(self._keys(by)).items()}
        if result_type == "agentset":
            return AccountGroups(groups)
        return AccountGroups({key: group.to_list() for key, group in groups.items()})

    def _keys(self, by: Method) -> Any:
        if isinstance(by, str):
            return self._values(by)
        keys = together(by, self.roster, self.rows)
        return [by(account) for account in self] if keys is None else keys

    def _hold(self, rows: I32, inplace: bool) -> AccountSet:
        if not inplace:
            return self.roster.accounts(rows)
        self._rows = rows
        return self

    # --- acting

    def do(self, method: Method, *args: Any, **kwargs: Any) -> AccountSet:
        """Call a method or function of each account that is still there when its turn comes."""
        for _ in self._answers(self.rows, method, args, kwargs):
            continue
        return self

    def shuffle_do(self, method: Method, *args: Any, **kwargs: Any) -> AccountSet:
        """`do` in shuffled order."""
        for _ in self._answers(self._shuffled(), method, args, kwargs):
            continue
        return self

    def map(self, method: Method, *args: Any, **kwargs: Any) -> list[Any]:
        """What a method or function gives for each account."""
        return list(self._answers(self.rows, method, args, kwargs))

    def _answers(self, rows: I32, method: Method, args: Any, kwargs: Any) -> Iterator[Any]:
        for row in rows.tolist():
            if self.roster.is_present(row):
                account = self.roster.account(row)
                if isinstance(method, str):
                    yield getattr(account, method)(*args, **kwargs)
                else:
                    yield method(account, *args, **kwargs)

    # --- membership

    def add(self, agent: Account) -> None:
        """Put an account at the end, unless it is there."""
        if not self._knows(agent):
            raise TypeError(
                "only accounts of the world are agents here: derive a class from sim's kinds "
                "(class Envoy(StateAccount)) and give it rows with Envoy.take(model, rows)"
            )
        if agent not in self:
            self._rows = np.append(self.rows, np.int32(agent.row))

    def discard(self, agent: Account) -> None:
        """Take an account out of this set (of the world: `account.remove()`)."""
        if agent in self:
            self._rows = self.rows[self.rows != agent.row]

    def remove(self, agent: Account) -> None:
        """Take an account out of this set; a KeyError if it is not there."""
        if agent not in self:
            raise KeyError(agent)
        self.discard(agent)

    def _knows(self, agent: object) -> bool:
        return isinstance(agent, Account) and agent.model is self.model

    def _update(self, agents: Iterable[Account]) -> AccountSet:
        return self._hold(_rows(agents), inplace=True)

    def _from_iterable(self, agents: Iterable[Account]) -> AccountSet:
        return self.roster.accounts(_rows(agents))

    def __and__(self, other: Iterable[Account]) -> AccountSet:
        rows = self.rows
        return self.roster.accounts(rows[np.isin(rows, _rows(other))])

    def __sub__(self, other: Iterable[Account]) -> AccountSet:
        rows = self.rows
        return self.roster.accounts(rows[~np.isin(rows, _rows(other))])

    def __or__(self, other: Iterable[Account]) -> AccountSet:
        rows, more = self.rows, _rows(other)
        return self.roster.accounts(np.concatenate([rows, more[~np.isin(more, rows)]]))

    def __le__(self, other: Iterable[Account]) -> bool:
        return bool(np.isin(self.rows, _rows(other)).all())


class AccountGroups(GroupBy):
    """Groups of accounts; `agg` asks each group for a column at once."""

    def agg(self, attr_name: str, func: Callable[[Any], Any]) -> dict[Any, Any]:
        """What a function makes of an attribute in each group."""
        return {
            key: group.agg(attr_name, func)
            if isinstance(group, AccountSet)
            else func([getattr(account, attr_name) for account in group])
            for key, group in self.groups.items()
        }


def _rows(accounts: Iterable[Account]) -> I32:
    if isinstance(accounts, AccountSet):
        return accounts.rows
    return np.array([account.row for account in dict.fromkeys(accounts)], np.int32)


def _reduced(values: Any, func: Callable[[Any], Any]) -> Any:
    # Python's own take seconds over a million numbers of numpy's
    if func in (min, max, sum) and isinstance(values, np.ndarray) and values.ndim == 1:
        return getattr(values, func.__name__)().item()
    return func(values)


def _mask(given: Any, length: int) -> B8:
    mask = np.asarray(given)
    if mask.dtype != np.bool_ or mask.shape != (length,):
        raise ValueError(f"a filter is a function or a mask with {length} truth values, not {given!r}")
    return mask


def _places(keys: Any) -> dict[Any, I64]:
    if not isinstance(keys, np.ndarray) or keys.ndim > 1:
        places: dict[Any, list[int]] = {}
        for place, key in enumerate(keys):
            places.setdefault(key, []).append(place)
        return {key: np.array(found) for key, found in places.items()}
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    runs = np.split(order, np.flatnonzero(ordered[1:] != ordered[:-1]) + 1) if len(keys) else []
    return {keys[run[0]].item(): run for run in sorted(runs, key=lambda run: int(run[0]))}

"""The roster of a model: which row is which agent, the few that are objects, and Mesa's two entrances."""

from __future__ import annotations

import copyreg
import importlib
from collections.abc import Iterator, Mapping
from time import perf_counter
from types import ModuleType
from typing import Any

import numpy as np

from sim.agents.account import STOCK, Account
from sim.agents.sets import AccountSet
from sim.ground.own import Spent
from sim.ground.problems import Problems, unknown
from sim.ground.types import B8, AnyArray
from sim.state.codes import Kind, Source, Status
from sim.state.world import World

_set_roster = vars(Account)["_roster"].__set__  # past __setattr__: views are made by the million
_set_row = vars(Account)["_row"].__set__


# A world holds its ideas as modules; when a model is pickled or copied they travel by name.
copyreg.pickle(ModuleType, lambda module: (importlib.import_module, (module.__name__,)))


class Roster:
    """Makes agents of rows. `pinned` are those with Python state of their own, by row."""

    def __init__(self, model: Any, world: World) -> None:
        self.model = model
        self.world = world
        self.pinned: dict[int, Account] = {}

    def account(self, row: int) -> Account:
        """The agent of a row: its pinned object, or a view made now."""
        if row in self.pinned:
            return self.pinned[row]
        kind = STOCK[self.world.accounts.kind.item(row)]
        view = kind.__new__(kind)
        _set_roster(view, self)
        _set_row(view, row)
        return view

    def accounts(self, rows: AnyArray) -> AccountSet:
        """The agents of some rows, in their order."""
        return AccountSet(self, np.asarray(rows, np.int32))

    def enrol(self, account: Account) -> None:
        """Keep an account of an own kind, and let its steps be called from now on."""
        row, kind = account.row, account.KIND
        if not 0 <= row < self.world.n:
            raise ValueError(f"no account in row {row}: there are {self.world.n}")
        if kind is not None and self.world.accounts.kind[row] != kind:
            found = Kind(self.world.accounts.kind[row]).name
            raise ValueError(f"row {row} is a {found}, but a {type(account).__name__} is a {kind.name}")
        if row in self.pinned:
            raise ValueError(f"row {row} is a {type(self.pinned[row]).__name__} already")
        self.pinned[row] = account
        if self.step_own not in self.world.own_steps:
            self.world.own_steps.append(self.step_own)

    def step_own(self) -> None:
        """Call the steps of all accounts with Python state, in order of rows."""
        for row in sorted(self.pinned):
            if row in self.pinned and self.is_present(row):
                account, began = self.pinned[row], perf_counter()
                account.step()
                spent = self.world.own_spent.setdefault(type(account).__name__, Spent())
                spent.calls += 1
                spent.seconds += perf_counter() - began

    def present(self) -> B8:
        """Mask of the accounts that have not left."""
        return np.asarray(self.world.accounts.column("status") != Status.LEFT)

    def is_present(self, row: int) -> bool:
        """Whether the account of a row has not left."""
        return bool(self.world.accounts.status.item(row) != Status.LEFT)

    def exactly(self, kind: type) -> B8:
        """Mask of the agents whose class is `kind` itself, as Mesa counts types."""
        if kind not in STOCK.values():
            return self._pinned_mask(lambda account: type(account) is kind)
        return self.instances(kind) & ~self._pinned_mask(lambda account: type(account) is not kind)

    def instances(self, kind: type) -> B8:
        """Mask of the agents of a class or of its subclasses."""
        if issubclass(Account, kind):
            return np.ones(self.world.n, np.bool_)
        if kind in STOCK.values():
            return np.asarray(self.world.accounts.column("kind") == kind.KIND)  # type: ignore[attr-defined]
        return self._pinned_mask(lambda account: isinstance(account, kind))

    def _pinned_mask(self, wanted: Any) -> B8:
        mask = np.zeros(self.world.n, np.bool_)
        mask[[row for row, account in self.pinned.items() if wanted(account)]] = True
        return mask

    def claim(self, name: str) -> int:
        """Row of a claim by its name."""
        return _place(name, self.world.names.claims, "claim")

    def trust(self, source: str | int, rows: Any) -> AnyArray:
        """Trust of the rows in a source group, given by name or `Source`."""
        if isinstance(source, str):
            source = _place(source, [one.name.lower() for one in Source], "source")
        accounts = self.world.accounts
        believed = accounts.trust_for[rows, source].astype(np.float64)
        return np.asarray(believed / (believed + accounts.trust_against[rows, source]))


class Types(Mapping[type, AccountSet]):
    """`model.agents_by_type`: a live set for each class that has agents (and an empty one for any other)."""

    def __init__(self, roster: Roster) -> None:
        self.roster = roster
        self.sets: dict[type, AccountSet] = {}

    def __getitem__(self, kind: type) -> AccountSet:
        if not issubclass(kind, Account):
            raise KeyError(kind)
        return self.sets.setdefault(kind, AccountSet(self.roster, of=kind))

    def __iter__(self) -> Iterator[type]:
        own = dict.fromkeys(type(account) for account in self.roster.pinned.values())
        return (kind for kind in {**dict.fromkeys(STOCK.values()), **own} if self.roster.exactly(kind).any())

    def __contains__(self, kind: object) -> bool:
        return kind in list(self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def install(model: Any, world: World) -> Roster:
    """Let a `mesa.Model` (whose own `__init__` has run) show the accounts of a world as its agents.

    Mesa's signals that an agent was added or removed are not sent.
    """
    roster = Roster(model, world)
    model._all_agents = AccountSet(roster)
    model._agents_by_type = Types(roster)
    model.agent_id_counter = world.n + 1
    return roster


def _place(word: str, known: Any, noun: str) -> int:
    if word not in known:
        raise Problems([unknown(noun, noun, word, known)])
    return list(known).index(word)

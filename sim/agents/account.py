"""An account as a Mesa agent: a light view of one row, or an object with Python state and an own step."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np

from sim.agents.cells import Cell, believed
from sim.agents.light import mesa
from sim.ground.types import I32
from sim.state.accounts import Accounts
from sim.state.acts import post_claim, reply, reshare
from sim.state.codes import Kind, Stance, Status

if TYPE_CHECKING:
    from sim.agents.roster import Roster
    from sim.agents.sets import AccountSet


class Account(mesa.Agent):
    """A view of one row of the accounts' columns; each column is an attribute (`account.opinion`).

    Views are made when somebody looks and forgotten afterwards; two views of one account are equal.
    Setting an attribute that is no column (`account.mood = 3`) keeps the object, so nothing is lost.

    An own kind is a subclass with a `step`, given to accounts that exist:

        class Envoy(StateAccount):
            def step(self):
                if self.believes("burning_papers") > 0.5:
                    self.post("burning_papers", Stance.DENY)

        Envoy.take(model, model.world.named["embassy"])

    `step` is called once a tick, in the author phase, in order of rows; posts go out in the same tick.
    The engine goes on to run the account as it runs every other (set `activity` to 0 to write alone).
    What a step writes into columns is seen at once by the steps after it.

    Pickling the model keeps an own kind with all its attributes, if its class can be imported. A
    checkpoint on disk keeps columns and `world.memory` only: after a restart, `take` the rows again
    and keep in `world.memory` what must be remembered. For luck use `draw`, which is the same in every
    arm and after a restart; `self.random` is neither.
    """

    __slots__ = ("_roster", "_row")
    KIND: ClassVar[Kind | None] = None  # the kind of rows it can be, None = any
    _roster: Roster
    _row: int

    def __init_subclass__(cls, **keywords: Any) -> None:
        super().__init_subclass__(**keywords)
        if clash := sorted(Accounts.COLUMNS.keys() & vars(cls).keys()):
            raise TypeError(f"{cls.__name__}.{clash[0]} would hide a column: choose another name")

    def __init__(self, model: Any, row: int) -> None:
        self._roster = model.agents.roster
        self._row = int(row)
        self._roster.enrol(self)

    @classmethod
    def take(cls, model: Any, rows: AccountSet | Iterable[int]) -> AccountSet:
        """Make existing accounts of the model agents of this class, with Python state of their own."""
        roster: Roster = model.agents.roster
        taken = np.array([int(row) for row in getattr(rows, "rows", rows)], np.int32)
        for row in taken.tolist():
            cls(model, row)
        return roster.accounts(taken)

    @property
    def model(self) -> Any:
        """The model it lives in."""
        return self._roster.model

    @property
    def row(self) -> int:
        """Its row in the columns and in the network."""
        return self._row

    @property
    def unique_id(self) -> int:
        """Mesa's number of the agent, from 1."""
        return self._row + 1

    @property
    def columns(self) -> Accounts:
        """The table that its row is part of."""
        return self._roster.world.accounts

    @property
    def followers(self) -> AccountSet:
        """The accounts that follow it."""
        return self._roster.accounts(self._roster.world.network.followers(self._row))

    @property
    def followees(self) -> AccountSet:
        """The accounts it follows."""
        return self._roster.accounts(self._roster.world.network.followees(self._row))

    @property
    def inbox(self) -> I32:
        """Ids of the posts that it has not seen yet."""
        return self._roster.world.inbox.waiting(self._row)

    def believes(self, claim: str) -> float:
        """Probability that it gives a claim, by the claim's name."""
        return float(believed(self.columns.belief.item(self._row, self._roster.claim(claim))))

    def trust(self, source: str | int) -> float:
        """Trust in a source group such as `press`, 0 to 1."""
        return float(self._roster.trust(source, self._row))

    def draw(self, stream: str) -> float:
        """A number in [0, 1) from a named stream: its own for this tick, the same in every arm."""
        world = self._roster.world
        return world.draws.one(stream, world.clock.tick, self._row)

    def can_act(self) -> bool:
        """Whether it is neither silenced nor suspended nor gone."""
        return self.columns.status.item(self._row) in (Status.ACTIVE, Status.COMPROMISED)

    def post(self, claim: str, stance: int = Stance.SUPPORT, *, certainty: float = 1.0) -> bool:
        """Write about a claim; tells whether it could."""
        if not self.can_act():
            return False
        post_claim(self._roster.world, self._author(), self._roster.claim(claim), stance, certainty=certainty)
        return True

    def reshare(self, post: int) -> bool:
        """Pass a post on; tells whether it could (a post that no feed shows any more cannot be)."""
        if not self.can_act() or not self._is_alive(post):
            return False
        reshare(self._roster.world, self._author(), np.array([post]))
        return True

    def reply(self, post: int, stance: int) -> bool:
        """Answer a post, arguing for or against its claim; tells whether it could."""
        if not self.can_act() or not self._is_alive(post):
            return False
        reply(self._roster.world, self._author(), np.array([post]), stance)
        return True

    def remove(self) -> None:
        """Leave the platform and every set of accounts; the row stays, with status `LEFT`."""
        self.columns.status[self._row] = Status.LEFT

    def _author(self) -> I32:
        return np.array([self._row], np.int32)

    def _is_alive(self, post: int) -> bool:
        posts = self._roster.world.posts
        return bool(posts.alive_from <= post <= posts.last)

    def __setattr__(self, name: str, value: Any) -> None:
        keeper = self
        if not hasattr(getattr(type(self), name, None), "__set__"):
            keeper = self._roster.pinned.setdefault(self._row, self)
        object.__setattr__(keeper, name, value)

    def __getattr__(self, name: str) -> Any:
        # another object may hold what was set on this account
        keeper = None if name.startswith("_") else self._roster.pinned.get(self._row)
        if keeper is None or keeper is self:
            raise AttributeError(f"{type(self).__name__} has no attribute {name!r}")
        return getattr(keeper, name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Account) and self._roster is other._roster and self._row == other._row

    def __hash__(self) -> int:
        return hash(self._row)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.unique_id}>"


for _name in Accounts.COLUMNS:
    setattr(Account, _name, Cell(_name))


class Citizen(Account):
    """A member of the public."""

    KIND = Kind.CITIZEN


class Bot(Account):
    """An automated account."""

    KIND = Kind.BOT


class Troll(Account):
    """A person paid to argue in bad faith."""

    KIND = Kind.TROLL


class Influencer(Account):
    """A member of the public whom many follow."""

    KIND = Kind.INFLUENCER


class StateAccount(Account):
    """A ministry, embassy, diplomat or state medium."""

    KIND = Kind.STATE_ACCOUNT


class MediaOutlet(Account):
    """A newsroom."""

    KIND = Kind.MEDIA_OUTLET


class FactChecker(Account):
    """An organisation that checks claims and says what it found."""

    KIND = Kind.FACT_CHECKER


class CivilSociety(Account):
    """A non-governmental organisation, union, church or foundation."""

    KIND = Kind.CIVIL_SOCIETY


class InternationalOrganisation(Account):
    """An organisation of states."""

    KIND = Kind.INTERNATIONAL_ORGANISATION


class Business(Account):
    """A firm or brand."""

    KIND = Kind.BUSINESS


STOCK: dict[int, type[Account]] = {
    kind.KIND: kind
    for kind in (
        Citizen,
        Bot,
        Troll,
        Influencer,
        StateAccount,
        MediaOutlet,
        FactChecker,
        CivilSociety,
        InternationalOrganisation,
        Business,
    )
    if kind.KIND is not None
}

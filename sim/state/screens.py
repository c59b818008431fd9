"""Screens: where a visit is one act, what stands on each account's screen, with copies and ages."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from sim.ground.columns import Column, Columns
from sim.ground.types import F32, I16, I32


class Screen(NamedTuple):
    """The messages on the screens, as kernels take them; youngest first."""

    post: I32  # (account, slot)
    via: I32
    copies: I32
    age: I32
    size: I32  # (account)


class Screens(Columns):
    """One row an account; only platforms whose sessions are single acts have any rows.

    A message stands on a screen once, whoever brought it, if the platform merges duplicates. Ages count
    the deliveries that an account has had since, as in SimSoM (Truong et al. 2024).
    """

    post: I32
    via: I32
    copies: I32
    age: I32
    size: I32
    weight: I32
    dressed: F32
    gloss: F32
    topic: I16
    talk: F32

    COLUMNS: ClassVar[dict[str, Column]] = {
        "post": Column("i4", "id of the original, 0 = empty", shape=("slot",)),
        "via": Column("i4", "id of the post that first brought it", shape=("slot",)),
        "copies": Column("i4", "how often it was brought, by weight", "copies", ("slot",), low=0),
        "age": Column("i4", "deliveries since it came", "deliveries", ("slot",), low=0),
        "size": Column("i4", "messages on the screen", "posts", low=0),
        "weight": Column("i4", "as how many copies a post of this account counts", "copies", default=1, low=0),
        "dressed": Column("f4", "share of its own messages that are made to appeal", "0..1", low=0, high=1),
        "gloss": Column("f4", "appeal of those", "log-odds"),
        "topic": Column("i2", "claim that it brings up, -1 = none", default=-1, low=-1),
        "talk": Column("f4", "share of its own messages that support that claim", "0..1", low=0, high=1),
    }

    def __init__(self, accounts: int = 0, width: int = 0) -> None:
        super().__init__(accounts, {"slot": width})

    def screen(self) -> Screen:
        """The messages alone."""
        return Screen(self.post, self.via, self.copies, self.age, self.size)

"""Records: what pages show of a run, noted some sixty times; they are read from the world and never change it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from sim.ground.columns import Column, Columns
from sim.ground.types import B8, F64, I8, I16, I32, I64, AnyArray

ROWS = 60  # about how many times a run is looked at
COMMUNITIES = 40  # that are told apart; the rest is pooled
POOLED = -1  # what the rest is called
BINS = 20  # of a distribution over 0..1
WHAT = ("label", "downrank", "remove", "suspend", "restore", "reinstate")  # what befalls posts and accounts
UNKNOWN = -1  # whether it was wrongful
MANY = 4096  # rows of moderation from which alike ones are put together
READERS = 12  # whose feeds are sampled
STRETCHES, EACH = 20, 10  # of each of them so many posts in each of so many stretches of the run, as they come


class CommunityRows(Columns):
    """One row for each community at each look."""

    hour: F64
    community: I32
    people: I32
    bots: I32
    belief: F64
    exposure: I64
    bot_posts: I64

    COLUMNS: ClassVar[dict[str, Column]] = {
        "hour": Column("f8", "scenario hour of the look", "h"),
        "community": Column("i4", "community of the follow graph, -1 = all the smaller ones"),
        "people": Column("i4", "citizens and influencers in it", "persons", low=0),
        "bots": Column("i4", "bots and trolls in it", "accounts", low=0),
        "belief": Column("f8", "sum of its people's beliefs in the claim", "prob", ("claim",), low=0),
        "exposure": Column("i8", "times its people saw it supported since the last look", "exposures", ("claim",)),
        "bot_posts": Column("i8", "posts and reshares of its bots and trolls since the last look", "posts", low=0),
    }


class MindRows(Columns):
    """One row for each claim and each source at each look: how beliefs and trust are distributed."""

    hour: F64
    people: I32

    COLUMNS: ClassVar[dict[str, Column]] = {
        "hour": Column("f8", "scenario hour of the look", "h"),
        "people": Column("i4", "people in each bin", "persons", ("mind", "bin"), low=0),
    }


class FeedRows(Columns):
    """One row for each post of a sampled person's feed that was noted."""

    account: I32
    hour: F64
    position: I16
    claim: I16
    stance: I8
    form: I8
    label: I8
    author_kind: I8
    reshared: B8

    COLUMNS: ClassVar[dict[str, Column]] = {
        "account": Column("i4", "who saw it"),
        "hour": Column("f8", "scenario hour of the visit", "h"),
        "position": Column("i2", "rank in the feed, 0 = top", low=0),
        "claim": Column("i2", "claim it is about, -1 = ordinary post"),
        "stance": Column("i1", "Stance towards the claim"),
        "form": Column("i1", "medium (Form)"),
        "label": Column("i1", "label it carries (Label)"),
        "author_kind": Column("i1", "kind of who wrote it (Kind)"),
        "reshared": Column("?", "it came as a reshare"),
    }


class ModerationRows(Columns):
    """What was done to posts and accounts; alike rows of one tick are put together now and then."""

    tick: I32
    what: I8
    by: I16
    claim: I16
    author_kind: I8
    wrongful: I8
    number: I32

    COLUMNS: ClassVar[dict[str, Column]] = {
        "tick": Column("i4", "tick in which it was done", "tick"),
        "what": Column("i1", "what was done (WHAT)", low=0),
        "by": Column("i2", "entry or rule by which it was done, row of Records.doers", low=0),
        "claim": Column("i2", "claim of the post or entry, -1 = none"),
        "author_kind": Column("i1", "kind of the author or account (Kind)"),
        "wrongful": Column("i1", "1 it had done nothing wrong, 0 it had, -1 = nothing is said of it", low=-1, high=1),
        "number": Column("i4", "posts or accounts", low=1),
    }

    def put_together(self) -> None:
        """Make one row of all that differ in nothing but their number."""
        names = [name for name in self.COLUMNS if name != "number"]
        keys = np.stack([self.column(name).astype(np.int64) for name in names], axis=1)
        found, place = np.unique(keys, axis=0, return_inverse=True)
        number = np.bincount(place.reshape(-1), self.column("number"), len(found))
        self.clear()
        self.append(len(found), number=number, **dict(zip(names, found.T, strict=True)))


@dataclass(frozen=True)
class Grounds:
    """What holds for a whole run: which communities are told apart, where actors belong, whose feeds are sampled.

    `place` is (community), its row in a look; `called` is (row), the community it stands for. Actors that
    joined the public belong where most of their followers are: `homes` are their communities, the first of
    them being account `joined`.
    """

    place: I16
    called: I32
    joined: int
    homes: I32
    readers: I32  # ascending


class Records:
    """The tables of a run's records and what must be remembered between two looks."""

    TABLES: ClassVar = ("communities", "minds", "feeds", "moderation")
    MARKS: ClassVar = ("exposed", "bot_posts", "counted", "noted")

    def __init__(self, grounds: Grounds, claims: int, sources: int) -> None:
        self.grounds = grounds
        self.communities = CommunityRows(axes={"claim": claims})
        self.minds = MindRows(axes={"mind": claims + sources, "bin": BINS})
        self.feeds = FeedRows()
        self.moderation = ModerationRows()
        self.doers: list[str] = []  # entries and rules that did anything to posts or accounts
        self.exposed: I64 = np.zeros((len(grounds.called), claims), np.int64)  # up to the last look
        self.bot_posts: I64 = np.zeros(len(grounds.called), np.int64)  # since then
        self.counted: I64 = np.zeros(1, np.int64)  # id of the last post that was counted
        self.noted: I64 = np.zeros(len(grounds.readers), np.int64)  # (reader), rows of its feed so far

    def number_of(self, doer: str) -> int:
        """The number by which rows of moderation call an entry or rule."""
        if doer not in self.doers:
            self.doers.append(doer)
        return self.doers.index(doer)

    def arrays(self) -> dict[str, AnyArray]:
        """Everything a checkpoint needs."""
        told = {
            f"{table}/{name}": array for table in self.TABLES for name, array in getattr(self, table).arrays().items()
        }
        return told | {name: getattr(self, name) for name in self.MARKS} | {"doers": np.array(self.doers, np.str_)}

    def restore(self, arrays: dict[str, AnyArray]) -> None:
        """Take back what `arrays` gave; a state without records begins them anew."""
        if not arrays:
            return
        for table in self.TABLES:
            start = f"{table}/"
            rows = {key[len(start) :]: array for key, array in arrays.items() if key.startswith(start)}
            getattr(self, table).restore(rows)
        for name in self.MARKS:
            setattr(self, name, np.array(arrays[name]))
        self.doers = [str(doer) for doer in arrays["doers"]]

"""Deeds: what people may do off the platform (vote, leave, give, march), and what moves them to it."""

from __future__ import annotations

import math
from typing import ClassVar

import numpy as np

from sim.ground.columns import Column, Columns
from sim.ground.rules import rule
from sim.ground.types import B8, F32, F64, I32, I64, U8, AnyArray
from sim.state.accounts import Accounts
from sim.state.names import Names, members_of


class Deeds(Columns):
    """One row for each act of the scenario; `segments` names who can do it ("" = all people)."""

    peers: F32
    pace: F32
    moved: F32
    segments: tuple[str, ...] = ()

    COLUMNS: ClassVar[dict[str, Column]] = {
        "peers": Column("f4", "added when all whom one follows have done it", "log-odds"),
        "pace": Column("f4", "how often each decides whether to do it", "1/day", low=0),
        "moved": Column("f4", "added by full belief in a claim", "log-odds", ("claim",)),
    }


def deeds_of(names: Names, name: str) -> range:
    """Rows of the act of that name; of all acts if there is no name."""
    first = names.deeds.index(name) if name else 0
    return range(first, first + 1 if name else len(names.deeds))


def able_to(accounts: Accounts, names: Names, deeds: Deeds, deed: int) -> B8:
    """Mask of the people who can do it."""
    return np.asarray(accounts.people() & members_of(accounts, names, deeds.segments[deed]))


def inclinations(accounts: Accounts, deeds: Deeds, deed: int, follows: tuple[I64, I32]) -> F64:
    """(account), the probability p = sigma(own inclination + what beliefs, appeals and peers add) of doing it."""
    out = np.empty(accounts.n)
    minds = (accounts.column("belief"), accounts.column("prior"))
    own = (accounts.column("likely")[:, deed], accounts.column("swayed")[:, deed], accounts.column("acted")[:, deed])
    _incline(minds, own, follows, deeds.moved[deed].astype(np.float64), float(deeds.peers[deed]), out)
    return out


@rule()
def _probability(log_odds: float) -> float:
    return 1.0 / (1.0 + math.exp(-log_odds))


@rule()
def _incline(minds: tuple[F32, F32], own: tuple[F32, F32, U8], follows: tuple[I64, I32], moved: AnyArray, peers: float,
             out: F64) -> None:  # fmt: skip
    belief, prior = minds
    likely, swayed, acted = own
    start, node = follows
    for i in range(out.size):
        inclined = np.float64(likely[i]) + np.float64(swayed[i])
        for k in range(moved.size):
            if moved[k] != 0.0:
                now, before = _probability(np.float64(belief[i, k])), _probability(np.float64(prior[i, k]))
                inclined += moved[k] * (now - before)
        if peers != 0.0 and start[i + 1] > start[i]:
            done = 0
            for place in range(start[i], start[i + 1]):
                done += acted[node[place]]
            inclined += peers * done / (start[i + 1] - start[i])
        out[i] = _probability(inclined)

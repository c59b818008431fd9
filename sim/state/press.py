"""Press: newsrooms take up a story once it is loud enough, if they trust who brings it, and print it later."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

import numpy as np

from sim.ground.columns import Column, Columns
from sim.ground.types import B8, I8, I16, I32


class Press(Columns):
    """One row for each outlet that takes up a story, in that order."""

    outlet: I32
    claim: I16
    stance: I8
    due: I32
    printed: I8

    COLUMNS: ClassVar[dict[str, Column]] = {
        "outlet": Column("i4", "account of the outlet"),
        "claim": Column("i2", "claim that the story is about", low=0),
        "stance": Column("i1", "1 carries the claim, -1 its denial", low=-1, high=1),
        "due": Column("i4", "tick in which it is printed", "tick"),
        "printed": Column("i1", "whether it has been", low=0, high=1),
    }

    def taken_up(self, claim: int, stance: int) -> I32:
        """The outlets that have taken up a story."""
        rows = (self.column("claim") == claim) & (self.column("stance") == stance)
        return np.asarray(self.column("outlet")[rows])


class Story(NamedTuple):
    """What newsrooms are offered: which side of which claim, and who brings it (Source)."""

    claim: int
    stance: int
    source: int


class Newsroom(NamedTuple):
    """How newsrooms work: from which share of people on, after how many hours, how many check, how many listen."""

    threshold: float
    hours: float
    checks: float
    called: float = 1.0


def misleads(true: int, stance: int) -> bool:
    """Whether a story says that something false is true, or the other way round."""
    return (true == 1) != (stance > 0)


def takes_up(luck: tuple[B8, B8, B8], wrong: bool) -> B8:
    """Who takes a story up: it is loud enough, its source is trusted, and no check stops it."""
    loud, trusting, checking = luck
    return np.asarray(loud & trusting & ~(checking & wrong))

"""Hearsay: what reaches people off their feeds in this tick: a broadcast, a conversation, a leaflet."""

from __future__ import annotations

from typing import ClassVar

from sim.ground.columns import Column, Columns
from sim.ground.types import F32, I8, I16, I32, AnyArray


class Hearsay(Columns):
    """One row for each claim that somebody is told; the believe phase takes them as impressions and clears them."""

    reader: I32
    claim: I16
    stance: I8
    source: I8
    certainty: F32

    COLUMNS: ClassVar[dict[str, Column]] = {
        "reader": Column("i4", "account that is told"),
        "claim": Column("i2", "claim it is about", low=0),
        "stance": Column("i1", "1 supports, -1 denies", low=-1, high=1),
        "source": Column("i1", "as whom it takes the speaker (Source)"),
        "certainty": Column("f4", "how firmly it is said", "0..1", default=1, low=0),
    }

    def tell(self, readers: AnyArray, claim: int, stance: int, source: int, certainty: float = 1.0) -> None:
        """Let accounts be told something in this tick, each at most once."""
        self.append(len(readers), reader=readers, claim=claim, stance=stance, source=source, certainty=certainty)

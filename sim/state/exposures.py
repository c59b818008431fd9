"""Exposures: who saw which post in this tick; and impressions, the exposures to claims that move minds."""

from __future__ import annotations

from typing import ClassVar

from sim.ground.columns import Column, Columns
from sim.ground.types import B8, F32, I8, I16, I32


class Exposures(Columns):
    """One row for each post seen in this tick, by reader and then by position."""

    reader: I32
    post: I32
    root: I32
    position: I16

    COLUMNS: ClassVar[dict[str, Column]] = {
        "reader": Column("i4", "account that saw it"),
        "post": Column("i4", "id of the post as it reached the reader (a reshare or an original)"),
        "root": Column("i4", "row of its original among the posts"),
        "position": Column("i2", "rank in the session, 0 = top", low=0),
    }


class Impressions(Columns):
    """One row for each exposure to a claim in this tick, with all that a belief rule needs to know.

    Rows come reader by reader. A belief rule reads them and writes `change`: the step in log-odds
    that each impression makes, upward or downward.
    """

    reader: I32
    claim: I16
    stance: I8
    source: I8
    before: I32
    weighed: F32
    trust: F32
    align: F32
    resistance: F32
    position: F32
    certainty: F32
    noticed: B8
    change: F32

    COLUMNS: ClassVar[dict[str, Column]] = {
        "reader": Column("i4", "account that saw it"),
        "claim": Column("i2", "claim it is about", low=0),
        "stance": Column("i1", "1 supports, -1 denies, 0 leaves it open", low=-1, high=1),
        "source": Column("i1", "source group of the original author (Source)"),
        "before": Column("i4", "earlier exposures of this reader to this stance on this claim", low=0),
        "weighed": Column("f4", "the same, a denial counted by how firmly it spoke", "exposures", low=0),
        "trust": Column("f4", "trust tau of the reader in the source", "0..1", low=0, high=1),
        "align": Column("f4", "how far the post's message suits the reader's side", "-1..1", low=-1, high=1),
        "resistance": Column("f4", "inoculation I of the reader to the claim's technique", "0..1", low=0, high=1),
        "position": Column("f4", "position the post argues", "-1..1"),
        "certainty": Column("f4", "how firmly it argues", "0..1", low=0),
        "noticed": Column("?", "the reader noticed a label on it"),
        "change": Column("f4", "step in log-odds that it makes", "log-odds"),
    }

"""Cases: posts that wait for a moderator or were decided on (C4)."""

from __future__ import annotations

from typing import ClassVar

from sim.ground.columns import Column, Columns
from sim.ground.types import F32, F64, I8, I16, I32, U8


class Cases(Columns):
    """One row for each post reported or flagged; hours are scenario hours."""

    post: I32
    author: I32
    key: I32
    claim: I16
    violating: U8
    opened: F64
    priority: F32
    pressure: F32
    within: F32
    started: F64
    decided: F64
    decision: I8
    appealed: U8

    COLUMNS: ClassVar[dict[str, Column]] = {
        "post": Column("i4", "id of the original post"),
        "author": Column("i4", "its author"),
        "key": Column("i4", "names the post the same way in every arm, for draws"),
        "claim": Column("i2", "its claim, -1 = none", default=-1),
        "violating": Column("u1", "breaks the rules in truth (a false claim in support, or hostility)"),
        "opened": Column("f8", "when it entered the queue", "h"),
        "priority": Column("f4", "views when it came into the queue, more for notices that go first (C4)"),
        "pressure": Column("f4", "reports on it by those who want it gone whatever it says", "reports", low=0),
        "within": Column("f4", "from review to effect at most; 0: as long as the platform takes", "h", low=0),
        "started": Column("f8", "when a reviewer took it, inf = waits", "h", default=float("inf")),
        "decided": Column("f8", "when the decision takes effect, inf = not yet", "h", default=float("inf")),
        "decision": Column("i1", "what was decided (Decision)"),
        "appealed": Column("u1", "its author's appeal was heard"),
    }

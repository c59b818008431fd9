"""Drafts: posts that somebody decided on in this tick; they become posts together, in the deliver phase."""

from __future__ import annotations

from typing import ClassVar

from sim.ground.columns import Column, Columns
from sim.ground.types import F32, I8, I16, I32


class Drafts(Columns):
    """Queued posts. `parent` is 0 for an original; a reshare takes claim, stance and form from its root."""

    author: I32
    act: I8
    parent: I32
    claim: I16
    stance: I8
    form: I8
    hashtag: I16
    appeal: F32
    quality: F32
    position: F32
    certainty: F32
    target: I32
    tongue: I8

    COLUMNS: ClassVar[dict[str, Column]] = {
        "author": Column("i4", "account that posts"),
        "act": Column("i1", "original, reshare or reply (Act)"),
        "parent": Column("i4", "id of the post reshared or answered, 0 = none"),
        "claim": Column("i2", "claim, -1 = ordinary post", default=-1),
        "stance": Column("i1", "Stance towards the claim"),
        "form": Column("i1", "medium (Form)"),
        "hashtag": Column("i2", "hashtag, -1 = none", default=-1),
        "appeal": Column("f4", "item appeal z (C2)", "log-odds"),
        "quality": Column("f4", "quality q (C3)", "0..1", default=0.5),
        "position": Column("f4", "position it argues", "-1..1"),
        "certainty": Column("f4", "how firmly it argues", "0..1", default=1),
        "target": Column("i4", "account it is hostile to, -1 = none", default=-1),
        "tongue": Column("i1", "language, 1 + row of World.languages; 0 = its author's"),
    }

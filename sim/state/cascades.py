"""Cascades: a compact archive of every reshare, from which reshare trees are rebuilt."""

from __future__ import annotations

from typing import ClassVar

from sim.ground.columns import Column, Columns
from sim.ground.types import I8, I16, I32


class Reshares(Columns):
    """One row for each reshare ever made, in order of id; with `parent` they form the cascade trees."""

    post: I32
    root: I32
    parent: I32
    author: I32
    tick: I32
    claim: I16
    stance: I8

    COLUMNS: ClassVar[dict[str, Column]] = {
        "post": Column("i4", "id of the reshare"),
        "root": Column("i4", "id of the original"),
        "parent": Column("i4", "id of the post that was reshared"),
        "author": Column("i4", "account that reshared"),
        "tick": Column("i4", "tick of the reshare", "tick"),
        "claim": Column("i2", "claim, -1 = ordinary post", default=-1),
        "stance": Column("i1", "Stance of the original"),
    }


class Originals(Columns):
    """One row for each original post and reply on a claim (ordinary posts are only counted)."""

    post: I32
    author: I32
    tick: I32
    claim: I16
    stance: I8

    COLUMNS: ClassVar[dict[str, Column]] = {
        "post": Column("i4", "id of the post"),
        "author": Column("i4", "account that posted"),
        "tick": Column("i4", "tick of posting", "tick"),
        "claim": Column("i2", "claim it is about", low=0),
        "stance": Column("i1", "Stance towards the claim"),
    }

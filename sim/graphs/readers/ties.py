"""What every reader gives: the ids at both ends of each edge, and what the file says of its nodes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

Ids = Any  # a pyarrow array of int64 or string; pyarrow has no types


@dataclass(frozen=True)
class NodeTable:
    """Attributes of accounts as words, None where missing; `place` tells file and line of a row, for problems."""

    ids: Ids
    columns: dict[str, list[str | None]]
    place: Callable[[int], str]


@dataclass(frozen=True)
class Ties:
    """Edges by id. `nodes` are those the file lists (also isolated ones); `undirected` is None if it is silent."""

    source: Ids
    target: Ids
    nodes: NodeTable | None = None
    undirected: bool | None = None
    notes: list[str] = field(default_factory=list)

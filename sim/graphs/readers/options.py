"""What a person says about a file to import."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import param


@dataclass(frozen=True)
class ImportOptions:
    """Direction must be said; the rest is told from the file where it is None."""

    direction: str = param("", "-", source="user", doc="what an edge means, one of DIRECTIONS")
    file: str = param("", "-", source="user", doc="path of the edge list or graph file")
    nodes: str | None = param(None, "-", source="user", doc="path of a table of accounts' attributes")
    source_column: str | None = param(None, "-", source="user", doc="name, or number from 1")
    target_column: str | None = param(None, "-", source="user", doc="name, or number from 1")
    separator: str | None = param(None, "-", source="user", doc="between fields")
    keep_ids: bool = param(False, "-", source="user", doc="keep ids as they are instead of pseudonyms")

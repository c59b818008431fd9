"""A picture: a figure with its finding, what it shows in words, and the same numbers as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Picture:
    """A Plotly figure and what somebody who does not see it is told instead.

    `title` states the finding; `rows` hold the numbers that are drawn, unrounded, under `columns`.
    """

    figure: Any
    title: str
    summary: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

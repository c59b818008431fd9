"""A row of the table: what theory says, what was found, and how far apart they may be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np


class Row(NamedTuple):
    """One oracle answered; `allowed` is three standard errors, or the width of the published statement."""

    oracle: str
    what: str
    expected: float
    found: float
    allowed: float

    @property
    def holds(self) -> bool:
        """Whether the two agree."""
        return abs(self.found - self.expected) <= self.allowed

    def line(self) -> str:
        """The row in Markdown."""
        verdict = "holds" if self.holds else "**fails**"
        numbers = " | ".join(f"{value:.4g}" for value in (self.expected, self.found, self.allowed))
        return f"| {self.oracle} | {self.what} | {numbers} | {verdict} |"


def mean_row(oracle: str, what: str, expected: float, samples: Sequence[float] | np.ndarray) -> Row:
    """A row about a mean, which may be three standard errors off."""
    values = np.asarray(samples, float)
    return Row(oracle, what, expected, float(values.mean()), 3.0 * float(values.std()) / len(values) ** 0.5)


def markdown(rows: Sequence[Row]) -> str:
    """The table."""
    head = ["| oracle | what | theory | found | may differ by | verdict |", "|---|---|---|---|---|---|"]
    return "\n".join([*head, *(row.line() for row in rows)])

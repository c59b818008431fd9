"""Frames: a picture that changes over the hours, sent once; a browser plays them without asking again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sim.dashboard.figures.picture import Picture


@dataclass(frozen=True)
class Moving:
    """A picture as it is at one hour, and what changes in it from hour to hour.

    `changes` gives for each hour, trace by trace, new values by dotted place (`marker.color`); `rows` are the rows of
    its table, `digits` how many digits its numbers are written with (None: words), and `said` what is told of it.
    """

    picture: Picture
    at: int
    hours: tuple[float, ...]
    changes: tuple[dict[str, dict[str, Any]], ...]
    rows: tuple[tuple[tuple[Any, ...], ...], ...]
    digits: tuple[int | None, ...]
    said: tuple[str, ...]

    def frames(self) -> dict[str, Any]:
        """What a browser is sent."""
        return {"hours": self.hours, "changes": self.changes, "rows": self.rows, "digits": self.digits,
                "said": self.said}  # fmt: skip


def nearest(hours: tuple[float, ...], wanted: float | None) -> int:
    """The place of the hour closest to the one wanted; the last where none is."""
    if wanted is None or not hours:
        return len(hours) - 1
    return min(range(len(hours)), key=lambda n: abs(hours[n] - wanted))

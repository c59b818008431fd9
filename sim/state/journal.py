"""The journal: what happened in a run, line by line, as anybody could read it afterwards."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Journal:
    """Rows of (tick, hour, what, who, detail); `what` is begin, end, trigger, alert, decision, statement."""

    rows: list[tuple[int, float, str, str, str]] = field(default_factory=list)

    def note(self, tick: int, hour: float, what: str, who: str, detail: str = "") -> None:
        """Write one line."""
        self.rows.append((tick, round(hour, 4), what, who, detail))

    def happened(self, what: str, who: str = "") -> bool:
        """Whether such a line is there."""
        return any(row[2] == what and (not who or row[3] == who) for row in self.rows)

"""The responding side: what it may spend, how many people work for it, and how long it takes to decide."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class OwnSide:
    """Limits of the responding side; 0 means none, so that a scenario which states none pays nothing."""

    money: float = 0.0  # euros for all its measures
    staff: float = 0.0  # persons who do the work, one measure after another
    decision_hours: float = 0.0  # from the moment a trigger fires until somebody may act on it

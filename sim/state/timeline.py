"""The timeline: what is going to happen, when or on which condition, and what has begun."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from sim.ground.types import I32

ALWAYS = 8760.0  # h: what lasts a year is the law of the land, and no measure that the responding side pays for


@dataclass(frozen=True)
class Condition:
    """A trigger on the world: a measure above or below a value, or an alert of a detector.

    An alert may be one about a `claim`, or about a `segment`; a measure may be that of a segment.
    `delay` hours pass between the condition's coming true and the act.
    """

    measure: str = ""
    alert: str = ""
    above: float | None = None
    below: float | None = None
    segment: str = ""
    claim: str = ""
    delay: float = 0.0


@dataclass
class Entry:
    """One line of the timeline: an idea from a shelf with its params, actors and time.

    `at` is the scenario hour of the beginning (None: only the condition decides), counted from the first
    alert of the detector `since` where one is named; `hours` how long it lasts (0: one tick). `begun` and
    `ended` are ticks, -1 until it happens; `due` the tick a fired condition has set. `operation` pays for what
    the entry does and learns from it (-1: nobody), and `strength` multiplies its rates: an operation that
    adapts shifts it from one entry to another.
    """

    name: str
    shelf: str
    idea: str
    params: Any
    at: float | None = None
    hours: float = 0.0
    when: Condition | None = None
    since: str = ""
    claim: int = -1
    actors: I32 = field(default_factory=lambda: np.empty(0, np.int32))
    actor_name: str = ""
    audience: str = ""
    layer: int = 0  # the platform on which it acts
    language: int = -1  # of its posts, row of World.names.languages; -1: that of each author
    operation: int = -1
    strength: float = 1.0
    begun: int = -1
    ended: int = -1
    due: int = -1
    memory: dict[str, float] = field(default_factory=dict)

    @property
    def active(self) -> bool:
        """Whether it has begun and not ended."""
        return self.begun >= 0 and self.ended < 0

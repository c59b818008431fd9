"""Hashtags: how much each tag is used, how fast it bursts, and which ones trend (C15)."""

from __future__ import annotations

import numpy as np

from sim.ground.types import F64, I64, AnyArray

SLOTS = 10  # C15: trending slots
MEMORY_HOURS = 12.0  # C15: exp(-age / 12 h)


class Hashtags:
    """Tags by number, with names; `recent` fades with age, `usual` is its slow mean for the burst score."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = list(names)
        self.uses: I64 = np.zeros(len(names), np.int64)  # posts ever
        self.on_message: I64 = np.zeros(len(names), np.int64)  # posts ever that serve the tag's owner
        self.recent: F64 = np.zeros(len(names))  # posts, faded with MEMORY_HOURS
        self.usual: F64 = np.full(len(names), 1.0)  # posts, faded over a week

    def number(self, name: str) -> int:
        """The tag's number; a new tag gets a new one."""
        if name not in self.names:
            self.names.append(name)
            self.uses = np.append(self.uses, 0)
            self.on_message = np.append(self.on_message, 0)
            self.recent = np.append(self.recent, 0.0)
            self.usual = np.append(self.usual, 1.0)
        return self.names.index(name)

    def burst(self) -> F64:
        """Burst score: recent use over usual use."""
        return np.asarray(self.recent / self.usual)

    def trending(self) -> I64:
        """Numbers of the tags in the trending slots, strongest burst first; a tag needs five recent posts."""
        order = np.argsort(-self.burst(), kind="stable")[:SLOTS]
        return order[self.recent[order] >= 5.0]

    def fade(self, hours: float) -> None:
        """Let recent use age by some hours and the usual level follow it."""
        self.recent *= 2.0 ** (-hours / MEMORY_HOURS)
        weight = min(1.0, hours / 168.0)
        self.usual = np.maximum(1.0, self.usual + weight * (self.recent - self.usual))

    def arrays(self) -> dict[str, AnyArray]:
        """Everything a checkpoint needs but the names."""
        return {name: getattr(self, name) for name in ("uses", "on_message", "recent", "usual")}

    def restore(self, arrays: dict[str, AnyArray]) -> None:
        """Take back what `arrays` gave."""
        for name, array in arrays.items():
            setattr(self, name, np.array(array))

"""Hashtags: how much each tag is used, how fast it bursts, which ones trend, and who speaks under them (C15)."""

from __future__ import annotations

import numpy as np

from sim.ground.types import F64, I8, I32, I64, AnyArray

HALF_LIFE = 8.318  # C15: exp(-age / 12 h), so half is left after 12 h x ln 2
LEAST = 5.0  # assumed: recent posts that a tag needs to trend, however small the platform
KEPT: dict[str, np.generic] = {  # columns by name, and what a new tag begins with
    "uses": np.int64(0), "on_message": np.int64(0), "genuine": np.int64(0), "recent": np.float64(0.0),
    "usual": np.float64(1.0), "hours": np.float64(0.0), "claim": np.int32(-1), "stance": np.int8(0),
    "seen": np.int64(0), "seen_on_message": np.int64(0),
}  # fmt: skip


class Hashtags:
    """Tags by number, with names; `recent` fades with age, `usual` is its slow mean for the burst score.

    A tag's message is the claim and stance of the first post on a claim under it.
    """

    uses: I64  # posts and reshares ever
    on_message: I64  # of these, on the tag's message
    genuine: I64  # of these, by people
    recent: F64  # posts, faded with HALF_LIFE
    usual: F64  # posts, faded over a week
    hours: F64  # in a trending slot so far
    claim: I32  # of the tag's message, -1 = none yet
    stance: I8  # of the tag's message
    seen: I64  # exposures to posts under it
    seen_on_message: I64  # of these, to posts on its message

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names: list[str] = []
        for name, first in KEPT.items():
            setattr(self, name, np.empty(0, first.dtype))
        for name in names:
            self.number(name)

    def number(self, name: str) -> int:
        """The tag's number; a new tag gets a new one."""
        if name not in self.names:
            self.names.append(name)
            for column, first in KEPT.items():
                setattr(self, column, np.append(getattr(self, column), np.array([first])))
        return self.names.index(name)

    def burst(self) -> F64:
        """Burst score: recent use over usual use."""
        return np.asarray(self.recent / self.usual)

    def trending(self, slots: int, needed: float = 0.0) -> I64:
        """Numbers of the tags in so many trending slots, strongest burst first.

        A tag needs so many recent posts, and five at least.
        """
        enough = np.flatnonzero(self.recent >= max(LEAST, needed))
        return enough[np.argsort(-self.burst()[enough], kind="stable")[:slots]]

    def fade(self, hours: float) -> None:
        """Let recent use age by some hours and the usual level follow it."""
        self.recent *= 2.0 ** (-hours / HALF_LIFE)
        weight = min(1.0, hours / 168.0)
        self.usual = np.maximum(1.0, self.usual + weight * (self.recent - self.usual))

    def is_on_message(self, tags: AnyArray, claims: AnyArray, stances: AnyArray) -> AnyArray:
        """Mask of the posts that say what their tag was made for; tags take it from the first post on a claim."""
        for place in np.flatnonzero((self.claim[tags] < 0) & (claims >= 0)).tolist():
            tag = tags[place]
            if self.claim[tag] < 0:
                self.claim[tag], self.stance[tag] = claims[place], stances[place]
        return np.asarray((claims >= 0) & (claims == self.claim[tags]) & (stances == self.stance[tags]))

    def count(self, tags: AnyArray, on_message: AnyArray, genuine: AnyArray) -> None:
        """Count new posts under tags."""
        np.add.at(self.uses, tags, 1)
        np.add.at(self.recent, tags, 1.0)
        np.add.at(self.on_message, tags[on_message], 1)
        np.add.at(self.genuine, tags[genuine], 1)

    def arrays(self) -> dict[str, AnyArray]:
        """Everything a checkpoint needs but the names."""
        return {name: getattr(self, name) for name in KEPT}

    def restore(self, arrays: dict[str, AnyArray]) -> None:
        """Take back what `arrays` gave."""
        for name, array in arrays.items():
            setattr(self, name, np.array(array))

"""Posts: a ring of the posts that feeds can still show; a post's id never changes, its row is reused."""

from __future__ import annotations

from typing import Any, ClassVar

import numpy as np

from sim.ground.columns import Column, Columns
from sim.ground.types import F32, I8, I16, I32, I64, U8, AnyArray
from sim.state.codes import OPINION_GROUPS

FIRST_CAPACITY = 1024


class Posts(Columns):
    """Posts by `row = id & (capacity - 1)`; ids rise from 1 (0 = no post) in the order of creation.

    A reshare is a post of its own: `root` is the original's id, `parent` the post that was reshared.
    Counters (`engagement`, `views`, ...) stand on the root's row. Rows are reused once every feed has
    passed over their post, after the window of hours (C3).
    """

    author: I32
    root: I32
    parent: I32
    tick: I32
    key: I32
    claim: I16
    stance: I8
    act: I8
    form: I8
    label: I8
    hashtag: I16
    depth: I16
    appeal: F32
    quality: F32
    position: F32
    certainty: F32
    downrank: F32
    engagement: I32
    views: I32
    reshares: I32
    likes: I32
    group_views: I32
    group_likes: I32
    removed: U8
    target: I32

    COLUMNS: ClassVar[dict[str, Column]] = {
        "author": Column("i4", "account that posted it", default=-1),
        "root": Column("i4", "id of the original"),
        "parent": Column("i4", "id of the post reshared or answered, 0 = none"),
        "tick": Column("i4", "tick of posting", "tick"),
        "key": Column("i4", "names the post the same way in every arm, for draws"),
        "claim": Column("i2", "claim, -1 = ordinary post", default=-1),
        "stance": Column("i1", "Stance towards the claim"),
        "act": Column("i1", "original, reshare or reply (Act)"),
        "form": Column("i1", "medium (Form)"),
        "label": Column("i1", "label it carries (Label)"),
        "hashtag": Column("i2", "hashtag, -1 = none", default=-1),
        "depth": Column("i2", "reshares between it and the original", "hops"),
        "appeal": Column("f4", "item appeal z (C2)", "log-odds"),
        "quality": Column("f4", "quality q (C3)", "0..1"),
        "position": Column("f4", "position it argues on its claim", "-1..1"),
        "certainty": Column("f4", "how firmly it argues, scales persuasion", "0..1", default=1),
        "downrank": Column("f4", "ln of the ranking factor delta (C3)", "ln x"),
        "engagement": Column("i4", "likes, reshares and replies (on the root)"),
        "views": Column("i4", "times seen (on the root)"),
        "reshares": Column("i4", "times reshared (on the root)"),
        "likes": Column("i4", "times liked (on the root)"),
        "group_views": Column("i4", "times seen by opinion group (on the root)", shape=("group",)),
        "group_likes": Column("i4", "approvals by opinion group (on the root)", shape=("group",)),
        "removed": Column("u1", "taken down"),
        "target": Column("i4", "account it is hostile to, -1 = none", default=-1),
    }

    def __init__(self, capacity: int = FIRST_CAPACITY) -> None:
        super().__init__(axes={"group": OPINION_GROUPS}, capacity=capacity)
        self.last = 0  # id of the newest post
        self.alive_from = 1  # oldest id a feed may still show

    @property
    def mask(self) -> int:
        """`id & mask` is the row of a post."""
        return self.capacity - 1

    def rows(self, ids: AnyArray) -> I64:
        """Rows of the posts with these ids (they must be alive)."""
        return np.asarray(ids, np.int64) & self.mask

    def alive(self) -> I64:
        """Ids of all posts that feeds may still show."""
        return np.arange(self.alive_from, self.last + 1, dtype=np.int64)

    def add(self, count: int, **values: Any) -> I64:
        """Create posts and give their ids; grows the ring rather than overwrite a living post."""
        if self.last + count - self.alive_from >= self.capacity:
            self._grow(self.last + count - self.alive_from + 1)
        ids = np.arange(self.last + 1, self.last + 1 + count, dtype=np.int64)
        rows = ids & self.mask
        for name, column in self.COLUMNS.items():
            getattr(self, name)[rows] = values.get(name, column.default)
        self.last += count
        return ids

    def retire(self, before_tick: int) -> None:
        """Let go of posts older than a tick; ids are in order of ticks."""
        alive = self.alive()
        ticks = self.tick[alive & self.mask]
        self.alive_from += int(np.searchsorted(ticks, before_tick))

    def _grow(self, needed: int) -> None:
        capacity = self.capacity
        while capacity < needed:
            capacity *= 2
        alive = self.alive()
        for name, column in self.COLUMNS.items():
            grown = self._blank(column, capacity)
            grown[alive & (capacity - 1)] = getattr(self, name)[alive & self.mask]
            setattr(self, name, grown)
        self.capacity = capacity

    def column(self, name: str) -> AnyArray:
        """One column of the living posts, in order of id."""
        array: AnyArray = getattr(self, name)
        return np.asarray(array[self.alive() & self.mask])

    def arrays(self) -> dict[str, AnyArray]:
        """The whole ring, for a checkpoint."""
        ring = {name: getattr(self, name) for name in self.COLUMNS}
        return ring | {"ids": np.array([self.last, self.alive_from], np.int64)}

    def restore(self, arrays: dict[str, AnyArray]) -> None:
        """Take back what `arrays` gave."""
        for name in self.COLUMNS:
            setattr(self, name, np.array(arrays[name]))
        self.capacity = len(self.author)
        self.last, self.alive_from = (int(value) for value in arrays["ids"])

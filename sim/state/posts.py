"""Posts: a ring of the posts that feeds can still show; a post's id never changes, its row is reused."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any, ClassVar

import numpy as np

from sim.ground.columns import Column, Columns
from sim.ground.types import F32, I8, I16, I32, I64, U8, AnyArray
from sim.state.codes import OPINION_GROUPS, Label

FIRST_CAPACITY = 1024
CHUNK = 65_536  # posts that are moved at a time when the ring grows
LINE = 64  # bytes that memory hands over at once
HOT = ("root", "author", "tick", "key", "engagement", "appeal", "leaning", "claim", "stance", "removed")
COLD = ("parent", "quality", "position", "certainty", "downrank", "views", "reshares", "likes", "target", "group_views",
        "group_likes", "hashtag", "depth", "act", "form", "label", "layer", "tongue")  # fmt: skip


class Posts(Columns):
    """Posts by `row = id & (capacity - 1)`; ids rise from 1 (0 = no post) in the order of creation.

    A reshare is a post of its own: `root` is the original's id, `parent` the post that was reshared.
    Counters (`engagement`, `views`, ...) stand on the root's row. Rows are reused once every feed has
    passed over their post, after the window of hours (C3).

    A row is held as two packed records, so that ranking a post touches one line of memory: `hot` is what
    every ranking reads (32 bytes), `cold` the details (64 bytes). The columns are views of their fields.
    Where a question needs no details, none are held: they read as their defaults, and cannot be written.
    """

    hot: AnyArray
    cold: AnyArray

    author: I32
    root: I32
    parent: I32
    tick: I32
    key: I32
    leaning: F32
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
    layer: I8
    tongue: I8

    COLUMNS: ClassVar[dict[str, Column]] = {
        "author": Column("i4", "account that posted it", default=-1),
        "root": Column("i4", "id of the original"),
        "parent": Column("i4", "id of the post reshared or answered, 0 = none"),
        "tick": Column("i4", "tick of posting", "tick"),
        "key": Column("i4", "names the post the same way in every arm, for draws"),
        "leaning": Column("f4", "political leaning of the author when it was posted", "-1..1"),
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
        "layer": Column("i1", "platform layer it stands on, 0 = the main one"),
        "tongue": Column("i1", "language, 1 + row of World.languages; 0 = its author's"),
    }

    def __init__(self, capacity: int = FIRST_CAPACITY, *, details: bool = True) -> None:
        self.has_details = details
        self.axes = {"group": OPINION_GROUPS}
        self.n = 0
        self._lay_out(capacity)
        self.last = 0  # id of the newest post
        self.alive_from = 1  # oldest id a feed may still show
        self.any_lowered = False  # whether any post was ever down-ranked
        self.any_labelled = False  # whether any post ever carried a label

    def _lay_out(self, capacity: int) -> None:
        """Take room for `capacity` blank rows."""
        self.capacity = capacity
        self.hot = _blank_records(self, HOT, capacity)
        self.cold = _blank_records(self, COLD, capacity if self.has_details else 1)
        if not self.has_details:
            self.cold = np.broadcast_to(self.cold, capacity)  # one row, seen everywhere, that nobody may write
        for name in self.COLUMNS:
            setattr(self, name, (self.hot if name in HOT else self.cold)[name])

    def keep_details(self) -> None:
        """Hold details from now on; posts that had none have their defaults."""
        self.has_details, hot = True, self.hot
        self._lay_out(self.capacity)
        self.hot[:] = hot

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

    def take_room(self, count: int) -> I64:
        """Ids of new posts whose rows are still to be filled; grows the ring rather than overwrite a living post."""
        if self.last + count - self.alive_from >= self.capacity:
            self._grow(self.last + count - self.alive_from + 1)
        self.last += count
        return np.arange(self.last + 1 - count, self.last + 1, dtype=np.int64)

    def add(self, count: int, **values: Any) -> I64:
        """Create posts, each column filled from `values` or its default; returns their ids."""
        ids = self.take_room(count)
        rows = ids & self.mask
        for name, column in self.COLUMNS.items():
            getattr(self, name)[rows] = values.get(name, column.default)
        self.any_lowered |= bool(np.any(values.get("downrank", 0.0)))
        self.any_labelled |= bool(np.any(values.get("label", 0)))
        return ids

    def first_since(self, tick: int) -> int:
        """The oldest living id posted in this tick or later; ids are in order of ticks."""
        alive = range(self.alive_from, self.last + 1)
        return self.alive_from + bisect_left(alive, tick, key=lambda post: int(self.tick[post & self.mask]))

    def retire(self, before_tick: int) -> None:
        """Let go of posts older than a tick."""
        self.alive_from = self.first_since(before_tick)

    def lower(self, rows: AnyArray | int, change: float) -> None:
        """Set the down-ranking of some rows: ln of what it leaves of their reach (0 takes it back)."""
        self.downrank[rows] = change
        self.any_lowered |= change != 0.0

    def put_label(self, rows: AnyArray | int, label: int) -> None:
        """Let some rows carry a label (Label.NONE takes it off)."""
        self.label[rows] = label
        self.any_labelled |= label != Label.NONE

    def _grow(self, needed: int) -> None:
        capacity, old, old_mask = self.capacity, (self.hot, self.cold), self.mask
        while capacity < needed:
            capacity *= 2
        self._lay_out(capacity)
        for grown, record in zip((self.hot, self.cold), old, strict=True):
            if grown.flags.writeable:
                for first in range(
                    self.alive_from, self.last + 1, CHUNK
                ):  # a copy of all would take as much room again
                    ids = np.arange(first, min(first + CHUNK, self.last + 1))
                    grown[ids & self.mask] = record[ids & old_mask]

    def column(self, name: str) -> AnyArray:
        """One column of the living posts, in order of id."""
        array: AnyArray = getattr(self, name)
        return np.asarray(array[self.alive() & self.mask])

    def arrays(self) -> dict[str, AnyArray]:
        """The whole ring, for a checkpoint."""
        held = self.COLUMNS if self.has_details else HOT
        marks = [self.last, self.alive_from, self.any_lowered, self.any_labelled]
        return {name: getattr(self, name) for name in held} | {"ids": np.array(marks, np.int64)}

    def restore(self, arrays: dict[str, AnyArray]) -> None:
        """Take back what `arrays` gave."""
        self.has_details = "parent" in arrays
        self._lay_out(len(arrays["author"]))
        for name in self.COLUMNS if self.has_details else HOT:
            getattr(self, name)[:] = arrays[name]
        self.last, self.alive_from = (int(value) for value in arrays["ids"][:2])
        self.any_lowered, self.any_labelled = (bool(value) for value in arrays["ids"][2:])

    def nbytes(self) -> int:
        """Memory of all rows in bytes."""
        return int(self.hot.nbytes + (self.cold.nbytes if self.has_details else 0))


def _blank_records(posts: Posts, names: tuple[str, ...], rows: int) -> AnyArray:
    """Records of some columns with their defaults, none of which lies across two lines of memory."""
    # the widest first, so that all lie even
    names = tuple(sorted(names, key=lambda name: -np.dtype(posts.COLUMNS[name].dtype).itemsize))
    columns = [posts.COLUMNS[name] for name in names]
    fields = [(name, column.dtype, tuple(posts.axes[axis] for axis in column.shape))
              for name, column in zip(names, columns, strict=True)]  # fmt: skip
    packed = np.dtype(fields)
    ends = np.cumsum([packed[name].itemsize for name in names]).tolist()
    room = 1 << (packed.itemsize - 1).bit_length()
    record = np.dtype({"names": names, "formats": [packed[name] for name in names],
                       "offsets": [0, *ends[:-1]], "itemsize": room})  # fmt: skip
    store = np.zeros(rows * room + LINE, np.uint8)
    start = -store.ctypes.data % LINE
    records: AnyArray = store[start : start + rows * room].view(record)
    blank = np.zeros(1, record)
    for name, column in zip(names, columns, strict=True):
        blank[name] = column.default
    if blank.tobytes().strip(b"\0"):  # zeros are there already, and take no memory before they are written
        records[:] = blank
    return records

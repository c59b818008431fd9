"""A table of columns: named numpy arrays over the same rows, each with dtype, shape, unit and range."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from sim.ground.problems import Problem
from sim.ground.types import AnyArray


@dataclass(frozen=True)
class Column:
    """What one column holds.

    `shape` names the axes after the rows ("claim", "source"); `low` and `high` bound sound values.
    """

    dtype: str
    doc: str
    unit: str = "-"
    shape: tuple[str, ...] = ()
    default: float = 0
    low: float | None = None
    high: float | None = None


class Columns:
    """Base of the state tables: subclasses list their columns in `COLUMNS` and annotate the arrays.

    `axes` gives the length of each named axis; one that is not named there has no entries. Tables grow by
    doubling; `n` rows are in use.
    """

    COLUMNS: ClassVar[dict[str, Column]] = {}

    def __init__(self, n: int = 0, axes: dict[str, int] | None = None, capacity: int | None = None) -> None:
        self.n = n
        self.axes = dict(axes or {})
        self.capacity = max(n, capacity or 0)
        for name, column in self.COLUMNS.items():
            setattr(self, name, self._blank(column, self.capacity))

    def _blank(self, column: Column, rows: int) -> AnyArray:
        shape = (rows, *(self.axes.get(axis, 0) for axis in column.shape))
        if column.default == 0:
            return np.zeros(shape, np.dtype(column.dtype))  # takes no memory before it is written
        return np.full(shape, column.default, np.dtype(column.dtype))

    def __len__(self) -> int:
        return self.n

    def __iter__(self) -> Iterator[str]:
        return iter(self.COLUMNS)

    def column(self, name: str) -> AnyArray:
        """The rows in use of one column (a view)."""
        array: AnyArray = getattr(self, name)
        return array[: self.n]

    def reserve(self, rows: int) -> None:
        """Make room for `rows` rows in all, by at least doubling where rows are in use."""
        if rows <= self.capacity:
            return
        capacity = max(rows, 2 * self.capacity if self.n else rows * 9 // 8, 16)
        for name, column in self.COLUMNS.items():
            grown = self._blank(column, capacity)
            grown[: self.n] = self.column(name)
            setattr(self, name, grown)
        self.capacity = capacity

    def append(self, count: int, **values: Any) -> slice:
        """Add rows, each column filled from `values` or its default; returns their place."""
        self.reserve(self.n + count)
        place = slice(self.n, self.n + count)
        for name, column in self.COLUMNS.items():
            getattr(self, name)[place] = values.get(name, column.default)
        self.n += count
        return place

    def trim(self) -> None:
        """Give back the room beyond the rows in use, so that whole arrays are the columns."""
        if self.capacity == self.n:
            return
        for name in self.COLUMNS:
            setattr(self, name, self.column(name).copy())
        self.capacity = self.n

    def clear(self) -> None:
        """Forget all rows, keep the room."""
        self.n = 0

    def keep(self, mask: AnyArray) -> None:
        """Keep only the rows of the mask, in their order."""
        for name in self.COLUMNS:
            array = getattr(self, name)
            kept = array[: self.n][mask]
            array[: len(kept)] = kept
        self.n = int(np.count_nonzero(mask))

    def arrays(self) -> dict[str, AnyArray]:
        """Everything a checkpoint needs of this table."""
        return {name: self.column(name) for name in self.COLUMNS}

    def restore(self, arrays: dict[str, AnyArray]) -> None:
        """Take back what `arrays` gave."""
        self.n = len(next(iter(arrays.values()))) if arrays else 0
        self.capacity = self.n
        for name in self.COLUMNS:
            setattr(self, name, np.array(arrays[name]))

    def nbytes(self) -> int:
        """Memory of all columns in bytes."""
        return sum(getattr(self, name).nbytes for name in self.COLUMNS)

    def problems(self) -> list[Problem]:
        """Columns whose values left their range or are not numbers: a defect of a rule, never silent."""
        found = []
        for name, column in self.COLUMNS.items():
            values = self.column(name)
            if values.size and _out_of_range(values, column):
                found.append(Problem(f"{type(self).__name__}.{name}", f"values outside {column.low} to {column.high}"))
        return found


def _out_of_range(values: AnyArray, column: Column) -> bool:
    if values.dtype.kind == "f" and not np.isfinite(values).all():
        return True
    below = column.low is not None and bool(values.min() < column.low)
    return below or (column.high is not None and bool(values.max() > column.high))

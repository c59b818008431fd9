"""Ids become rows: in the order of numbers, or of words, so that neither a key nor the file's order matters."""

from __future__ import annotations

from typing import Any

import numpy as np

from sim.ground.types import I32, AnyArray


def numbered(*columns: Any) -> tuple[Any, list[I32]]:
    """All different ids, sorted, and for each column the places of its ids among them."""
    import pyarrow as pa

    if all(pa.types.is_integer(column.type) for column in columns):
        numbers = [column.to_numpy() for column in columns]
        low, high = min(part.min(initial=0) for part in numbers), max(part.max(initial=0) for part in numbers)
        if low >= 0 and high < 4 * sum(map(len, numbers)) + 1024:
            return _by_presence(numbers, int(high))
    kind = pa.int64() if all(pa.types.is_integer(column.type) for column in columns) else pa.string()
    coded = pa.concat_arrays([column.cast(kind) for column in columns]).dictionary_encode()
    order = pa.compute.sort_indices(coded.dictionary)
    place = np.empty(len(order), np.int32)
    place[order.to_numpy()] = np.arange(len(order), dtype=np.int32)
    rows = place[coded.indices.to_numpy()]
    ends = np.cumsum([len(column) for column in columns])
    return coded.dictionary.take(order), np.split(rows, ends[:-1])


def places(ids: Any, wanted: Any) -> AnyArray:
    """For each wanted id its place among the ids, -1 where there is none; words and numbers compare as words."""
    import pyarrow as pa
    import pyarrow.compute as pc

    kind = ids.type if ids.type == wanted.type else pa.string()
    found = pc.index_in(wanted.cast(kind), value_set=ids.cast(kind))
    return np.asarray(found.fill_null(-1).to_numpy())


def _by_presence(numbers: list[AnyArray], high: int) -> tuple[Any, list[I32]]:
    import pyarrow as pa

    there = np.zeros(high + 1, np.bool_)
    for part in numbers:
        there[part] = True
    if there.all():  # no gaps: each id is its own place
        return pa.array(np.arange(high + 1)), [part.astype(np.int32) for part in numbers]
    place = np.cumsum(there, dtype=np.int32) - 1
    return pa.array(np.flatnonzero(there)), [place[part] for part in numbers]

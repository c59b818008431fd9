"""Write a run: everything into a folder beside its place, then one rename puts it there, whole."""

from __future__ import annotations

import json
import math
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from sim.ground.types import AnyArray
from sim.results.files import put, room_on_disk, sealed, settle

FORMAT = 1  # of the folder; a reader refuses what it does not know
FREE_SOME = "Free some room and give the same command again: the run goes on from its last checkpoint."


@dataclass(frozen=True)
class Outcome:
    """What a run leaves behind, as plain data.

    `series` are rows of the metric series, `final` the metrics of the whole run, `events` the journal's
    rows (tick, hour, what, who, detail), `cascades` a table with one row for each cascade, `records` more
    tables by name.
    """

    settings: dict[str, Any]
    series: list[dict[str, float]]
    final: dict[str, float]
    events: list[tuple[int, float, str, str, str]] = field(default_factory=list)
    cascades: dict[str, AnyArray] = field(default_factory=dict)
    records: dict[str, dict[str, AnyArray]] = field(default_factory=dict)


def place_of(results: Path | str, scenario: str, run_id: str) -> Path:
    """The folder in which a run of this id stands when it is finished."""
    return Path(results) / scenario / run_id


def write_run(place: Path, outcome: Outcome, manifest: dict[str, Any]) -> None:
    """Write a run and move it into its place; one that stood there is replaced, never mixed."""
    writing, replaced = place.with_name(f"{place.name}.writing"), place.with_name(f"{place.name}.replaced")
    with room_on_disk(place, FREE_SOME):
        shutil.rmtree(writing, ignore_errors=True)
        writing.mkdir(parents=True)
        try:
            hashes = {name: put(writing / name, content) for name, content in _contents(outcome).items()}
            put(writing / "manifest.json", sealed({"format": FORMAT, **manifest, "files": hashes}))
            settle(writing)
        except BaseException:
            shutil.rmtree(writing, ignore_errors=True)
            raise
        if place.exists():
            place.rename(replaced)
        writing.rename(place)
        settle(place.parent)
        shutil.rmtree(replaced, ignore_errors=True)


def mend(place: Path) -> None:
    """Undo a replacement that was cut short between its two renames."""
    replaced = place.with_name(f"{place.name}.replaced")
    if replaced.exists() and not place.exists():
        replaced.rename(place)
    shutil.rmtree(replaced, ignore_errors=True)


def _contents(outcome: Outcome) -> dict[str, bytes]:
    events: dict[str, AnyArray] = {
        "tick": np.array([row[0] for row in outcome.events], np.int32),
        "hour": np.array([row[1] for row in outcome.events], np.float64),
    }
    for place, name in enumerate(("what", "who", "detail"), start=2):
        events[name] = np.array([row[place] for row in outcome.events], object)
    return {
        "settings.yaml": yaml.safe_dump(outcome.settings, sort_keys=False, allow_unicode=True).encode(),
        "settings.json": json.dumps(outcome.settings, ensure_ascii=False).encode(),  # the same, read 100 times faster
        "metrics.parquet": parquet(_series(outcome.series)),
        "events.parquet": parquet(events),
        "cascades.parquet": parquet(outcome.cascades),
        **{f"{name}.parquet": parquet(table) for name, table in outcome.records.items()},
        "final.json": json.dumps(_without_nan(outcome.final), indent=1).encode(),
    }


def _series(rows: list[dict[str, float]]) -> dict[str, AnyArray]:
    names = dict.fromkeys(name for row in rows for name in row)
    table = {name: np.array([row.get(name, math.nan) for row in rows], np.float64) for name in names}
    return table | ({"tick": table["tick"].astype(np.int32)} if "tick" in table else {})


def _without_nan(values: dict[str, float]) -> dict[str, float | None]:
    # JSON has no NaN: an undefined number is null
    return {name: None if math.isnan(value) else float(value) for name, value in values.items()}


def parquet(columns: dict[str, AnyArray]) -> bytes:
    """A table as Parquet: numbers split by byte and packed with zstd, words by dictionary."""
    import pyarrow as pa
    from pyarrow import parquet as pq

    words = [name for name, values in columns.items() if values.dtype == object]
    table = pa.table({name: arrow(values) for name, values in columns.items()})
    floats = [name for name, values in columns.items() if values.dtype.kind == "f"]
    sink = pa.BufferOutputStream()
    split = dict.fromkeys(floats, "BYTE_STREAM_SPLIT")
    pq.write_table(table, sink, compression="zstd", use_dictionary=words, column_encoding=split or None)
    return bytes(sink.getvalue())


def arrow(values: AnyArray) -> Any:
    """A column as Arrow holds it, made of its bytes: Arrow's own way to it imports pandas first."""
    import pyarrow as pa

    if values.dtype == bool:
        holds = [None if mask is None else pa.py_buffer(np.packbits(mask, bitorder="little"))
                 for mask in (_known(values), np.asarray(values))]  # fmt: skip
        return pa.Array.from_buffers(pa.bool_(), len(values), holds)
    if values.dtype != object:
        kind, held = pa.from_numpy_dtype(values.dtype), np.ascontiguousarray(values)
        return pa.Array.from_buffers(kind, len(held), [None, pa.py_buffer(held)])
    words = [str(word).encode() for word in values]
    ends = np.cumsum([0, *map(len, words)], dtype=np.int32)
    return pa.Array.from_buffers(pa.string(), len(words), [None, pa.py_buffer(ends), pa.py_buffer(b"".join(words))])


def _known(values: AnyArray) -> AnyArray | None:
    """Which entries of a masked column hold; None where it is not masked."""
    return ~np.ma.getmaskarray(values) if isinstance(values, np.ma.MaskedArray) else None

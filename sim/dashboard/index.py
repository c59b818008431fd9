"""Index: all runs under a results folder as rows, kept in one Parquet file and refreshed from what is new."""

from __future__ import annotations

import json
import os
import secrets
import threading
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sim.compare.measures import HEADLINE
from sim.ground.problems import Problems
from sim.results.files import sha256_of, unsealed
from sim.results.store import FORMAT

FILE = ".index.parquet"
VERSION = b"1"  # of the columns; a file of another version is made anew
SHOWN = (HEADLINE, "reach", "cost", "staff_hours", "voices_lowered", "wrongful_removals")
FINISHED, FAILED, PARTIAL, DAMAGED = "finished", "failed", "partial", "damaged"
FRESH = 1.0  # seconds for which the folder is not looked at again
TAIL = 4000  # bytes at the end of a failure's story


@dataclass(frozen=True)
class Listed:
    """One run as the index knows it: finished, failed, partial (stopped, or under way) or damaged."""

    id: str
    scenario: str
    state: str
    stamp: str = ""  # of its manifest: time and size
    response: str = ""
    label: Mapping[str, str] = field(default_factory=dict)  # of the response, by language
    seed: int = 0
    belief: str = ""
    platform: str = ""  # its feed
    accounts: int = 0
    ticks: int = 0
    started: str = ""
    seconds: float = 0.0
    simulate: float = 0.0  # seconds of these in the ticks
    cpu: str = ""
    code: str = ""
    outcomes: Mapping[str, float | None] = field(default_factory=dict)  # by metric, on the first claim
    facts: Mapping[str, Any] = field(default_factory=dict)  # settings by dotted name, but seed and response
    reason: str = ""  # why it failed or is damaged


Keyed = dict[tuple[str, str], Listed]  # by scenario and id


class Index:
    """The runs of one results folder; safe with many readers and writers, since its file is replaced whole."""

    def __init__(self, results: Path | str) -> None:
        self.results = Path(results)
        self._lock = threading.Lock()
        self._known: Keyed | None = None
        self._rows: tuple[Listed, ...] = ()
        self._looked = -FRESH

    def rows(self, max_age: float = FRESH) -> tuple[Listed, ...]:
        """Every run, newest first; the folder is looked at again when the last look is older than `max_age`."""
        with self._lock:
            if time.monotonic() - self._looked >= max_age:
                self._refresh()
                self._looked = time.monotonic()
            return self._rows

    def _refresh(self) -> None:
        known = read(self.results / FILE) if self._known is None else self._known
        stamps, others = _look(self.results)
        same = {key: row for key, row in known.items() if stamps.get(key) == row.stamp}
        rows = {key: same.get(key) or _listed(self.results, key, stamp) for key, stamp in stamps.items()}
        if len(same) < max(len(rows), len(known)):
            with suppress(OSError):  # a folder that cannot be written to is still read
                write(self.results / FILE, rows.values())
        self._known = rows
        unfinished = [row for key, row in others.items() if key not in rows]
        self._rows = tuple(sorted([*rows.values(), *unfinished], key=lambda row: (row.started, row.id), reverse=True))


def varying(rows: Iterable[Listed]) -> dict[str, tuple[Any, ...]]:
    """The settings in which runs differ, by dotted name, each with its values in order of appearance."""
    told = {id(row.facts): row.facts for row in rows}.values()  # runs of one question share theirs
    first: dict[str, Any] = {}
    differing = {name for facts in told for name, value in facts.items() if first.setdefault(name, value) != value}
    values: dict[str, dict[str, Any]] = {name: {} for name in first if name in differing}
    for facts in told:
        for name in values:
            if name in facts:
                values[name][json.dumps(facts[name])] = facts[name]
    return {name: tuple(found.values()) for name, found in values.items()}


def read(file: Path) -> Keyed:
    """The rows of an index file; none when it is missing, broken or of another version."""
    import pyarrow as pa
    from pyarrow import parquet as pq

    try:
        table = pq.read_table(file)
        if (table.schema.metadata or {}).get(b"parley_index") != VERSION:
            return {}
        rows = table.to_pylist()
        told: dict[str, Any] = {}  # the same text is parsed once, and shared
        for row in rows:
            for name in ("label", "outcomes", "facts"):
                text = row[name]
                row[name] = told[text] if text in told else told.setdefault(text, json.loads(text))
        return {(row["scenario"], row["id"]): Listed(**row) for row in rows}
    except (OSError, pa.ArrowException, ValueError, KeyError, TypeError):
        return {}


def write(file: Path, rows: Iterable[Listed]) -> None:
    """Replace an index file by another, in one step."""
    import pyarrow as pa
    from pyarrow import parquet as pq

    plain = [vars(row) | {name: json.dumps(getattr(row, name)) for name in ("label", "outcomes", "facts")}
             for row in rows]  # fmt: skip
    kinds = {"seed": pa.int64(), "accounts": pa.int64(), "ticks": pa.int64(), "seconds": pa.float64(),
             "simulate": pa.float64()}  # fmt: skip
    schema = pa.schema([(name, kinds.get(name, pa.string())) for name in Listed.__dataclass_fields__],
                       metadata={b"parley_index": VERSION})  # fmt: skip
    writing = file.with_name(f"{file.name}.{os.getpid()}.{secrets.token_hex(4)}")
    try:
        pq.write_table(pa.Table.from_pylist(plain, schema=schema), writing, compression="zstd")
        writing.replace(file)
    finally:
        writing.unlink(missing_ok=True)


def _look(results: Path) -> tuple[dict[tuple[str, str], str], Keyed]:
    """The stamp of every finished run by scenario and id, and what else stands there: failed and partial runs."""
    stamps: dict[tuple[str, str], str] = {}
    others: Keyed = {}
    for scenario in _folders(results):
        for entry in sorted(_entries(scenario), key=lambda one: one.name, reverse=True):  # .partial before .failed.txt
            name, _, ending = entry.name.partition(".")
            key = (scenario.name, name)
            if not ending and entry.is_dir():
                with suppress(OSError):
                    found = Path(entry.path, "manifest.json").stat()
                    stamps[key] = f"{found.st_mtime_ns}.{found.st_size}"
            elif ending == "partial":
                others[key] = Listed(name, scenario.name, PARTIAL)
            elif ending == "failed.txt":
                others[key] = Listed(name, scenario.name, FAILED, reason=_last_line(Path(entry.path)))
    return stamps, others


def _folders(results: Path) -> list[Path]:
    return [Path(one.path) for one in _entries(results) if one.is_dir() and not one.name.startswith(".")]


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return list(found)
    except OSError:
        return []


def _listed(results: Path, key: tuple[str, str], stamp: str) -> Listed:
    """Read one run's manifest and outcomes; a damaged run is listed as such."""
    scenario, name = key
    place = results / scenario / name
    try:
        manifest = unsealed(place / "manifest.json")
        if manifest.get("format") != FORMAT:
            raise ValueError(f"format {manifest.get('format')}")
        if sha256_of(place / "final.json") != manifest["files"]["final.json"]:
            raise ValueError("final.json does not match the manifest")
        return _row(key, stamp, manifest, json.loads((place / "final.json").read_bytes()))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, Problems) as error:
        return Listed(name, scenario, DAMAGED, stamp, reason=str(error))


def _row(key: tuple[str, str], stamp: str, manifest: dict[str, Any], final: dict[str, float | None]) -> Listed:
    facts = {name: value for name, value in manifest.get("facts", {}).items() if name not in ("seed", "response")}
    label = str(manifest.get("response_label", ""))
    times = manifest["times"]
    return Listed(
        id=key[1],
        scenario=key[0],
        state=FINISHED,
        stamp=stamp,
        response=str(manifest["response"]),
        label=manifest.get("response_labels") or {"en": label, "fr": label},
        seed=int(manifest["seed"]),
        belief=str(facts.get("belief.name", "")),
        platform=str(facts.get("platform.feed", "")),
        accounts=int(manifest["accounts"]),
        ticks=int(manifest["ticks"]),
        started=str(times["started"]),
        seconds=float(times["seconds"]),
        simulate=float(times["simulate"]),
        cpu=str(manifest.get("machine", {}).get("cpu", "")),
        code=str(manifest["code"]["hash"]),
        outcomes=_shown(final),
        facts=facts,
    )


def _shown(final: dict[str, float | None]) -> dict[str, float | None]:
    """The outcomes of the headline, each for everybody and on the first claim it is measured for."""
    found: dict[str, float | None] = {}
    for name, value in final.items():
        metric, _, _ = name.partition(".")
        if metric in SHOWN and "@" not in name and metric not in found:
            found[metric] = value
    return found


def _last_line(file: Path) -> str:
    try:
        with file.open("rb") as story:
            story.seek(max(0, file.stat().st_size - TAIL))
            lines = story.read().decode("utf-8", "replace").strip().splitlines()
    except OSError:
        return ""
    return lines[-1] if lines else ""

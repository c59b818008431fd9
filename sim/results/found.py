"""Read a run: find it by id or folder, check every byte against the manifest, hand out its tables."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.ground.problems import Problem, Problems, did_you_mean
from sim.ground.types import F64
from sim.results.files import sha256_of, unsealed
from sim.results.store import FORMAT

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

FILES = ("settings.yaml", "metrics.parquet", "events.parquet", "cascades.parquet", "final.json")
RECORDS = (
    "communities",
    "ties",
    "beliefs",
    "trees",
    "feeds",
    "moderation",
)  # a run of before they were kept lacks them
TABLES = ("metrics", "events", "cascades", *RECORDS)
RUN_AGAIN = "Run it again with --fresh."


@dataclass(frozen=True)
class RunResult:
    """A finished run; tables are read when asked for, `final` holds metrics of the whole (NaN: undefined)."""

    folder: Path
    manifest: dict[str, Any]
    final: dict[str, float]
    from_disk: bool = True  # whether it was there before it was asked for

    @property
    def id(self) -> str:
        """The hash of the question that this run answers."""
        return str(self.manifest["id"])

    @property
    def scenario(self) -> str:
        """Name of the scenario."""
        return str(self.manifest["scenario"])

    @property
    def response(self) -> str:
        """Name of the response."""
        return str(self.manifest["response"])

    @property
    def seed(self) -> int:
        """Seed of all its draws."""
        return int(self.manifest["seed"])

    @cached_property
    def settings(self) -> dict[str, Any]:
        """Its settings as plain data."""
        if "settings.json" in self.manifest["files"]:
            told: dict[str, Any] = json.loads((self.folder / "settings.json").read_text("utf-8"))
            return told
        import yaml  # a run of before there was JSON; libyaml's own reader is ten times as fast

        read: dict[str, Any] = yaml.load(
            (self.folder / "settings.yaml").read_text("utf-8"),
            Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader),  # both are safe
        )
        return read

    @property
    def metrics(self) -> pd.DataFrame:
        """The metric series, one row for each measured hour."""
        return self.table("metrics").to_pandas()

    @property
    def events(self) -> pd.DataFrame:
        """The journal: tick, hour, what, who, detail."""
        return self.table("events").to_pandas()

    @property
    def cascades(self) -> pd.DataFrame:
        """One row for each cascade of reshares on a claim."""
        return self.table("cascades").to_pandas()

    def table(self, name: str) -> pa.Table:
        """One of its tables as Arrow, without pandas; `TABLES` are their names."""
        from pyarrow import parquet as pq

        if f"{name}.parquet" not in self.manifest["files"]:
            raise Problems([_missing(self.folder, name)])
        return pq.read_table(self.folder / f"{name}.parquet")

    def series(self, name: str) -> F64:
        """One column of the metric series."""
        from pyarrow import parquet as pq

        column = pq.read_table(self.folder / "metrics.parquet", columns=[name]).column(0)
        values: F64 = column.to_numpy()
        return values


def _missing(folder: Path, name: str) -> Problem:
    """Why a run has not this table: it is of before such were kept, or there is none of that name."""
    if name not in TABLES:
        return Problem(f"table {name}", "no such table", TABLES, did_you_mean(name, TABLES))
    return Problem(str(folder), f"this run holds no {name}: it is older than such records", advice=RUN_AGAIN)


def load_run(folder: Path | str) -> RunResult:
    """Read a finished run; raises `Problems` when it is not whole or was changed."""
    place = Path(folder)
    manifest = _manifest(place)
    stamps = manifest["files"].items()
    found = [problem for name, stamp in stamps for problem in _changed(place / name, stamp)]
    found += [Problem(str(place / name), "not there") for name in FILES if name not in manifest["files"]]
    if found:
        raise Problems(found)
    final = json.loads((place / "final.json").read_text())
    numbers = {name: math.nan if value is None else float(value) for name, value in final.items()}
    return RunResult(place, manifest, numbers)


def finished_runs(results: Path | str) -> list[Path]:
    """Folders of all finished runs under a results folder, in order of scenario and id."""
    return sorted(file.parent for file in Path(results).glob("*/*/manifest.json") if not file.parent.suffix)


def find_run(word: str, results: Path | str) -> RunResult:
    """The run that a folder or an id (or the beginning of one) names."""
    if (Path(word) / "manifest.json").exists() or "/" in word:
        return load_run(word)
    known = finished_runs(results)
    matches = [folder for folder in known if folder.name.startswith(word)]
    if len(matches) == 1:
        return load_run(matches[0])
    ids = tuple(folder.name for folder in matches or known)
    says = f'"{word}" fits {len(matches)} runs' if matches else f'no finished run "{word}" in {results}'
    raise Problems([Problem("run", says, ids, did_you_mean(word, ids))])


def _manifest(place: Path) -> dict[str, Any]:
    file = place / "manifest.json"
    try:
        manifest = unsealed(file)
    except FileNotFoundError:
        advice = "Its folder has no manifest: it was not finished, or it is no run."
        raise Problems([Problem(str(place), "no finished run here", advice=advice)]) from None
    except (ValueError, OSError) as error:
        raise Problems([Problem(str(file), f"damaged or changed: {error}", advice=RUN_AGAIN)]) from None
    if manifest.get("format") != FORMAT:
        says = f"format {manifest.get('format')} is not one this version reads"
        raise Problems([Problem(str(file), says, (str(FORMAT),), RUN_AGAIN)])
    return manifest


def _changed(file: Path, stamp: str) -> list[Problem]:
    if not file.is_file():
        return [Problem(str(file), "not there", advice=RUN_AGAIN)]
    if sha256_of(file) != stamp:
        return [Problem(str(file), "damaged or changed: its hash is not the manifest's", advice=RUN_AGAIN)]
    return []

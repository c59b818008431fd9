"""What a run's answer hangs on beside its settings: the package's code and the contents of the user's files."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

from sim import catalogue
from sim.ground.cards import is_assumed

PAGE, IDS = "graph.json", "column_id.npy"  # of a saved graph
PACKAGE = Path(__file__).parent.parent
# What a run's numbers hang on; the doors, windows and the store may change without changing an answer.
MODEL_CODE = ("ground", "state", *catalogue.TITLES, "day", "scenario", "build", "model.py")


@cache
def code_hash() -> str:
    """The hash of the package's code on which results hang."""
    digest = hashlib.blake2b(digest_size=8)
    for part in MODEL_CODE:
        place = PACKAGE / part
        for file in sorted(place.rglob("*.py")) if place.is_dir() else [place] if place.exists() else []:
            digest.update(str(file.relative_to(PACKAGE).as_posix()).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def contents_hash(path: str) -> str:
    """The hash of a file's contents; of a saved graph, what a run reads of it (pseudonyms and report it does not)."""
    place = Path(path)
    files = sorted(place.glob("*.npy")) if place.is_dir() else [place]
    digest = hashlib.sha256()
    if place.is_dir() and (page := place / PAGE).exists():
        digest.update(json.dumps(json.loads(page.read_text("utf-8"))["words"], sort_keys=True).encode())
    for file in files:
        if file.name == IDS:
            continue
        digest.update(file.name.encode() if place.is_dir() else b"")
        with file.open("rb") as opened:
            digest.update(hashlib.file_digest(opened, "sha256").digest())
    return digest.hexdigest()


def even(value: Any) -> Any:
    """Plain data in which 24 and 24.0 are the same number, since they ask the same."""
    if isinstance(value, dict):
        return {key: even(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [even(inner) for inner in value]
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def flat(settings: dict[str, Any]) -> dict[str, Any]:
    """Nested settings by dotted name."""
    facts: dict[str, Any] = {}
    _lay_flat(settings, "", facts)
    return facts


def _lay_flat(settings: dict[str, Any], before: str, facts: dict[str, Any]) -> None:
    for name, value in settings.items():
        if isinstance(value, dict):
            _lay_flat(value, f"{before}{name}.", facts)
        else:
            facts[before + name] = value


def assumed_in(form: Any, where: str = "") -> list[str]:
    """The dotted names of the numbers in a form that are assumed, with no source behind them."""
    if isinstance(form, tuple):
        told = [assumed_in(one, f"{where}.{getattr(one, 'name', place)}") for place, one in enumerate(form)]
        return [name for part in told for name in part]
    if not dataclasses.is_dataclass(form):
        return []
    names = []
    for field in dataclasses.fields(form):
        place = f"{where}.{field.name}" if where else field.name
        names += [place] if is_assumed(field) else assumed_in(getattr(form, field.name), place)
    return names

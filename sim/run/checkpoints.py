"""Checkpoints: the whole state of a run on disk, sealed, so that it can go on from the newest sound one.

They are written without waiting for the disk: after a power cut a torn one is known by its hash and
the one before it is taken.
"""

from __future__ import annotations

import shutil
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from sim.ground.problems import Problem, Problems
from sim.ground.types import AnyArray
from sim.results.files import room_on_disk, sealed, sha256_of, unsealed
from sim.run.progress import Progress

ROLLING = 2  # how many a run keeps for itself: the newest, and the one before in case the newest is torn
FREE_SOME = "Free some room and give the same command again: the run goes on from the checkpoints it has."


@dataclass(frozen=True)
class Checkpoint:
    """The state of a run before a tick: arrays, plain scalars, and the work done so far."""

    tick: int
    arrays: dict[str, AnyArray]
    scalars: dict[str, Any]
    work: dict[str, Any] = field(default_factory=dict)


def save(folder: Path, checkpoint: Checkpoint) -> Path:
    """Write a checkpoint beside its place and move it in."""
    place, writing = folder / f"checkpoint-{checkpoint.tick:08d}", folder / "writing"
    with room_on_disk(folder, FREE_SOME):
        shutil.rmtree(writing, ignore_errors=True)
        writing.mkdir(parents=True)
        try:
            with (writing / "arrays.npz").open("wb") as out:
                np.savez(out, **checkpoint.arrays)  # type: ignore[arg-type]
            facts = {"tick": checkpoint.tick, "scalars": checkpoint.scalars, "work": checkpoint.work}
            stamp = {"arrays": sha256_of(writing / "arrays.npz")}
            (writing / "state.json").write_bytes(sealed(facts | stamp, indent=None))
        except BaseException:
            shutil.rmtree(writing, ignore_errors=True)
            raise
        shutil.rmtree(place, ignore_errors=True)
        writing.rename(place)
    return place


def read(place: Path) -> Checkpoint:
    """Read a checkpoint; raises `Problems` when it is not whole."""
    try:
        facts = unsealed(place / "state.json")
        if sha256_of(place / "arrays.npz") != facts["arrays"]:
            raise ValueError("its arrays do not match their hash")
        with np.load(place / "arrays.npz", allow_pickle=False) as stored:
            arrays = dict(stored)
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise Problems([Problem(str(place), f"damaged checkpoint: {error}")]) from None
    return Checkpoint(facts["tick"], arrays, facts["scalars"], facts["work"])


def stored(folder: Path) -> list[Path]:
    """The checkpoints in a folder, oldest first."""
    return sorted(folder.glob("checkpoint-*"))


def tick_of(place: Path) -> int:
    """The tick before which a stored checkpoint was taken."""
    return int(place.name.removeprefix("checkpoint-"))


def newest(folder: Path, progress: Progress, until: int | None = None) -> Checkpoint | None:
    """The newest sound checkpoint (not after tick `until`), passing over damaged ones aloud."""
    for place in reversed(stored(folder)):
        if until is None or tick_of(place) <= until:
            try:
                return read(place)
            except Problems as problems:
                progress.say(f"{problems} Passing it over.")
    return None


def forget_old(folder: Path) -> None:
    """Remove all but the newest checkpoints."""
    for place in stored(folder)[:-ROLLING]:
        shutil.rmtree(place, ignore_errors=True)

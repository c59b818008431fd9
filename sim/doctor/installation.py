"""Installation: whether this machine has what Parley needs, and what to do where it has not."""

from __future__ import annotations

import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from sim.ground.rules import kernel_cache
from sim.packs import data_folder, known_packs
from sim.results import machine

SMALL = 60  # accounts of the world that is lived to see whether all works
OLDEST = (3, 12)
ROOM_GB, MEMORY_GB = 1.0, 2.0  # room for some hundred runs; memory for one of a hundred thousand accounts


@dataclass(frozen=True)
class Check:
    """One thing that was looked at: what was found, whether it is fine, and what to do if it is not."""

    what: str
    found: str
    fine: bool
    advice: str = ""


def installation(results: str = "results") -> list[Check]:
    """Everything that a run needs, looked at one by one; nothing is left behind."""
    return [_python(), *_libraries(), _data(), _kernels(), _cache(), _folder(results), _disk(results), *_machine()]


def _python() -> Check:
    advice = f"Install Python {'.'.join(map(str, OLDEST))} or newer and make the environment anew."
    return Check("Python", f"{platform.python_version()} ({sys.executable})", sys.version_info >= OLDEST, advice)


def _libraries() -> Iterator[Check]:
    """Each library that the package asks for, held against the versions it asks for."""
    try:
        from packaging.requirements import Requirement

        asked = [Requirement(line) for line in requires("parley") or []]
    except PackageNotFoundError:
        yield Check("parley", "not installed as a package", False, "Run `pip install -e .` in the checkout.")
        return
    yield Check("parley", version("parley"), True)
    for one in asked:
        if one.marker is not None and not one.marker.evaluate({"extra": ""}):
            continue  # of an extra that nobody asked for
        try:
            found = version(one.name)
        except PackageNotFoundError:
            yield Check(one.name, "not installed", False, f"Run `pip install '{one}'`.")
            continue
        fine = one.specifier.contains(found, prereleases=True)
        yield Check(one.name, found, fine, f"Parley needs {one.name} {one.specifier}: `pip install '{one}'`.")


def _data() -> Check:
    """The presets and the scenario packs that come with the package."""
    try:
        packs = len(known_packs())
        presets = sum(1 for _ in data_folder("conf").rglob("*.yaml"))
    except OSError as error:
        return Check("scenarios and presets", str(error), False, "Install the package again.")
    fine = packs > 0 and presets > 0
    return Check("scenarios and presets", f"{packs} packs, {presets} presets", fine, "Install the package again.")


def _kernels() -> Check:
    """Whether kernels compile and a small world lives; numba names its threading layer only after that."""
    import numba

    from sim.doctor.stand import play

    try:
        visits = play(SMALL, (("scenario.horizon_hours", 6.0),), 1).outcomes["visits"]
        layer = numba.threading_layer()
    except Exception as error:
        advice = "Make the environment anew from constraints.txt; if it stays so, report it with this line."
        return Check("a small world", f"{type(error).__name__}: {error}", False, advice)
    found = f"lives ({visits:.0f} visits); {layer} threads, {numba.config.NUMBA_NUM_THREADS} at most"
    return Check("a small world", found, visits > 0, "Nobody ever woke: report it with this line.")


def _cache() -> Check:
    """Where compiled kernels are kept, so that only the first run compiles."""
    place = kernel_cache()
    kernels = len(list(place.glob("**/*.nbc")))
    advice = "Without it every start compiles anew: set NUMBA_CACHE_DIR to a folder that you may write to."
    return Check("kernel cache", f"{place}, {kernels} kernels", _writable(place), advice)


def _folder(results: str) -> Check:
    """Where results go."""
    place = Path(results).resolve()
    return Check("results", str(place), _writable(place), "Name another folder with --results.")


def _writable(place: Path) -> bool:
    """Whether a file can be put there, or in the folder above as long as the place does not exist."""
    there = next(folder for folder in (place, *place.parents) if folder.exists())
    try:
        with tempfile.NamedTemporaryFile(dir=there):
            return True
    except OSError:
        return False


def _disk(results: str) -> Check:
    place = Path(results).resolve()
    there = next(folder for folder in (place, *place.parents) if folder.exists())
    free = shutil.disk_usage(there).free / 2**30
    advice = f"Make room: {ROOM_GB:g} GB is little for a sweep with its checkpoints."
    return Check("disk", f"{free:,.1f} GB free", free >= ROOM_GB, advice)


def _machine() -> Iterator[Check]:
    facts = machine()
    memory = float(facts["memory_gb"])
    cores, in_all = int(facts["cores"]), os.cpu_count() or 1
    yield Check("cores", f"{cores} of {in_all}", cores > 0, "")
    advice = "Keep to some ten thousand accounts, and to --workers 1."
    yield Check("memory", f"{memory:g} GB", memory >= MEMORY_GB, advice)

"""Stories: scenario packs as the pages need them again and again; each is read once, and anew when it is edited."""

from __future__ import annotations

from functools import lru_cache

from sim.packs import known_packs, read_pack
from sim.scenario import Scenario

KEPT = 64  # stories that are remembered; more than come with Parley


def story(name: str) -> Scenario:
    """The scenario of a pack that comes with Parley; raises `Problems` as `read_pack` does."""
    return _read(name, edited(name))


def edited(name: str) -> int:
    """When any file of a pack was last written, in ns; 0 for a name that is no pack."""
    folder = known_packs().get(name)
    return max((file.stat().st_mtime_ns for file in folder.iterdir()), default=0) if folder else 0


@lru_cache(maxsize=KEPT)
def _read(name: str, _edited: int) -> Scenario:
    return read_pack(name)

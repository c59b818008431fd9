"""A bundle: STIX from a stranger, read as plain objects; nothing is taken on trust, and what cannot be read is told."""

from __future__ import annotations

import importlib
import json
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from sim.ground.problems import Problem, Problems
from sim.stix.tlp import level_in

TOO_LONG = 20_000_000  # bytes; both DISARM bundles have about a million
MOST = 50_000  # objects
VERSIONS = ("2.0", "2.1")
INSTALL = "pip install 'parley[stix]'"


@dataclass(frozen=True)
class Bundle:
    """The objects that could be read, as plain data; what was left out, by type and place; and the strictest mark."""

    objects: tuple[dict[str, Any], ...]
    missed: tuple[str, ...]
    tlp: str


def read_bundle(file: Path | str) -> Bundle:
    """Read a STIX 2 bundle; raises `Problems` if it is none, or holds nothing that can be read."""
    path = Path(file)
    raw = _objects(_json(path), path.name)
    stix2 = library()
    objects: list[dict[str, Any]] = []
    missed: list[str] = []
    seen: set[str] = set()
    for place, one in enumerate(raw, 1):
        wrong = _complaint(one, stix2)
        if wrong:
            missed.append(f"object {place} ({_type(one)}): {wrong}")
        elif one["id"] in seen:
            missed.append(f"object {place} ({_type(one)}): an object of the same id comes before it")
        else:
            seen.add(one["id"])
            objects.append(one)
    if not objects:
        advice = f"The first: {missed[0]}." if missed else "Export the incident with its objects."
        raise Problems([Problem(path.name, "none of its objects can be read", advice=advice)])
    return Bundle(tuple(objects), tuple(missed), level_in(one for one in raw if isinstance(one, dict)))


def library() -> ModuleType:
    """The library `stix2`, or a problem that says how to get it."""
    try:
        return importlib.import_module("stix2")
    except ModuleNotFoundError:
        raise Problems([Problem("stix2", "this library is not installed", advice=f"Type {INSTALL}.")]) from None


def _json(path: Path) -> Any:
    try:
        size = path.stat().st_size
        if size > TOO_LONG:
            says = f"it has {size / 1e6:,.0f} MB, more than the {TOO_LONG / 1e6:.0f} MB that are read"
            raise Problems([Problem(path.name, says, advice="Export one incident alone.")])
        return json.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise Problems([Problem(str(path), f"it cannot be read: {error.strerror}")]) from None
    except UnicodeDecodeError:
        raise Problems([Problem(path.name, "it is not UTF-8 text")]) from None
    except json.JSONDecodeError as error:
        raise Problems([Problem(f"{path.name}, line {error.lineno}", f"it is not JSON: {error.msg}")]) from None
    except RecursionError:
        raise Problems([Problem(path.name, "it is nested too deeply")]) from None


def _objects(data: Any, name: str) -> list[Any]:
    told = data.get("objects") if isinstance(data, dict) else None
    if not isinstance(data, dict) or data.get("type") != "bundle":
        raise Problems([Problem(name, "it is no STIX bundle", advice='A bundle says "type": "bundle".')])
    if not isinstance(told, list) or not told:
        raise Problems([Problem(name, "the bundle holds no objects", advice='It needs a list "objects".')])
    if len(told) > MOST:
        raise Problems(
            [Problem(name, f"it holds {len(told)} objects, more than {MOST}", advice="Export one incident.")]
        )
    versions = {str(data.get("spec_version", "2.1"))}
    versions |= {str(one["spec_version"]) for one in told if isinstance(one, dict) and "spec_version" in one}
    strange = sorted(versions - {*VERSIONS})
    if strange:
        raise Problems([Problem(name, f"STIX {', '.join(strange)} is not read", VERSIONS)])
    return told


def _complaint(one: Any, stix2: ModuleType) -> str:
    """Why an object cannot be read, or nothing."""
    if not isinstance(one, dict):
        return "it is no object"
    if not isinstance(one.get("type"), str) or not isinstance(one.get("id"), str):
        return "it has no type or no id"
    if not one["id"].startswith(f"{one['type']}--"):
        return "its id does not begin with its type"
    try:
        stix2.parse(one, allow_custom=True, version=None if "spec_version" in one else "2.1")
    except RecursionError:
        return "it is nested too deeply"
    except Exception as error:  # the library raises many kinds, some of them Python's own, on what a stranger wrote
        return " ".join(str(error).split())[:160]
    return ""


def _type(one: Any) -> str:
    told = one.get("type") if isinstance(one, dict) else None
    return told[:40] if isinstance(told, str) else "no type"

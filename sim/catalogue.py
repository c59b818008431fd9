"""The catalogue finds every idea by shelf and file name, and imports only the one that is asked for."""

from __future__ import annotations

import dataclasses
import importlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from sim.ground.cards import Card, Text, is_assumed
from sim.ground.problems import Problems, unknown

TITLES = {
    "kinds": Text("Kinds of account", "Types de comptes"),
    "beliefs": Text("Belief rules (belief=)", "Règles de croyance (belief=)"),
    "feeds": Text("Feeds (platform.feed=)", "Fils d’actualité (platform.feed=)"),
    "graphs": Text("Follow graphs (graph=)", "Graphes d’abonnement (graph=)"),
    "tactics": Text("Tactics, red actions (do:)", "Tactiques, actions rouges (do:)"),
    "countermeasures": Text("Countermeasures, blue actions (do:)", "Contre-mesures, actions bleues (do:)"),
    "events": Text("Events that nobody chose (do:)", "Événements subis (do:)"),
    "detectors": Text("Detectors (detectors:)", "Détecteurs (detectors:)"),
    "metrics": Text("Metrics", "Indicateurs"),
}
ACTIONS = ("tactics", "countermeasures", "events")  # the shelves a timeline entry may name with `do:`
RIGHTS = (
    "unproblematic",
    "potentially_problematic",
    "highly_problematic",
)  # Companion Guide 2024, mildest first
NOUNS = {"kinds": "kind of account", "beliefs": "belief rule", "countermeasures": "countermeasure"}


@cache
def names(shelf: str) -> tuple[str, ...]:
    """The ideas on a shelf, by file name (or folder name, for a large one); nothing is imported for it."""
    folder = Path(__file__).parent / shelf
    files = [file.stem for file in folder.glob("*.py") if not file.stem.startswith("_")]
    rooms = [room.parent.name for room in folder.glob("*/__init__.py") if "CARD" in room.read_text("utf-8")]
    return tuple(sorted(files + rooms))


def idea(shelf: str, name: str, where: str = "") -> ModuleType:
    """The module of one idea; `where` names the setting or line that asks for it, should it not exist."""
    if name not in names(shelf):
        raise Problems([unknown(where or shelf, _noun(shelf), name, names(shelf))])
    return importlib.import_module(f"sim.{shelf}.{name}")


def actions() -> dict[str, str]:
    """Every idea that a timeline entry may name, with its shelf."""
    return {name: shelf for shelf in ACTIONS for name in names(shelf)}


def shelf_of(action: str, where: str = "do") -> str:
    """The shelf on which an action (tactic, countermeasure or event) stands."""
    known = actions()
    if action not in known:
        raise Problems([unknown(where, "tactic, countermeasure or event", action, known)])
    return known[action]


def card(shelf: str, name: str) -> Card:
    """What an idea says about itself."""
    said: Card = idea(shelf, name).CARD
    return said


def gravest(classes: Iterable[str]) -> str:
    """The gravest of these rights classes; empty if none of them is one."""
    return max((one for one in classes if one), key=RIGHTS.index, default="")


def assumed(module: ModuleType) -> tuple[str, ...]:
    """The params of an idea whose default number has no source and is assumed."""
    return tuple(field.name for field in dataclasses.fields(module.Params) if is_assumed(field))


def facts(shelf: str, name: str) -> dict[str, Any]:
    """Everything that an idea says about itself and its params, as plain data."""
    module = idea(shelf, name)
    told = {key: value for key, value in dataclasses.asdict(module.CARD).items() if value not in ("", None, ())}
    params = dataclasses.fields(module.Params) if hasattr(module, "Params") else ()
    kept = ("unit", "low", "high", "source", "doc", "choices")
    return {"name": name, "shelf": shelf, **told, "params": [
        {"name": one.name, "default": one.default, **{key: one.metadata.get(key) for key in kept}} for one in params
    ]}  # fmt: skip


def _noun(shelf: str) -> str:
    return NOUNS.get(shelf, shelf.removesuffix("s"))

"""Parley: a what-if simulator of information contests on social media, for diplomacy.

What is listed here is all that scripts and studies need; each name loads its module when first used.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sim.compare import across_beliefs, compare
    from sim.compose import compose
    from sim.graphs.imported import ImportOptions, read_graph
    from sim.ground.problems import Problems
    from sim.model import Model
    from sim.packs import read_pack
    from sim.results import RunResult, load_run
    from sim.run import fork, run, run_many
    from sim.settings import Settings

__all__ = [
    "ImportOptions",
    "Model",
    "Problems",
    "RunResult",
    "Settings",
    "across_beliefs",
    "compare",
    "compose",
    "fork",
    "load_run",
    "read_graph",
    "read_pack",
    "run",
    "run_many",
]

_HOMES = {
    "ImportOptions": "sim.graphs.imported",
    "Model": "sim.model",
    "Problems": "sim.ground.problems",
    "RunResult": "sim.results",
    "Settings": "sim.settings",
    "across_beliefs": "sim.compare",
    "compare": "sim.compare",
    "compose": "sim.compose",
    "fork": "sim.run",
    "load_run": "sim.results",
    "read_graph": "sim.graphs.imported",
    "read_pack": "sim.packs",
    "run": "sim.run",
    "run_many": "sim.run",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'sim' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)


class _Public(ModuleType):
    """Keeps `sim.run` the function: loading the module `sim.run` would put the module in its place."""

    def __setattr__(self, name: str, value: Any) -> None:
        if name in _HOMES and isinstance(value, ModuleType):
            return
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Public

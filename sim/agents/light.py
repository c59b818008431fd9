"""Mesa without a second of waiting: what only its grids, its tables and its plots need loads at the first touch."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from sim.ground.later import later

with later("pandas", "networkx", "mesa.discrete_space", "mesa.space", "mesa.experimental.continuous_space"):
    mesa: Any = import_module("mesa")

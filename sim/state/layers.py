"""Layers: several platforms at once, each with its own rules, follows and inboxes; one is at hand at a time.

Layer 0 is the main platform. What phases read stands in the world itself; `World.enter` puts there what
belongs to another layer, and keeps what stood there until its own layer is entered again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar

import numpy as np

from sim.ground.columns import Column, Columns
from sim.ground.network import Network
from sim.ground.types import F32, I8, I16, I32, I64, AnyArray
from sim.state.claims import Claims

MAIN = "main"  # name of layer 0
ROWS = "in_start", "in_node"  # of a network; the other direction follows from it
# What every layer has of its own, by who holds it for the layer at hand.
PLACES = {
    "world": ("platform", "network", "inbox", "recommended", "service", "drafts", "cases", "memory", "draws",
              "ranked", "ranked_roots", "ranked_slots"),
    "ideas": ("feed", "feed_params"),
    "accounts": ("status", "strikes"),
    "claims": Claims.LEVERS,
}  # fmt: skip
TABLES = ("inbox", "drafts", "cases")
ARRAYS = ("recommended", "service", "status", "strikes", *Claims.LEVERS)


@dataclass
class Layer:
    """One platform among several: who is there for how much of their time, and what it holds while not at hand.

    `weight` is (account), the share of its sessions that an account opens here, 0 where it is absent. `seen` is
    (claim + 1, stance + 1), exposures here since the scenario's start.
    """

    name: str
    weight: F32
    seen: I64
    closed: bool = False  # invisible to detectors, public counts and recommenders
    cross_post: float = 0.0  # P(who reshares here or elsewhere posts the same on the other side too)
    cross_hours: float = 1.0
    held: dict[str, Any] = field(default_factory=dict)

    def arrays(self) -> dict[str, AnyArray]:
        """Everything a checkpoint needs of a layer that is not at hand; of the one at hand, who is there."""
        own: dict[str, AnyArray] = {"weight": self.weight, "seen": self.seen}
        if not self.held:
            return own
        own |= {name: self.held[name] for name in ARRAYS}
        own |= {f"network/{name}": getattr(self.held["network"], name) for name in ROWS}
        own |= {f"memory/{name}": array for name, array in self.held["memory"].items()}
        return own | {f"{table}/{name}": array for table in TABLES for name, array in self.held[table].arrays().items()}

    def restore(self, arrays: dict[str, AnyArray]) -> None:
        """Take back what `arrays` gave."""
        self.weight, self.seen = np.array(arrays["weight"]), np.array(arrays["seen"])
        if not self.held:
            return
        self.held |= {name: np.array(arrays[name]) for name in ARRAYS}
        start, node = (np.array(arrays[f"network/{name}"]) for name in ROWS)
        self.held["network"] = Network(in_rows=(start, node))
        self.held["memory"] = {name: np.array(array) for name, array in _under("memory", arrays).items()}
        for table in TABLES:
            self.held[table].restore(_under(table, arrays))


def _under(name: str, arrays: dict[str, AnyArray]) -> dict[str, AnyArray]:
    return {key[len(name) + 1 :]: array for key, array in arrays.items() if key.startswith(f"{name}/")}


class Crossings(Columns):
    """Posts on their way from one layer to another."""

    author: I32
    claim: I16
    stance: I8
    layer: I8
    due: I32

    COLUMNS: ClassVar[dict[str, Column]] = {
        "author": Column("i4", "account that will post it"),
        "claim": Column("i2", "claim it is about", low=0),
        "stance": Column("i1", "Stance towards the claim"),
        "layer": Column("i1", "layer on which it will be posted", low=0),
        "due": Column("i4", "tick from which it may be posted", "tick"),
    }

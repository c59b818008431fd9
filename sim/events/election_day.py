"""Election day: an act that has its day can be done now, and everybody who can decides whether to."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.state.deeds import deeds_of
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Election day", "Jour de scrutin"),
    idea="opens an act for some hours; it moves nobody, and what was believed until then decides",
    sources=("F09", "C10"),
)


@dataclass(frozen=True)
class Params:
    """Which act, and how surely people come to decide while it lasts."""

    act: str = param("", "-", source="pack", doc="act of the scenario; empty: all of them")
    pace: float = param(12.0, "1/day", 0, 1000, source="assumed", doc="decisions of each while it lasts")


TRIAL = Trial(moves={"": "+acted.march", "pace": "+acted.march"}, tries={"act": ("march",), "pace": (0.5, 1.0)},
              entries={"trial": {"hours": 12.0, "params": {"pace": 2.0}}})  # fmt: skip


def begin(world: World, entry: Entry) -> None:
    """Open the act."""
    for deed in deeds_of(world.names, entry.params.act):
        entry.memory[f"pace of {deed}"] = float(world.deeds.pace[deed])
        world.deeds.pace[deed] += np.float32(entry.params.pace)


def end(world: World, entry: Entry) -> None:
    """Close it again."""
    for deed in deeds_of(world.names, entry.params.act):
        world.deeds.pace[deed] = np.float32(entry.memory[f"pace of {deed}"])

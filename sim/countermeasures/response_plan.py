"""Response plan: roles agreed beforehand, and rehearsed, take time out of every later decision."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import plans
from sim.state.deciding import QUICKER
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Response plan and exercises", "Plan de réponse et exercices"),
    idea="makes whatever is decided later come sooner; an alert does so only once somebody has given it",
    sources=("F16", "F19", "assumed"),
    disarm=("C00159", "C00221", "C00222"),
    rights="unproblematic",
    cost=Cost(0.0, 80.0),
    authority="ministry",
)
REHEARSAL = 24.0  # assumed: staff hours that an exercise takes


@dataclass(frozen=True)
class Params:
    """How much time it saves, and how often it was rehearsed."""

    cut: float = param(0.4, "share", 0, 1, source="assumed", doc="of the time to decide that agreed roles save")
    exercises: int = param(0, "exercises", 0, 100, source="assumed", doc="table-top exercises and red teams before")
    lesson: float = param(0.15, "share", 0, 1, source="assumed", doc="of what is left that each exercise saves")


LATE = {"scenario.own_side.decision_hours": 12.0}
TRIAL = Trial(
    entries={"trial": {"at": -2.0}}, world=LATE,
    moves={"": "-time_to_first_statement", "cut": "-time_to_first_statement", "exercises": "-time_to_first_statement",
           "lesson": "-time_to_first_statement"},
    tries={"exercises": (2, 6)}, needs={"lesson": {"exercises": 5}},
)  # fmt: skip


def cost(entry: Entry) -> Cost:
    """The work of writing it, and that of each exercise."""
    params = entry.params
    if not (params.cut or (params.exercises and params.lesson)):
        return Cost()
    return Cost(0.0, plans.scaled(CARD, 1.0 if params.cut else 0.0).staff_hours + REHEARSAL * params.exercises)


def begin(world: World, entry: Entry) -> None:
    """From now on what triggers call for is decided sooner."""
    params = entry.params
    left = (1.0 - params.cut) * (1.0 - params.lesson) ** params.exercises
    if left < 1.0:
        world.memory[QUICKER + entry.name] = np.array([left])


def end(world: World, entry: Entry) -> None:
    """It is not kept up any more."""
    world.memory.pop(QUICKER + entry.name, None)

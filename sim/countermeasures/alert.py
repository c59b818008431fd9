"""Alert: a shared early warning lets partners act sooner and newsrooms check; each false one is heeded less."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import plans
from sim.state.deciding import QUICKER
from sim.state.newsrooms import CAREFUL
from sim.state.timeline import Entry
from sim.state.warned import is_hidden_hand
from sim.state.world import World

CARD = Card(
    label=Text("Shared alert", "Alerte partagée"),
    idea="says that something is under way; a response plan saves time whatever happens, a debunk says what is wrong",
    sources=("F04", "F22", "C13", "assumed"),
    disarm=("C00126", "C00220"),
    rights="potentially_problematic",
    cost=Cost(0.0, 10.0),
    authority="ministry; platform; international organisation",
)


@dataclass(frozen=True)
class Params:
    """Who hears of it, how soon, and what a false one costs."""

    partners: float = param(0.6, "share", 0, 1, source="assumed", doc="of those who must act that are told")
    cut: float = param(0.5, "share", 0, 1, source="assumed", doc="of the time to decide that it saves those told")
    care: float = param(0.3, "share", 0, 1, source="assumed", doc="of careless newsrooms that check because of it")
    lag: float = param(1.0, "h", 0, 336, source="assumed", doc="from raising it until partners have it")
    fatigue: float = param(0.3, "share", 0, 1, source="assumed", doc="of the heed paid that each false alarm costs")


FALSE = "false alarms"  # in World.memory: how many were shared so far
HEED = "heed paid"  # in Entry.memory
LATE = {"scenario.own_side.decision_hours": 12.0, "scenario.timeline.answering.when.delay": 8.0}
CRY = {"do": "alert", "at": -5.0, "hours": 2.0, "claim": "finding"}
PITCH = {"do": "press_pickup", "by": "bots", "at": 3.0, "params": {"checks": 0.0}}
TRIAL = Trial(
    entries={"trial": {}, "crying": CRY, "pitching": PITCH}, world=LATE,
    moves={"": "-time_to_first_statement", "partners": "-time_to_first_statement", "cut": "-time_to_first_statement",
           "fatigue": "+time_to_first_statement", "care": "-press_pickup", "lag": "+time_to_first_statement"},
    tries={"lag": (16.0,)}, needs={"care": {"partners": 1.0}},
)  # fmt: skip


def cost(entry: Entry) -> Cost:
    """The hours of writing and passing it on."""
    params = entry.params
    return plans.scaled(CARD, 1.0 if params.partners and (params.cut or params.care) else 0.0)


def waits(params: Params, _accounts: int) -> float:
    """Hours until partners have it."""
    return params.lag


def begin(world: World, entry: Entry) -> None:
    """Raise it; after earlier false ones it is heeded less. Whether it is one is found out afterwards."""
    params = entry.params
    if not cost(entry).staff_hours:
        return
    wrong = world.memory.setdefault(FALSE, np.zeros(1, np.int64))
    entry.memory[HEED] = params.partners * (1.0 - params.fatigue) ** int(wrong[0])


def during(world: World, entry: Entry) -> None:
    """Once partners have it, they decide sooner, and newsrooms look twice."""
    if HEED in entry.memory and plans.due(world, entry, entry.params.lag):
        heed = entry.memory[HEED]
        world.memory[QUICKER + entry.name] = np.array([1.0 - heed * entry.params.cut])
        entry.memory[CAREFUL] = heed * entry.params.care


def end(world: World, entry: Entry) -> None:
    """It is lifted; if nothing was behind it, the next one is heeded less."""
    world.memory.pop(QUICKER + entry.name, None)
    if HEED in entry.memory and not _was_right(world, entry):
        world.memory[FALSE] += 1


def _was_right(world: World, entry: Entry) -> bool:
    """Whether an operation was at work on the claim while it lasted, or anything false was spread."""
    acts = (one for one in world.timeline if 0 <= one.begun < entry.ended and is_hidden_hand(world, one))
    return any((one.ended < 0 or one.ended >= entry.begun) and entry.claim in (-1, one.claim) for one in acts)

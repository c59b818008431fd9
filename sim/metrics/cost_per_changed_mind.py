"""Cost per changed mind: what the responding side has paid for each person whom corrections have brought back."""

from __future__ import annotations

import math

import numpy as np

from sim.ground.cards import Card, Text
from sim.ground.rules import rule
from sim.ground.types import F32, F64, I32
from sim.state.public import false_claims
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Cost per changed mind", "Coût par esprit détrompé"),
    "euros spent per person and false claim that is held untrue and would be believed but for denials and labels",
    sources=("F03", "F08", "A61"),
    unit="€/person",
    better="lower",
)
WHEN = "series"
SEGMENTED = False


@rule()
def _brought_back(belief: F32, corrected: F32, cell: I32, cells: int) -> F64:
    people = np.zeros((cells, belief.shape[1]))
    for i in range(belief.shape[0]):
        its = cell[i]
        for claim in range(belief.shape[1]):
            now = np.float64(belief[i, claim])
            people[its, claim] += 1.0 if now <= 0.0 < now - np.float64(corrected[i, claim]) else 0.0
    return people


def measure(world: World, members: Members) -> float:
    """Money over people brought back, each account being as many as it stands for; NaN if nobody was.

    It is defined within one run: `corrected` is what denials and labels have taken from a belief and still take
    today, so belief without it is what the person would hold had nobody corrected anything. What measures
    prevented (lessons, removals, down-ranking) is in the money and not among the changed minds.
    """
    changed = float(members.total(_brought_back, "belief", "corrected")[false_claims(world)].sum())
    return world.ledger.money / (changed * world.stands_for) if changed else math.nan

"""Unmask: it is shown that an outlet or official is none, and the false name loses force; some hit are genuine."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.ground.types import I32
from sim.state import plans, speech
from sim.state.codes import Kind
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Unmask a false expert or outlet", "Démasquer un faux expert ou un faux média"),
    idea="takes the borrowed name off; attribution says who is behind accounts, whatever name they bear",
    sources=("C7", "assumed"),
    disarm=("C00113",),
    rights="potentially_problematic",
    cost=Cost(1_500.0, 30.0),
    authority="press; fact-checker",
)


@dataclass(frozen=True)
class Params:
    """Whom, how convincingly, how late, and with how many errors."""

    target: str = param("", "-", source="pack", doc="actor who is unmasked; empty: all who bear a false name")
    recall: float = param(0.8, "prob", 0, 1, source="assumed", doc="P(a false name is found out)")
    false_alarm: float = param(
        0.02, "prob", 0, 1, source="assumed", doc="P(a genuine outlet or checker is called false)"
    )
    proof: float = param(0.8, "share", 0, 1, source="assumed", doc="share of the taken-in whom the proof convinces")
    delay: float = param(24.0, "h", 0, 1000, source="assumed", doc="from the beginning of the research")


POSING = {"do": "fake_fact_checker", "hours": 48.0, "params": {"likeness": 1.0, "rate": 9.0}}
TRIAL = Trial(
    moves={"false_alarm": "+unmasking_errors"},
    tries={"target": ("bots",), "delay": (4.0, 40.0), "false_alarm": (0.3, 0.9)},
    entries={"trial": {}, "posing": POSING | {"by": "bots"}, "claiming": POSING | {"by": "trolls"}},
)

GENUINE = (Kind.MEDIA_OUTLET, Kind.FACT_CHECKER)
DOUBTED = 0.5  # assumed: share of the trust in a genuine account that a false charge takes


def cost(entry: Entry) -> Cost:
    """The research, if it can find anything."""
    return plans.scaled(CARD, 1.0 if entry.params.recall and entry.params.proof else 0.0)


def during(world: World, entry: Entry) -> None:
    """Publish what was found, in its hour."""
    params, standings = entry.params, world.standings
    if not (params.recall and params.proof and plans.due(world, entry, params.delay)):
        return
    poses = standings.column("account")[standings.column("likeness") > 0.0]
    if params.target:
        poses = poses[np.isin(poses, speech.actor(world, entry, params.target))]
    found = _drawn(world, entry, poses, params.recall)
    standings.likeness[standings.known(found)] *= np.float32(1.0 - params.proof)
    genuine = world.accounts.of_kind(*GENUINE)
    genuine = genuine[~np.isin(genuine, poses) & (world.accounts.operation[genuine] < 0)]
    wrong = _drawn(world, entry, genuine, params.false_alarm)
    standings.doubt(wrong, DOUBTED)
    world.ledger.unmasked += len(found)
    world.ledger.wrongly_unmasked += len(wrong)


def _drawn(world: World, entry: Entry, rows: I32, chance: float) -> I32:
    return rows[world.draws.uniform(plans.stream(entry, "found"), 0, rows) < chance]

"""Literacy: lessons make people slower to share and harder to persuade, and a little more doubtful of what is true."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import plans
from sim.state.accounts import rows_of
from sim.state.lessons import inoculate
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Media-literacy lessons", "Éducation aux médias"),
    idea="raises care in general, slowly; a prebunk teaches one trick, a game is short and chosen freely",
    sources=("A77", "C6", "F18"),
    disarm=("C00073", "C00130", "C00212"),
    rights="unproblematic",
    cost=Cost(200_000.0, 400.0),
    authority="ministry of education; civil society",
)
READS_AUDIENCE = True


@dataclass(frozen=True)
class Params:
    """How many are taught by the end of the entry, and what it changes."""

    coverage: float = param(
        0.1, "share", 0, 1, source="assumed", doc="share of the audience taught over the entry's hours"
    )
    gain: float = param(
        0.15, "0..1", 0, 1, source="A77, size assumed", doc="added to attention to accuracy before sharing"
    )
    resistance: float = param(0.05, "0..1", 0, 0.3, source="A77, size assumed", doc="resistance to every technique")
    half_life: float = param(1440.0, "h", 1, 8760, source="A77, weeks", doc="of the resistance")


TRIAL = Trial(
    moves={"": "-mean_belief", "coverage": "-mean_belief", "resistance": "-mean_belief", "half_life": "-mean_belief"},
    tries={"half_life": (6.0, 48.0)},
    entries={"trial": {"at": -5.0, "hours": 4.0, "params": {"coverage": 0.8, "resistance": 0.3}}},
    needs={"resistance": {"coverage": 1.0}},
)  # fmt: skip


def cost(entry: Entry) -> Cost:
    """A price for each tenth of the audience taught."""
    params = entry.params
    return plans.scaled(CARD, params.coverage / 0.1 if params.gain or params.resistance else 0.0)


def during(world: World, entry: Entry) -> None:
    """Teach those whose turn it is: the same people first, whatever the pace."""
    params, accounts = entry.params, world.accounts
    if params.gain == params.resistance == 0.0:
        return
    ticks = world.clock.ticks_in(entry.hours) if entry.hours > 0 else 1
    now = world.clock.tick - entry.begun
    before, after = (params.coverage * min(1.0, turns / ticks) for turns in (now, now + 1))
    people = rows_of(world.members(entry.audience) & accounts.people())
    luck = world.draws.uniform(plans.stream(entry, "taught"), 0, people)
    taught = people[(luck >= before) & (luck < after)]
    accounts.literacy[taught] = np.minimum(1.0, accounts.literacy[taught] + np.float32(params.gain))
    inoculate(accounts, taught, params.resistance, params.half_life)

"""Exit support: mentors and families help those on the ladder to step down."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import plans
from sim.state.accounts import rows_of
from sim.state.codes import Stage
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Exit support", "Aide à la sortie"),
    idea="works on people who are already drawn in; removal and suspension work on what draws them",
    sources=("C10", "A108", "F14"),
    disarm=("C00130",),
    rights="unproblematic",
    cost=Cost(3_000.0, 200.0),
    authority="civil society; social services",
)
READS_AUDIENCE = True
NEEDS = ("hours",)


@dataclass(frozen=True)
class Params:
    """Whom it finds, and how much likelier it makes a step down."""

    coverage: float = param(0.3, "share", 0, 1, source="assumed", doc="share of those drawn in at all that it reaches")
    contact: float = param(
        3.0, "x", 0, 100, source="C10, size assumed", doc="added to the rate of a step down, in times of it"
    )


DRAWN_IN = {"do": "recruit", "by": "trolls", "hours": 1440.0, "params": {"rate": 1000.0, "weight": 1000.0}}
TRIAL = Trial(
    moves={"": "-ladder_share.sympathiser", "coverage": "-ladder_share.sympathiser",
           "contact": "-ladder_share.sympathiser"},
    tries={"contact": (3.0, 30.0), "coverage": (0.3, 0.6)},
    entries={"trial": {"hours": 1440.0, "params": {"contact": 100.0, "coverage": 1.0}}, "drawing": DRAWN_IN},
    world={"time.days": 60.0, "time.minutes": 360.0},  # steps on the ladder take months (A108)
)  # fmt: skip


def cost(entry: Entry) -> Cost:
    """Money and work grow with the share that is reached; the card's is for all."""
    return plans.scaled(CARD, entry.params.coverage if entry.params.contact else 0.0)


def during(world: World, entry: Entry) -> None:
    """Stand by whoever has been drawn in and can be found."""
    accounts, params = world.accounts, entry.params
    if params.contact == 0.0 or not accounts.stage.any():
        return
    drawn_in = rows_of(world.members(entry.audience) & (accounts.column("stage") >= Stage.EXPOSED))
    found = drawn_in[world.draws.uniform(plans.stream(entry, "finds"), 0, drawn_in) < params.coverage]
    accounts.exit_contact[found] = np.float32(params.contact)


def end(world: World, entry: Entry) -> None:
    """The mentors go."""
    if entry.params.contact and world.accounts.exit_contact.any():
        world.accounts.exit_contact[:] = 0.0

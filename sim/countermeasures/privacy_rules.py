"""Privacy rules: less of what is known of people lies open, to targeting, to leaks and to those who would hunt them."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import plans
from sim.state.privacy import PROTECTED
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Privacy rules", "Règles de protection des données"),
    idea="takes away what others could use; account security keeps thieves out",
    sources=("F17",),
    disarm=("C00010",),
    rights="unproblematic",
    cost=Cost(0.0, 120.0),
    authority="regulator; legislator",
)
NEEDS = ("hours",)


@dataclass(frozen=True)
class Params:
    """How much they protect."""

    protected: float = param(
        0.5, "share", 0, 1, source="assumed", doc="share of personal data out of reach while they hold"
    )


LEAKING = {"do": "data_leak", "at": 4.0, "params": {"share": 1.0}}
TRIAL = Trial(
    moves={"": "-records_touched", "protected": "-records_touched"},
    entries={"trial": {}, "leak": LEAKING},
)


def cost(entry: Entry) -> Cost:
    """The work of making and watching over them."""
    return plans.scaled(CARD, 1.0 if entry.params.protected else 0.0)


def begin(world: World, entry: Entry) -> None:
    """From now on so much is out of reach."""
    entry.memory[PROTECTED] = entry.params.protected

"""Appeals: the platform hears complaints about its decisions, soon and with care, and takes back more of its errors."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import plans
from sim.state.duties import Duty, impose, lift
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Internal complaint handling", "Traitement interne des réclamations"),
    idea="puts right what moderation got wrong, some time after; precision gets less wrong from the start",
    sources=("C4", "A89"),
    disarm=("C00012",),
    rights="potentially_problematic",
    cost=Cost(0.0, 20.0),
    authority="platform; regulator",
)
NEEDS = ("hours",)


@dataclass(frozen=True)
class Params:
    """Which share of the errors is put right, how soon, and how many complain without cause."""

    upheld: float = param(0.6, "share", 0, 1, source="C4 has 0.3 without such a duty; size assumed",
                          doc="share of wrong decisions that are taken back")  # fmt: skip
    delay: float = param(12.0, "h", 0.25, 1000, source="assumed; 24 without such a duty",
                         doc="from the decision to the answer")  # fmt: skip
    vain: float = param(0.1, "share", 0, 1, source="assumed", doc="share of those rightly acted on who appeal too; "
                        "the error that brings them back is that of any decision (C4)")  # fmt: skip


STERN = {"platform.moderation_action": "remove", "platform.flag_share": 1.0, "platform.decision_delay": 0.5,
         "platform.reviews_per_hour": 60.0, "platform.wrong_action": 0.4, "platform.flag_false_alarm": 0.5}  # fmt: skip
TRIAL = Trial(
    moves={"": "+appeals_upheld", "upheld": "+appeals_upheld", "delay": "-appeals", "vain": "+appeals"},
    needs=dict.fromkeys(("upheld", "delay", "vain"), STERN),
    tries={"delay": (2.0, 20.0), "upheld": (0.4, 1.0)},
)  # fmt: skip


def cost(entry: Entry) -> Cost:
    """The work of watching over it; the platform's own staff do the rest."""
    return plans.scaled(CARD, 1.0 if entry.params.upheld else 0.0)


def begin(world: World, entry: Entry) -> None:
    """From now on complaints are heard so."""
    params = entry.params
    if params.upheld:
        impose(world, entry, Duty(upheld=params.upheld, vain=params.vain, appeal_hours=params.delay))


def end(world: World, entry: Entry) -> None:
    """The duty ends."""
    lift(world, entry)

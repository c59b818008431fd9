"""Counter-narrative: partners tell a true story of the same matter, which competes for attention and belief."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import acts, plans
from sim.state.codes import Stance
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Counter-narrative", "Contre-récit"),
    idea="offers something true to believe and pass on instead; a debunk only says what is wrong",
    sources=("A19", "F06", "F23"),
    disarm=("C00030", "C00174", "C00211"),
    rights="unproblematic",
    cost=Cost(15_000.0, 60.0),
    authority="ministry; civil society",
)
READS_AUDIENCE = True
NEEDS = ("claim", "hours")


@dataclass(frozen=True)
class Params:
    """Who tells it, how often, and how well it is made."""

    voices: int = param(
        8, "accounts", 0, 10_000, source="assumed", doc="asked, most followed first, unless actors are named"
    )
    acceptance: float = param(0.5, "prob", 0, 1, source="assumed", doc="P(one of them takes part)")
    rate: float = param(1.0, "1/day", 0, 1000, source="assumed", doc="posts of each")
    fit: float = param(0.5, "log-odds", -4, 4, source="assumed", doc="added appeal, from how well it suits the public")


TRIAL = Trial(
    moves={"": "+reach.finding", "voices": "+reach.finding", "acceptance": "+reach.finding", "rate": "+reach.finding",
           "fit": "+reshares"},
    entries={"trial": {"claim": "finding", "by": ""}}, tries={"fit": (-3.0, 3.0)},
    needs={"fit": {"rate": 6.0}},
)  # fmt: skip


def cost(entry: Entry) -> Cost:
    """A price for each voice; the card's is for eight."""
    params = entry.params
    return plans.scaled(CARD, params.voices / 8 if params.acceptance and params.rate else 0.0)


def during(world: World, entry: Entry) -> None:
    """Let those who take part tell it."""
    params = entry.params
    if params.rate == 0.0:
        return
    voices = plans.accepting(world, entry, params.voices, params.acceptance)
    tellers = plans.acting(world, entry, voices, params.rate)
    acts.post_claim(world, tellers, entry.claim, Stance.SUPPORT, appeal=params.fit)

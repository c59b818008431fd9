"""Own story: a country tells what it does and who it is, day after day, in a tone that people like."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import acts, plans
from sim.state.advertising import advertise
from sim.state.codes import Stance
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Own story", "Raconter son pays"),
    idea="speaks of oneself whatever the other side says; a counter-narrative takes up its subject",
    sources=("A117", "A119", "C16", "F03"),
    disarm=("C00156", "C00026", "C00169"),
    rights="potentially_problematic",
    cost=Cost(20_000.0, 60.0),
    authority="embassy; cultural institute",
)
READS_AUDIENCE = True
NEEDS = ("claim",)


@dataclass(frozen=True)
class Params:
    """How often it is told, and how warmly."""

    rate: float = param(2.0, "1/day", 0, 1000, source="assumed", doc="posts of each account")
    warmth: float = param(
        0.3, "log-odds", -4, 4, source="A119, size assumed", doc="added appeal of a personal, open tone"
    )
    ad_budget: float = param(0.0, "€", 0, 1e9, source="assumed", doc="for showing it to others too; 0: no advertising")
    ad_price: float = param(6.0, "€", 0.01, 1000, source="assumed", doc="of a thousand impressions")


TRIAL = Trial(
    moves={"": "+favourability.velmora", "rate": "+favourability.velmora", "warmth": "+reshares",
           "ad_budget": "+reach.finding", "ad_price": "-reach.finding"},
    entries={"trial": {"claim": "finding", "params": {"rate": 12.0, "ad_budget": 2.0}}},
    tries={"warmth": (-3.0, 3.0), "ad_budget": (0.0, 10.0)},
    needs={"ad_price": {"ad_budget": 3.0}, "ad_budget": {"rate": 0.5}},
)  # fmt: skip


def cost(entry: Entry) -> Cost:
    """Material and work for two posts a day; more cost more. Advertising is paid for as it is shown."""
    return plans.scaled(CARD, entry.params.rate / 2.0)


def during(world: World, entry: Entry) -> None:
    """Tell it; the entry's claim says what is told, and whose image it serves."""
    tellers = plans.acting(world, entry, entry.actors, entry.params.rate)
    acts.post_claim(world, tellers, entry.claim, Stance.SUPPORT, appeal=entry.params.warmth)
    advertise(world, entry, entry.params.ad_budget, entry.params.ad_price)

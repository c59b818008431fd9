"""Launder: content passes through neutral hands, so that readers see a citizen or an outlet instead of its origin."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import acts, hubs, plans
from sim.state.codes import Source, Stance
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Launder the origin", "Blanchir l’origine"),
    idea="hides whose content it is and delays attribution; a false name says who somebody is",
    sources=("C7", "F22", "assumed"),
    disarm=("T0128.004", "T0129.006", "T0130.001"),
    cost=Cost(150.0),
)
READS_AUDIENCE = True
NEEDS = ("claim",)


@dataclass(frozen=True)
class Params:
    """Through how many hands, by whom, and as what it comes out."""

    hops: int = param(2, "hands", 0, 20, source="assumed", doc="one after the other; each delays attribution")
    lag: float = param(3.0, "h", 0, 336, source="assumed", doc="that each hand takes")
    carriers: int = param(6, "accounts", 0, 10_000, source="assumed", doc="asked at the end of the chain, most followed"
                          " first")  # fmt: skip
    acceptance: float = param(0.3, "prob", 0, 1, source="assumed", doc="P(one of them posts it as its own)")
    poses: str = param("press", "-", source="assumed", doc="as whose word it comes out", choices=("press", "peer"))
    likeness: float = param(0.6, "prob", 0, 1, source="assumed", doc="P(a careless reader does not see the origin)")


DISTRUSTED = {"population.trust_press": 0.95, "population.trust_peers": 0.1}
TRIAL = Trial(
    moves={"": "+total_exposure", "carriers": "+total_exposure", "acceptance": "+total_exposure",
           "likeness": "+mean_belief"},
    tries={"lag": (6.0, 20.0), "carriers": (2, 20), "acceptance": (0.05, 0.9)},
    entries={"trial": {"by": "bots"}, "naming": {"do": "attribute", "at": 1.0, "by": "", "params": {"delay": 2.0}}},
    needs={"acceptance": {"carriers": 40}, "likeness": DISTRUSTED, "poses": DISTRUSTED},
)  # fmt: skip


def waits(params: Params, _accounts: int) -> float:
    """Hours until it has passed through all hands."""
    return params.hops * params.lag if params.carriers else 0.0


def begin(world: World, entry: Entry) -> None:
    """Cover the traces: whoever spoke for the operation now cites others."""
    params = entry.params
    if params.hops == 0:
        return
    if entry.operation >= 0:
        world.operations.hops[entry.operation] += params.hops
    if params.likeness:
        world.standings.pose(entry.actors, Source[params.poses.upper()], params.likeness)


def during(world: World, entry: Entry) -> None:
    """At the end of the chain, let those who take it over post it as their own."""
    params = entry.params
    if params.hops == 0 or not plans.due(world, entry, params.hops * params.lag):
        return
    asked = plans.most_followed(world, entry.audience, params.carriers)
    agree = world.draws.uniform(plans.stream(entry, "agree"), 0, asked) < params.acceptance
    carriers = hubs.taken_in(world, plans.able(world, asked[agree]), "laundering is seen")
    acts.post_claim(world, plans.paid(world, entry, carriers), entry.claim, Stance.SUPPORT)


def end(world: World, entry: Entry) -> None:
    """No more of it; what is laundered stays so."""
    if entry.params.hops and entry.params.likeness:
        world.standings.drop(entry.actors)

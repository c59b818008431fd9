"""Statement: the official side says what it knows, as firmly as it can stand by, once or several times."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import acts, plans
from sim.state.codes import Stance
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Official statement", "Déclaration officielle"),
    idea="the accused side answers itself, at once if need be; a debunk waits until the truth can be shown",
    sources=("A66", "A76", "A96", "C7"),
    disarm=("C00119", "C00178"),
    rights="potentially_problematic",
    cost=Cost(0.0, 6.0),
    authority="ministry; embassy",
)
NEEDS = ("by", "claim")


@dataclass(frozen=True)
class Params:
    """How firm it is and how often it is repeated; repetitions need the entry to last that long."""

    certainty: float = param(1.0, "0..1", 0, 1, source="assumed", doc="1: flat denial, 0.3: 'not yet known'")
    times: int = param(1, "posts", 0, 1000, source="assumed", doc="how often each actor says it")
    every: float = param(6.0, "h", 0.05, 1000, source="assumed", doc="time between two repetitions")


TRIAL = Trial(
    moves={"": "+correction_reach", "certainty": "-mean_belief", "times": "+correction_reach"},
    needs={"every": {"times": 4}},
)


def cost(entry: Entry) -> Cost:
    """The hours that one text takes; each repetition takes a tenth of them (assumed)."""
    times = entry.params.times
    return plans.scaled(CARD, 1.0 + 0.1 * (times - 1) if times else 0.0)


def during(world: World, entry: Entry) -> None:
    """Post the statement whenever its turn comes."""
    if not plans.turns(world, entry, entry.params.times, entry.params.every):
        return
    speakers = plans.able(world, entry.actors)
    acts.post_claim(world, speakers, entry.claim, Stance.DENY, certainty=entry.params.certainty)
    if len(speakers):
        plans.own_side_speaks(world, entry)

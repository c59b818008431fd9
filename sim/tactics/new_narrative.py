"""New narrative: a few people in several communities are brought to tell the claim as their own."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.state import acts, plans
from sim.state.accounts import rows_of
from sim.state.codes import Stance
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Seed a new narrative", "Lancer un nouveau récit"),
    idea="starts from ordinary people in many neighbourhoods; publish starts from the operation’s own accounts",
    sources=("A49", "assumed"),
    disarm=("T0082", "T0160.003"),
)
READS_AUDIENCE = True
NEEDS = ("claim",)


@dataclass(frozen=True)
class Params:
    """How many people, in how many communities, and how firmly they tell it."""

    seeds: int = param(20, "people", 0, 1_000_000, source="assumed", doc="who are asked, in all")
    communities: int = param(4, "communities", 1, 1000, source="assumed", doc="the largest ones of the audience")
    acceptance: float = param(0.5, "prob", 0, 1, source="assumed", doc="P(one of them tells it)")
    certainty: float = param(0.5, "0..1", 0, 1, source="assumed", doc="how firmly they tell it")


TRIAL = Trial(
    moves={"": "+total_exposure", "seeds": "+reach", "acceptance": "+reach", "certainty": "+mean_belief"},
    tries={"communities": (1, 2)},
)


def begin(world: World, entry: Entry) -> None:
    """Ask as many in each community, and let those who agree tell it."""
    people = rows_of(world.members(entry.audience) & world.accounts.people())
    homes = world.accounts.community[people]
    names, sizes = np.unique(homes, return_counts=True)
    chosen = names[np.argsort(-sizes, kind="stable")[: entry.params.communities]]
    order = np.argsort(world.draws.uniform(plans.stream(entry, "asked"), 0, people), kind="stable")
    each = [people[order][homes[order] == home] for home in chosen]
    share = -(-entry.params.seeds // max(1, len(chosen)))
    asked = np.concatenate([np.empty(0, np.int32), *(rows[:share] for rows in each)])[: entry.params.seeds]
    agree = world.draws.uniform(plans.stream(entry, "agree"), 0, asked) < entry.params.acceptance
    tellers = plans.able(world, asked[agree])
    acts.post_claim(world, tellers, entry.claim, Stance.SUPPORT, certainty=entry.params.certainty)

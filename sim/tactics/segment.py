"""Segment: an operation picks the people who fit a description best, and later entries aim at them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.ground.problems import Problem, Problems
from sim.state import plans
from sim.state.accounts import rows_of
from sim.state.timeline import Entry
from sim.state.traits import TRAITS, standing
from sim.state.world import World

CARD = Card(
    label=Text("Segment the audience", "Segmenter le public"),
    idea="chooses whom others address and says nothing itself; advertising and lessons aim at what it fills",
    sources=("F17", "A100", "assumed"),
    disarm=("T0072", "T0072.004", "T0081.004"),
)
READS_AUDIENCE = True
FILLS_AUDIENCE = True


@dataclass(frozen=True)
class Params:
    """Whom it looks for, among whom, and how well its data tell."""

    traits: tuple[str, ...] = param(
        ("lean", "distrust"), "-", source="pack", doc="who comes first", choices=tuple(TRAITS)
    )
    share: float = param(0.1, "share", 0, 1, source="assumed", doc="of the people there, those who fit best")
    among: str = param("", "-", source="pack", doc="segment, country or language it is drawn from; empty: everybody")
    accuracy: float = param(
        0.6, "0..1", 0, 1, source="assumed", doc="how far its data tell people apart; 0: it picks at random"
    )


AIMED = {"do": "paid_targeting", "at": 2.0, "audience": "chosen", "params": {"budget": 3.0}}
CHOSEN = {"scenario.segments.chosen": {"share": 0.0}}
TRIAL = Trial(
    entries={"trial": {"audience": "chosen"}, "aiming": AIMED}, world=CHOSEN,
    tries={"traits": (("undecided",), ("attention", "belief")), "among": ("diaspora",)},
)  # fmt: skip


def begin(world: World, entry: Entry) -> None:
    """Put those who fit best into the segment that the entry's audience names; who was in it stays."""
    params, names = entry.params, world.names
    if entry.audience not in names.segments:
        advice = "Declare it under segments: with share: 0."
        raise Problems([Problem(f"{entry.name}.audience", "it must name the segment that is filled", advice=advice)])
    people = rows_of(world.members(params.among) & world.accounts.people())
    fits = standing(world, entry, people, params.traits, params.accuracy)
    luck = world.draws.uniform(plans.stream(entry, "tie"), 0, people)  # who fits as well as others
    best = people[np.lexsort((luck, -fits))[: round(params.share * len(people))]]
    world.accounts.segments[best] |= np.uint32(1 << names.segments.index(entry.audience))

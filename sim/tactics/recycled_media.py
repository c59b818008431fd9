"""Recycled media: an old picture is passed off as today’s, and the older it is the more copies a search finds."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.state import parts, speech, verdicts
from sim.state.codes import Form
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Old media passed off as new", "Ancienne image présentée comme actuelle"),
    idea="a genuine picture in a wrong time or place, found out by looking it up; a cheapfake changes the recording",
    sources=("F21", "C11", "assumed"),
    disarm=("T0162.003", "T0162.004"),
)
NEEDS = ("by", "claim")


@dataclass(frozen=True)
class Params:
    """How old the picture is, and how many look it up."""

    posts: int = param(2, "posts", 0, 1000, source="assumed", doc="posts of each actor at the beginning")
    rate: float = param(0.0, "1/day", 0, 1000, source="assumed", doc="further posts of each while it lasts")
    age: float = param(
        4.0, "years", 0, 100, source="assumed", doc="since the picture was taken; half is found in 2 years"
    )
    lookups: float = param(0.1, "share", 0, 1, source="assumed", doc="share of viewers who search for the picture")
    proof_after: float = param(1.5, "h", 0, 1000, source="assumed", doc="until somebody has placed it")


TRIAL = Trial(
    moves={
        "": "+total_exposure",
        "posts": "+total_exposure",
        "rate": "+total_exposure",
        "age": "-mean_belief",
        "lookups": "-mean_belief",
        "proof_after": "-correction_reach",
    },
    tries={"proof_after": (8.0, 36.0), "lookups": (0.4, 0.9), "age": (0.5, 10.0)},
    needs={"age": {"lookups": 0.9}},
)


HALF_FOUND = 2.0  # years, assumed: in which half of all pictures come into reach of a picture search


def begin(world: World, entry: Entry) -> None:
    """From now on those who look it up find it, if copies are about."""
    if not speech.is_silent(entry):
        found = 1.0 - 0.5 ** (entry.params.age / HALF_FOUND)
        parts.hold(world, entry, "flaw", np.array([entry.claim]), entry.params.lookups * found)
        verdicts.hide_until(world, entry.claim, world.clock.hour + entry.params.proof_after)


def during(world: World, entry: Entry) -> None:
    """Show it."""
    speech.say(world, entry, form=Form.IMAGE)

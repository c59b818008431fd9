"""Cry fake: whoever a true report accuses calls it made up, which works against words, not against pictures."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.state import parts, speech
from sim.state.codes import Form, Stance
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Call the truth a fake", "Crier au faux (dividende du menteur)"),
    idea="denies what is true, since fakes exist; a false fact-checker borrows another’s authority for it",
    sources=("C12", "A102"),
    disarm=("T0075",),
)
NEEDS = ("by", "claim")


@dataclass(frozen=True)
class Params:
    """How much it takes back from a report in words, and from one in pictures."""

    posts: int = param(1, "posts", 0, 1000, source="assumed", doc="posts of each actor at the beginning")
    rate: float = param(0.0, "1/day", 0, 1000, source="assumed", doc="further posts of each while it lasts")
    words: float = param(
        0.6, "0..1", 0, 1, source="A102", doc="force of the denial of a text: 0.32 log-odds are 8 points"
    )
    pictures: float = param(0.05, "0..1", 0, 1, source="A102", doc="force of denials of an image or video")


TRIAL = Trial(
    moves={"": "-mean_belief.finding", "posts": "-mean_belief.finding", "words": "-mean_belief.finding"},
    needs={"pictures": {"scenario.claims.finding.form": "image"}},
    entries={"trial": {"claim": "finding", "by": "herald"}},
)


def begin(world: World, entry: Entry) -> None:
    """Against a picture no denial weighs much, nor will it later; it is a flat denial all the same (C7)."""
    if not (_in_words(world, entry) or speech.is_silent(entry)):
        parts.hold(world, entry, "stickiness", np.array([entry.claim]), 1.0 - entry.params.pictures)


def during(world: World, entry: Entry) -> None:
    """Deny it."""
    certainty = entry.params.words if _in_words(world, entry) else 1.0
    speech.say(world, entry, Stance.DENY, certainty=certainty)


def _in_words(world: World, entry: Entry) -> bool:
    return bool(world.claims.form[entry.claim] in (Form.TEXT, Form.DOCUMENT))

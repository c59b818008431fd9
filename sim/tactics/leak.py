"""Leak: private papers, all genuine, come out one after the other, and each is taken up by part of the press."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.state import acts, plans, speech
from sim.state.codes import Form, Stance
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Leak of genuine papers", "Fuite de documents authentiques"),
    idea="shows what is true, and the press carries it; a tampered leak mixes forgeries in",
    sources=("A44", "assumed"),
    disarm=("T0089.001",),
)
NEEDS = ("claim",)


@dataclass(frozen=True)
class Params:
    """How much is released, how slowly, and how eagerly the press reports."""

    documents: int = param(5, "papers", 0, 1000, source="assumed", doc="how many are released, one after the other")
    interval: float = param(6.0, "h", 0.05, 1000, source="assumed", doc="time between two of them")
    pickup: float = param(0.1, "prob", 0, 1, source="assumed", doc="P(an outlet reports on one of them)")


TRIAL = Trial(
    moves={"": "+total_exposure.finding", "documents": "+total_exposure.finding", "pickup": "+total_exposure.finding"},
    entries={"trial": {"claim": "finding"}},
    needs={"pickup": {"scenario.actors.herald.kind": "media_outlet"}},
)


def during(world: World, entry: Entry) -> None:
    """Release a paper whenever its turn comes."""
    if plans.turns(world, entry, entry.params.documents, entry.params.interval):
        press = speech.outlets(world, entry, entry.params.pickup, "takes up")
        authors = np.concatenate([plans.able(world, entry.actors), press])
        acts.post_claim(world, authors, entry.claim, Stance.SUPPORT, form=Form.DOCUMENT)

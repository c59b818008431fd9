"""Tampered leak: among genuine papers some are altered, and the press that reports them lends them its name."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.state import acts, plans, speech, verdicts
from sim.state.codes import Form, Stance
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Leak with altered papers", "Fuite de documents en partie altérés"),
    idea="hides altered papers among genuine ones; a leak is genuine throughout, a forged statement stands alone",
    sources=("A44", "assumed"),
    disarm=("T0089.003",),
)
NEEDS = ("claim",)


@dataclass(frozen=True)
class Params:
    """How much is released, how much of it is altered, and what the genuine papers show."""

    documents: int = param(5, "papers", 0, 1000, source="assumed", doc="how many are released, one after the other")
    interval: float = param(6.0, "h", 0.05, 1000, source="assumed", doc="time between two of them")
    pickup: float = param(0.1, "prob", 0, 1, source="assumed", doc="P(an outlet reports on one of them)")
    tampered: float = param(0.3, "share", 0, 1, source="assumed", doc="share of the papers that are altered")
    genuine: str = param("", "-", source="pack", doc="true claim that the other papers show; empty: none of ours")
    proof_after: float = param(48.0, "h", 0, 1000, source="assumed", doc="until the altered papers can be told apart")


TRIAL = Trial(
    moves={
        "": "+total_exposure",
        "documents": "+total_exposure",
        "tampered": "+total_exposure",
        "proof_after": "-correction_reach",
    },
    tries={"proof_after": (8.0, 20.0), "genuine": ("finding",)},
    needs={"pickup": {"scenario.actors.herald.kind": "media_outlet"}},
)


def begin(world: World, entry: Entry) -> None:
    """Until the papers have been compared with the originals nobody can tell which are altered."""
    if entry.params.documents and entry.params.tampered:
        verdicts.hide_until(world, entry.claim, world.clock.hour + entry.params.proof_after)


def during(world: World, entry: Entry) -> None:
    """Release a paper whenever its turn comes."""
    params = entry.params
    if not plans.turns(world, entry, params.documents, params.interval):
        return
    luck = world.draws.uniform(plans.stream(entry, "altered"), world.clock.tick, np.zeros(1, np.int64))[0]
    genuine = speech.claim(world, entry, params.genuine) if params.genuine else -1
    claim = entry.claim if luck < params.tampered else genuine
    press = speech.outlets(world, entry, params.pickup, "takes up")
    authors = np.concatenate([plans.able(world, entry.actors), press])
    if claim >= 0:
        acts.post_claim(world, authors, claim, Stance.SUPPORT, form=Form.DOCUMENT)

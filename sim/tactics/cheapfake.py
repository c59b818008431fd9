"""Cheapfake: a genuine recording is cut: the harder, the more it strikes and the more easily it is found out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.state import parts, speech, verdicts
from sim.state.codes import Form
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Edited recording (cheapfake)", "Enregistrement monté ou ralenti (cheapfake)"),
    idea="cut from a recording that exists and soon refutes it; a deepfake has no original, old media are not edited",
    sources=("C11", "A98"),
    disarm=("T0165", "T0162.009"),
)
NEEDS = ("by", "claim")


@dataclass(frozen=True)
class Params:
    """How hard it is cut, and how soon the original is found."""

    posts: int = param(2, "posts", 0, 1000, source="assumed", doc="posts of each actor at the beginning")
    rate: float = param(0.0, "1/day", 0, 1000, source="assumed", doc="further posts of each while it lasts")
    edit: float = param(0.5, "0..1", 0, 1, source="assumed", doc="how hard it is cut; 0 leaves it as it was")
    striking: float = param(1.0, "log-odds", 0, 4, source="assumed", doc="appeal that the hardest cut adds")
    seen_through: float = param(0.4, "prob", 0, 1, source="assumed", doc="P(a viewer sees the hardest cut)")
    proof_after: float = param(3.0, "h", 0, 1000, source="assumed", doc="until the original is found")


TRIAL = Trial(
    moves={
        "": "+total_exposure",
        "posts": "+total_exposure",
        "rate": "+total_exposure",
        "striking": "+total_exposure",
        "seen_through": "-mean_belief",
        "proof_after": "-correction_reach",
    },
    tries={"proof_after": (8.0, 36.0)},
)


def begin(world: World, entry: Entry) -> None:
    """From now on part of the viewers see the cut; the original comes to light in its time."""
    if not speech.is_silent(entry):
        seen = entry.params.edit * entry.params.seen_through
        parts.hold(world, entry, "flaw", np.array([entry.claim]), seen)
        verdicts.hide_until(world, entry.claim, world.clock.hour + entry.params.proof_after)


def during(world: World, entry: Entry) -> None:
    """Show it."""
    speech.say(world, entry, form=Form.CHEAPFAKE, appeal=entry.params.edit * entry.params.striking)

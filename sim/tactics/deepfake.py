"""Deepfake: a made video lets somebody say the claim; few see through it, and proof takes a day."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.state import parts, plans, speech, verdicts
from sim.state.accounts import rows_of
from sim.state.codes import Form
from sim.state.public import true_claims
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Deepfake of a person", "Hypertrucage (deepfake) d’une personne"),
    idea="wholly made, and hardly anybody sees through it; a cheapfake is cut from a genuine recording",
    sources=("C11", "A98", "A99", "A100"),
    disarm=("T0166.001", "T0166"),
)
NEEDS = ("claim",)


@dataclass(frozen=True)
class Params:
    """How good it is, and how long it stays unproven."""

    posts: int = param(2, "posts", 0, 1000, source="assumed", doc="posts of each actor at the beginning")
    rate: float = param(0.0, "1/day", 0, 1000, source="assumed", doc="further posts of each while it lasts")
    seen_through: float = param(0.055, "prob", 0, 1, source="A98", doc="P(a viewer sees it): 0.555 - 0.5")
    vividness: float = param(1.0, "x", 0, 2, source="A99", doc="how much more a video persuades than a text")
    proof_after: float = param(
        24.0, "h", 0, 1000, source="C11", doc="from its release until it can be shown to be made"
    )
    doubt: float = param(0.0, "log-odds", 0, 2, source="C12", doc="what a viewer believes less of all that is true")


TRIAL = Trial(
    moves={
        "": "+total_exposure",
        "posts": "+total_exposure",
        "rate": "+total_exposure",
        "seen_through": "-mean_belief",
        "vividness": "+mean_belief",
        "proof_after": "-correction_reach",
    },
    tries={"seen_through": (0.3, 0.9), "proof_after": (8.0, 36.0)},
)


def begin(world: World, entry: Entry) -> None:
    """From now on part of the viewers see through what is shown on the claim; proof takes its time."""
    if not speech.is_silent(entry):
        parts.hold(world, entry, "flaw", np.array([entry.claim]), entry.params.seen_through)
        verdicts.hide_until(world, entry.claim, world.clock.hour + entry.params.proof_after)


def during(world: World, entry: Entry) -> None:
    """Show it; whoever has seen it since doubts what is true as well, if that is asked for."""
    speech.say(world, entry, form=Form.DEEPFAKE, certainty=entry.params.vividness)
    if entry.params.doubt and not speech.is_silent(entry):
        _doubt_all(world, entry)


def _doubt_all(world: World, entry: Entry) -> None:
    accounts = world.accounts
    seen = world.memory.setdefault(plans.stream(entry, "seen"), np.zeros(world.n, np.bool_))
    new = rows_of(accounts.people() & (accounts.column("heard")[:, entry.claim] > 0) & ~seen)
    seen[new] = True
    for claim in true_claims(world).tolist():
        for part in (accounts.gain, accounts.belief):
            part[new, claim] -= np.float32(entry.params.doubt)

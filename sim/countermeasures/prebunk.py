"""Prebunk: show people the trick before they meet it, so that the first exposure counts for less."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Cost, Text, Trial, param
from sim.state import acts, plans
from sim.state.timeline import Entry
from sim.state.world import World

CARD = Card(
    label=Text("Prebunk (inoculation)", "Inoculation préalable (prebunking)"),
    idea="prepares minds against a technique, whatever the claim; a debunk answers one claim afterwards",
    sources=("C6", "A74", "A75", "V37"),
    disarm=("C00125",),
    rights="unproblematic",
    cost=Cost(60_000.0, 80.0),
    authority="ministry; civil society",
)
READS_AUDIENCE = True


@dataclass(frozen=True)
class Params:
    """Whom it reaches, and how strong and lasting the resistance is."""

    coverage: float = param(0.3, "share", 0, 1, source="assumed", doc="share of the audience taught")
    strength: float = param(0.15, "0..1", 0, 0.3, source="C6", doc="resistance I0 to the technique taught")
    spill_over: float = param(0.5, "x", 0, 1, source="C6", doc="resistance to other techniques, of I0")
    half_life: float = param(720.0, "h", 1, 8760, source="A75", doc="336 h for a game")
    booster: float = param(1.5, "x", 1, 3, source="C6", doc="half-life multiplier of a repeated lesson")


TRIAL = Trial(
    moves={"": "-mean_belief", "coverage": "-mean_belief", "strength": "-mean_belief", "spill_over": "-mean_belief",
           "half_life": "-mean_belief", "booster": "-mean_belief"},
    tries={"half_life": (6.0, 48.0)},  # within the two days of a trial
    needs={"spill_over": {"scenario.timeline.trial.claim": ""}, "booster": {"half_life": 12.0}},
    entries={"trial": {"at": -5.0}, "again": {"at": -1.0}},
)  # fmt: skip


def cost(entry: Entry) -> Cost:
    """Money and work grow with the share of the audience."""
    return plans.scaled(CARD, entry.params.coverage if entry.params.strength else 0.0)


def begin(world: World, entry: Entry) -> None:
    """Teach the technique of the entry's claim, and others by half; without a claim, all of them by half."""
    params, accounts = entry.params, world.accounts
    if params.strength == 0:
        return
    taught = acts.members_drawn(world, entry.audience, params.coverage, plans.stream(entry, "members"))
    own = int(world.claims.technique[entry.claim]) if entry.claim >= 0 else -1
    for technique in range(accounts.inoculation.shape[1]):
        gained = np.float32(params.strength * (1.0 if technique == own else params.spill_over))
        resistance = accounts.inoculation[taught, technique]
        lasted = accounts.inoculation_half_life[taught, technique]
        again = (resistance > 0) & (technique == own)
        accounts.inoculation[taught, technique] = np.maximum(resistance, gained)
        kept = np.where(again, lasted * np.float32(params.booster), np.float32(params.half_life))
        accounts.inoculation_half_life[taught, technique] = np.where(resistance < gained, kept, lasted)

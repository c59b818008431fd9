"""Duties: what rules in force ask of the moderators of the platform at hand, beside its own settings."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from sim.ground.types import B8, AnyArray
from sim.state.timeline import Entry
from sim.state.world import World

DUTY = "duty/"  # in World.memory of a layer: DUTY + entry -> (field), what one rule in force asks


class Duty(NamedTuple):
    """What one rule asks; the neutral value of each field asks for nothing."""

    staff: float = 0.0  # moderators beside the platform's own
    claim: float = -1.0  # the claim on which the next three hold; -1: any
    action: float = 0.0  # least that a violating post gets (Decision)
    within: float = math.inf  # hours from review to effect at most
    first: float = 1.0  # x, on the priority in the queue
    wrong: float = 1.0  # x, on the probability of a wrong decision
    reasons: float = 0.0  # 1: whoever is acted on is told why
    upheld: float = 0.0  # share of errors that an appeal reverses
    vain: float = 0.0  # share of those rightly acted on who appeal too
    appeal_hours: float = math.inf  # an appeal is heard within

    def holds_for(self, claims: AnyArray) -> B8:
        """Which cases, by their claims, it speaks of."""
        return np.asarray((claims == self.claim) | (self.claim < 0))


def impose(world: World, entry: Entry, duty: Duty) -> None:
    """From now on the platform at hand has this duty."""
    world.memory[DUTY + entry.name] = np.array(duty, np.float64)


def lift(world: World, entry: Entry) -> None:
    """The rule of this entry is no longer in force."""
    world.memory.pop(DUTY + entry.name, None)


def duties(world: World) -> tuple[Duty, ...]:
    """All duties of the platform at hand, in the order of their entries' names."""
    found = (values for name, values in sorted(world.memory.items()) if name.startswith(DUTY))
    return tuple(Duty(*values.tolist()) for values in found)


def give_reasons(world: World, decisions: int) -> None:
    """Book a statement of reasons for each of so many decisions, if a rule in force asks for them."""
    if decisions and any(duty.reasons for duty in duties(world)):
        world.ledger.statements += decisions

"""Coverage: how long it took until half, four fifths and nearly all people had heard of a claim."""

from __future__ import annotations

import numpy as np

from sim.ground.cards import Card, Text
from sim.state.public import by_claim
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Hours to coverage", "Heures avant couverture"),
    "hours from hour 0 until 50, 80 and 95 % of people had met the claim, on the platform or off it",
    sources=("C14", "F06"),
    unit="h",
)
WHEN = "end"
SEGMENTED = True
BY = "claims"


SHARES = {"t50": 0.5, "t80": 0.8, "t95": 0.95}


def measure(world: World, members: Members) -> dict[str, float]:
    """Hours by claim and share; NaN where so many were never reached."""
    told: dict[str, float] = {}
    for name, share in SHARES.items():
        hours = [_hours_to(world, members, claim, share) for claim in range(world.claims.n)]
        told |= {f"{claim}.{name}": hour for claim, hour in by_claim(world, hours).items()}
    return told


def _hours_to(world: World, members: Members, claim: int, share: float) -> float:
    first = world.accounts.column("first_heard")[members.people, claim]
    needed = -int(-share * len(first) // 1)
    reached = np.sort(first[first >= 0], kind="stable")
    if not len(first) or len(reached) < needed:
        return float("nan")
    return world.clock.hour_of(int(reached[needed - 1]) + 1)

"""Minutes to verdict: how long a claim was about before anybody publicly found it true or false."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.state.public import by_claim
from sim.state.survey import Members
from sim.state.verdicts import first_told
from sim.state.world import World

CARD = Card(
    Text("Minutes to verdict", "Minutes jusqu’au verdict"),
    "minutes from the first post supporting the claim to the first public verdict on it, right or wrong",
    sources=("C11",),
    unit="min",
    better="lower",
)
WHEN = "end"
SEGMENTED = False
BY = "claims"


def measure(world: World, _members: Members) -> dict[str, float]:
    """Minutes by claim; NaN where there was no verdict, or nothing to be judged."""
    return by_claim(world, [_minutes(world, claim) for claim in range(world.claims.n)])


def _minutes(world: World, claim: int) -> float:
    told, found = first_told(world, claim), int(world.claims.verdict_tick[claim])
    return (found - told) * world.clock.hours_per_tick * 60.0 if min(told, found) >= 0 else float("nan")

"""Ladder: the share of people on each stage of radicalisation, for comparing policies only."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.ground.statistics import mean_of
from sim.state.codes import Stage
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Radicalisation ladder", "Échelle de radicalisation"),
    "share of people who stand on each stage: exposed, sympathiser, supporter, activist",
    sources=("C10", "A108"),
    unit="share of people",
    better="lower",
)
WHEN = "series"
SEGMENTED = True


def measure(world: World, members: Members) -> dict[str, float]:
    """Share on each stage above none, where the scenario has extremist claims."""
    if not world.claims.extremist.any():
        return {}
    stage, people = world.accounts.column("stage"), members.people
    return {one.name.lower(): mean_of(stage == one, people) for one in Stage if one > Stage.NONE}

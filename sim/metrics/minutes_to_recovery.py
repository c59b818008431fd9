"""Minutes to recovery: how long accounts were in strangers’ hands."""

from __future__ import annotations

from sim.ground.cards import Card, Text
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Minutes to recovery", "Minutes jusqu’à la reprise du compte"),
    "mean minutes from takeover to recovery, over the accounts won back",
    sources=("C17", "A103"),
    unit="min",
    better="lower",
)
WHEN = "end"
SEGMENTED = False


def measure(world: World, _members: Members) -> float:
    """Mean minutes; NaN if no account was won back."""
    table = world.takeovers
    back = table.column("recovered") >= 0
    ticks = int((table.column("recovered") - table.column("taken"))[back].sum())
    return ticks * world.clock.hours_per_tick * 60.0 / int(back.sum()) if back.any() else float("nan")

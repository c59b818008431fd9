"""Press pick-up: how many outlets have carried the claim, in all and by country."""

from __future__ import annotations

import numpy as np

from sim.ground.cards import Card, Text
from sim.state.codes import Kind, Stance
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Press pick-up", "Reprises par la presse"),
    "media outlets of no operation that have posted in support of the claim, in all and by their country",
    sources=("F07", "F10", "T0117"),
    unit="outlets",
)
WHEN = "series"
SEGMENTED = False
BY = "claims"


def measure(world: World, _members: Members) -> dict[str, float]:
    """Outlets by claim, and by claim and country where there are several; nothing where there is no press."""
    accounts, made = world.accounts, world.originals
    press = (accounts.column("kind") == Kind.MEDIA_OUTLET) & (accounts.column("operation") < 0)
    if not press.any():
        return {}
    author, claim = made.column("author"), made.column("claim")
    chosen = press[author] & (made.column("stance") == Stance.SUPPORT)
    told: dict[str, float] = {}
    for number, name in enumerate(world.names.claims):
        carrying = np.unique(author[chosen & (claim == number)])
        told[name] = float(len(carrying))
        if len(world.names.countries) > 1:
            homes = np.bincount(accounts.country[carrying], minlength=len(world.names.countries))
            told |= {f"{name}.{home}": float(homes[k]) for k, home in enumerate(world.names.countries)}
    return told

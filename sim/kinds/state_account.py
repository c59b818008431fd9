"""State account: a ministry, embassy, diplomat or state medium that speaks for a state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sim.ground.cards import Card, Text, Trial, param
from sim.ground.draws import Draws
from sim.ground.types import I32
from sim.state.accounts import Accounts
from sim.state.codes import Kind, Source
from sim.state.habits import on_duty

CARD = Card(
    label=Text("State account", "Compte d’État"),
    idea="speaks for a state and is believed as far as that state is trusted; unlike a citizen it talks by plan",
    sources=("A64", "A76", "C7"),
)
KIND = Kind.STATE_ACCOUNT


@dataclass(frozen=True)
class Params:
    """What it does on ordinary days."""

    activity: float = param(3.0, "1/day", 0, 1000, source="assumed", doc="ordinary posts")


TRIAL = Trial(moves={"activity": "+posts"})


def fill(accounts: Accounts, rows: I32, public: Any, params: Params, draws: Draws) -> None:
    """A state account is always on duty; whose state it is, the actor's source says."""
    on_duty(accounts, rows, params.activity, Source.OWN_STATE)

"""Troll: a person paid or driven to provoke, who answers others with hostility (T0049.001, T0049.005)."""

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
    label=Text("Troll", "Troll"),
    idea="a human provocateur who acts by plan; unlike a bot it answers people and weighs on its targets",
    sources=("A105", "C9"),
)
KIND = Kind.TROLL


@dataclass(frozen=True)
class Params:
    """What it does beside the operation's plan."""

    activity: float = param(1.0, "1/day", 0, 1000, source="assumed", doc="ordinary posts, to look like anybody")


TRIAL = Trial(moves={"activity": "+posts"})


def fill(accounts: Accounts, rows: I32, public: Any, params: Params, draws: Draws) -> None:
    """A troll writes ordinary posts too; what it reads leaves it cold."""
    on_duty(accounts, rows, params.activity, Source.PEER)

"""Business: a firm or brand that posts for its customers and has a name to lose."""

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
    label=Text("Business", "Entreprise"),
    idea="speaks to customers and avoids disputes; civil society seeks them, a state account governs",
    sources=("D3",),
)
KIND = Kind.BUSINESS


@dataclass(frozen=True)
class Params:
    """What it does on ordinary days."""

    activity: float = param(1.0, "1/day", 0, 1000, source="assumed", doc="ordinary posts")


TRIAL = Trial(moves={"activity": "+posts"})


def fill(accounts: Accounts, rows: I32, public: Any, params: Params, draws: Draws) -> None:
    """A few posts a day about its wares; what it says of claims comes by plan."""
    on_duty(accounts, rows, params.activity, Source.PEER)
